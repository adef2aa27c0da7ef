// Statements and events of which sources tell something in ways that exclude each other, with each reading and its articles.
/* rows */
MATCH (c:Statement) WHERE c.isContested = true AND c.sortKey > $low AND c.sortKey < $high
WITH c ORDER BY c.sortKey DESC LIMIT $limit
/* end */
RETURN c.id AS id, CASE WHEN c:Event THEN 'event' ELSE 'statement' END AS type, coalesce(c.text, c.label) AS text,
  COLLECT {
    UNWIND c.contested AS field
    WITH c, field, CASE field
      WHEN 'date' THEN coalesce(c.saidEdtf, c.dateEdtf)
      WHEN 'act' THEN c.cameo
      WHEN 'kind' THEN c.kind
      WHEN 'place' THEN head(COLLECT { MATCH (c)-[:AT]->(place) RETURN place.id })
      ELSE reduce(ids = '', id IN coalesce(c.speakerIds, []) | ids + CASE ids WHEN '' THEN '' ELSE ' ' END + id)
    END AS shown
    CALL (c, field, shown) {
      MATCH (c)<-[:RENDERS|TELLS_OF]-(told)-[:IN]->(a:Article)
      WHERE NOT told:Quotation OR EXISTS { (told)<-[:ATTRIBUTES]-(by) WHERE by.rank <> 'deprecated' }
      UNWIND CASE field
        WHEN 'date' THEN [coalesce(told.saidEdtf, told.dateEdtf)]
        WHEN 'act' THEN [told.cameo]
        WHEN 'kind' THEN [told.kind]
        WHEN 'place' THEN [told.placeId]
        ELSE COLLECT {
          MATCH (told)<-[:ATTRIBUTES]-(by) WHERE by.rank <> 'deprecated'
          RETURN reduce(ids = '', id IN COLLECT { MATCH (by)-[:TO]->(e) RETURN e.id ORDER BY e.id } |
            ids + CASE ids WHEN '' THEN '' ELSE ' ' END + id)
        }
      END AS value
      WITH DISTINCT field, shown, value, a WHERE value <> ''
      ORDER BY a.id
      WITH field, shown, value, collect(a {.id, .title, published: a.publishedEdtf, .publisher}) AS articles
      ORDER BY value = shown DESC, size(articles) DESC, value
      WITH value, value = shown AS isShown, articles, COLLECT {
        UNWIND CASE WHEN field IN ['speaker', 'place'] THEN split(value, ' ') ELSE [] END AS id
        MATCH (e:Entity {id: id})
        RETURN e {.id, .name, .type}
      } AS entities
      RETURN collect({value: value, label: null, isShown: isShown, entities: entities, articles: articles}) AS readings
    }
    RETURN {field: field, readings: readings}
  } AS differences,
  coalesce(c.contestKey, c.sortKey) AS key
/* order */
ORDER BY coalesce(c.contestKey, c.sortKey) DESC
/* end */

// What uses an entity: how many in each way, and the first few of them. What follows from the rest is left out.
MATCH (e:Entity|MergedEntity {id: $id})
CALL (e) {
  RETURN 'speaker' AS way, COUNT { (e)<-[:TO]-() } AS count, COLLECT { MATCH (e)<-[:TO]-(:Attribution)-[:ATTRIBUTES]->(:Quotation)-[:RENDERS]->(s) RETURN s.id LIMIT 3 } AS ids
  UNION ALL
  RETURN 'described' AS way, COUNT { (e)<-[:DESCRIBED_OF]-() } AS count, COLLECT { MATCH (e)<-[:DESCRIBED_OF]-()-[:ATTRIBUTES|TARGET_OF]->(:Quotation)-[:RENDERS]->(s) RETURN s.id LIMIT 3 } AS ids
  UNION ALL
  RETURN 'about' AS way, COUNT { (e)<-[:ABOUT]-() } AS count, COLLECT { MATCH (e)<-[:ABOUT]-(s) RETURN s.id LIMIT 3 } AS ids
  UNION ALL
  RETURN 'mention' AS way, COUNT { (e)<-[:REFERS_TO]-() } AS count, COLLECT { MATCH (e)<-[:REFERS_TO]-(:Mention)-[:IN]->(a) WITH a LIMIT 3 RETURN DISTINCT a.id } AS ids
  UNION ALL
  RETURN 'participant' AS way, COUNT { (e)<-[:PARTICIPANT]-() } AS count, COLLECT { MATCH (e)<-[:PARTICIPANT]-(v) RETURN v.id LIMIT 3 } AS ids
  UNION ALL
  RETURN 'place' AS way, COUNT { (e)<-[:AT]-() } AS count, COLLECT { MATCH (e)<-[:AT]-(v) RETURN v.id LIMIT 3 } AS ids
  UNION ALL
  RETURN 'subject' AS way, COUNT { (e)<-[:SUBJECT]-() } AS count, COLLECT { MATCH (e)<-[:SUBJECT]-(r) RETURN r.id LIMIT 3 } AS ids
  UNION ALL
  RETURN 'object' AS way, COUNT { (e)<-[:OBJECT]-() } AS count, COLLECT { MATCH (e)<-[:OBJECT]-(r) RETURN r.id LIMIT 3 } AS ids
  UNION ALL
  RETURN 'holder' AS way, COUNT { (e)<-[:HELD_BY]-() } AS count, COLLECT { MATCH (e)<-[:HELD_BY]-(r) RETURN r.kind LIMIT 3 } AS ids
  UNION ALL
  RETURN 'of' AS way, COUNT { (e)<-[:OF]-() } AS count, COLLECT { MATCH (e)<-[:OF]-(:Role)-[:HELD_BY]->(p) RETURN p.id LIMIT 3 } AS ids
  UNION ALL
  RETURN 'author' AS way, COUNT { (e)<-[:AUTHORED_BY]-() } AS count, COLLECT { MATCH (e)<-[:AUTHORED_BY]-(a) RETURN a.id LIMIT 3 } AS ids
  UNION ALL
  RETURN 'country' AS way, COUNT { (e)<-[:BELONGS_TO]-() } AS count, COLLECT { MATCH (e)<-[:BELONGS_TO]-(o) RETURN o.id LIMIT 3 } AS ids
  UNION ALL
  RETURN 'merged' AS way, COUNT { (e)-[:MERGED_INTO]-() } AS count, COLLECT { MATCH (e)-[:MERGED_INTO]-(o) RETURN o.id LIMIT 3 } AS ids
  UNION ALL
  RETURN 'named' AS way, COUNT { (e)<-[:NAMES_ENTITY]-() } AS count, COLLECT { MATCH (e)<-[:NAMES_ENTITY]-()-[:IN]->(a) WITH a LIMIT 3 RETURN DISTINCT a.id } AS ids
}
WITH way, count, ids WHERE count > 0
RETURN way, count, ids

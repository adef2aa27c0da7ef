// Statements that match every filter given, counted by one of their properties; a statement without it is in the group
// null. A date counts by its first day, and one whose beginning is open has none.
//? include read/statement-match
//? if bySpeaker & anyAttribution
WITH s
OPTIONAL MATCH (s)-[by:SAID_BY]->()
WITH s AS fact, by.speakerId AS id
//? elif bySpeaker
WITH s AS fact, s.speakerId AS id
//? elif byAbout
WITH s
OPTIONAL MATCH (s)-[to:ABOUT]->()
WITH s AS fact, to.targetId AS id
//? elif byAct
WITH s AS fact, s.cameo AS id
//? elif byPolarity
WITH s AS fact, CASE
  WHEN s.goldstein > 0 THEN 'positive' WHEN s.goldstein < 0 THEN 'negative' WHEN s.goldstein = 0 THEN 'neutral'
END AS id
//? elif byRole & anyAttribution
WITH s
OPTIONAL MATCH (s)-[:SAID_BY]->(:Entity)<-[:HELD_BY]-(held:Role)
WITH DISTINCT s AS fact, held.kind AS id
//? elif byRole
WITH s
OPTIONAL MATCH (s)-[by:SAID_BY]->(:Entity)<-[:HELD_BY]-(held:Role) WHERE by.speakerId = s.speakerId
WITH DISTINCT s AS fact, held.kind AS id
//? elif byArticle
WITH s
OPTIONAL MATCH (s)<-[:RENDERS]-(:Quotation)-[:IN]->(source:Article)
WITH DISTINCT s AS fact, source.id AS id
//? elif byYear
WITH s AS fact, CASE WHEN s.saidEarliest > '0001-01-01' THEN left(s.saidEarliest, 4) END AS id
//? else
WITH s AS fact, CASE WHEN s.saidEarliest > '0001-01-01' THEN left(s.saidEarliest, 7) END AS id
//? end
//? if byAct
WITH id, fact.actLabel AS label, fact.goldstein AS score
WITH id, min(label) AS label,
//? else
WITH id, fact.goldstein AS score
WITH id,
//? end
//? include read/fact-sums
ORDER BY count DESC, id
LIMIT $limit
//? if bySpeaker
OPTIONAL MATCH (n:Entity {id: id})
WITH *, n.name AS name, n.type AS type
//? elif byAbout
OPTIONAL MATCH (n:Entity {id: id})
OPTIONAL MATCH (v:Event {id: id})
WITH *, coalesce(n.name, v.label) AS name, coalesce(n.type, CASE WHEN v IS NOT NULL THEN 'Event' END) AS type
//? elif byAct
WITH *, CASE WHEN id IS NOT NULL THEN label END AS name, null AS type
//? elif byArticle
OPTIONAL MATCH (n:Article {id: id})
WITH *, n.title AS name, null AS type
//? else
WITH *, id AS name, null AS type
//? end
RETURN {id: id, name: name, type: type} AS group,
  count,
//? include read/tone-item
ORDER BY count DESC, id

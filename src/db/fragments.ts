import { type Cypher, cypher } from './cypher.ts';

/** Whether an entity `e` is one of some countries, belongs to one, holds a role of it or of what belongs to it, or is its citizen. */
export const ofCountry = (countries: Cypher) => cypher`(
  e.id IN ${countries}
  OR EXISTS { (e)-[:BELONGS_TO]->(its:Country) WHERE its.id IN ${countries} }
  OR EXISTS {
    (e)<-[:HELD_BY]-()-[:OF]->(of)
    WHERE of.id IN ${countries} OR EXISTS { (of)-[:BELONGS_TO]->(its:Country) WHERE its.id IN ${countries} }
  }
  OR EXISTS {
    UNWIND ${countries} AS country
    MATCH (l:Relation) WHERE l.key STARTS WITH e.id + ' CITIZEN_OF ' + country + ' '
  }
)`;

/** The first passages of the evidence of a fact, in the order of its index. */
const firstEvidenceOf = (fact: Cypher) => cypher`COLLECT {
  MATCH (w:Evidence)-[by:SUPPORTS]->() WHERE by.factId = ${fact}.id AND by.key > ''
  WITH w, by ORDER BY by.factId, by.key LIMIT 10
  MATCH (w)-[:IN]->(a:Article)
  RETURN w {article: a.id, .exact, .prefix, .suffix, .start, .end, unit: 'code-point'}
}`;

/** Who asserts a fact first, in the order of its index. */
const firstAssertionsOf = (fact: Cypher) => cypher`COLLECT {
  MATCH ()-[c:TELLS_OF]->() WHERE c.factId = ${fact}.id AND c.key > ''
  WITH c ORDER BY c.factId, c.key LIMIT 10
  RETURN {
    article: c.articleId, by: CASE WHEN c.as IS NULL THEN 'statement' ELSE 'author' END, as: c.as,
    statement: c.statementId, confidence: c.confidence
  }
}`;

/** What an entity has beside its columns in a list: its first relations, how often it occurs, and where the rest is listed. */
export const ENTITY_DETAIL = cypher`left(e.hash, 16) AS revision,
COLLECT {
  CALL (e) {
    MATCH (l:Relation) WHERE l.subjectId = e.id AND l.key > ''
    RETURN l ORDER BY l.subjectId, l.key LIMIT 50
    UNION
    MATCH (l:Relation) WHERE l.objectId = e.id AND l.key > ''
    RETURN l ORDER BY l.objectId, l.key LIMIT 50
  }
  WITH l ORDER BY l.key LIMIT 50
  MATCH (l)-[:SUBJECT]->(s:Entity), (l)-[:OBJECT]->(o:Entity)
  RETURN l {
    .id, .predicate, subject: s {.id, .name, .type}, object: o {.id, .name, .type},
    date: {
    edtf: l.dateEdtf, earliest: l.dateEarliest, latest: l.dateLatest, basis: l.dateBasis,
    readings: [nth IN range(0, size(coalesce(l.readingEdtfs, [])) - 1) | {
      edtf: l.readingEdtfs[nth], earliest: l.readingEarliests[nth], latest: l.readingLatests[nth],
      basis: l.readingBases[nth], articles: split(l.readingArticles[nth], ' ')
    }]
  },
    assertions: ${firstAssertionsOf(cypher`l`)},
    evidence: ${firstEvidenceOf(cypher`l`)}
  }
} AS relations,
{
  statementsBy: COUNT { (e)<-[:SAID_BY]-() },
  statementsAbout: COUNT { (e)<-[:ABOUT]-() },
  events: COUNT { (e)<-[:PARTICIPANT]-() },
  mentions: COUNT { (e)<-[:REFERS_TO]-() },
  relations: COUNT { (e)<-[:SUBJECT]-() } + COUNT { (e)<-[:OBJECT]-() }
} AS counts,
{
  statementsBy: '/v1/statements?attribution=any&speaker=' + e.id,
  statementsAbout: '/v1/statements?about=' + e.id,
  events: '/v1/events?participants=' + e.id,
  mentions: '/v1/entities/' + e.id + '/mentions',
  relations: '/v1/entities/' + e.id + '/relations',
  timeline: '/v1/entities/' + e.id + '/timeline'
} AS links,`;

const newest = (limit: Cypher, pattern: Cypher) => cypher`COLLECT {
  MATCH ${pattern}
  WITH s ORDER BY s.sortKey DESC LIMIT ${limit}
  RETURN s {.id, .text}
}`;

/** What an event has beside its columns in a list: what each article says of it, and the newest statements about it and made at it. */
export const EVENT_DETAIL = cypher`COLLECT {
  MATCH (c:Account)-[t:TELLS_OF]->() WHERE t.factId = v.id AND t.key > ''
  WITH c, t ORDER BY t.factId, t.key LIMIT 50
  MATCH (c)-[:IN]->(a:Article)
  WITH a, head(collect(c)) AS c ORDER BY a.id
  RETURN {
    article: a {.id, .title, published: a.publishedEdtf}, kind: c.kind, label: c.label,
    date: {edtf: c.dateEdtf, earliest: c.dateEarliest, latest: c.dateLatest, basis: c.dateBasis}, cameo: c.cameo,
    place: head(COLLECT { MATCH (p:Entity {id: c.placeId}) RETURN p {.id, .name, .type} })
  }
} AS accounts,
${newest(cypher`50`, cypher`(v)<-[:ABOUT]-(s:Statement)`)} AS statementsAbout,
${newest(cypher`500`, cypher`(v)<-[:SAID_AT]-(s:Statement)`)} AS statementsAt,`;

/** What an article has beside its columns in a list: its text, its excluded claims, and how much it reports. */
export const ARTICLE_DETAIL = cypher`a.text AS text, left(a.digest, 16) AS revision,
COLLECT {
  MATCH (a)<-[:IN]-(x:ExcludedClaim)
  WITH x ORDER BY x.start
  RETURN x {.reason, evidence: x {.exact, .prefix, .suffix, .start, .end, unit: 'code-point'}}
} AS excluded,
COUNT { MATCH (a)<-[:IN]-(q:Quotation)-[:RENDERS]->(s:Statement) RETURN DISTINCT s } AS statements,
COUNT { (a)<-[:IN]-(:Mention) } AS mentions,
head(COLLECT {
  MATCH (x:Source {id: a.id}) WHERE x.reviewedFacts IS NOT NULL
  RETURN {
    facts: x.reviewedFacts, rejected: x.rejectedFacts, statements: x.acceptedStatements, edits: x.reviewEdits,
    seconds: x.reviewSeconds, until: x.reviewedUntil
  }
}) AS effort,
{
  statements: '/v1/statements?article=' + a.id,
  events: '/v1/events?article=' + a.id,
  mentions: '/v1/mentions?article=' + a.id,
  annotations: '/v1/articles/' + a.id + '/annotations'
} AS links,`;

/** Whether a role is held now, as far as the sources say. */
export const isCurrent = (wanted: Cypher) => cypher`(NOT role.former AND role.until IS NULL) = ${wanted}`;

/** Whether a fact is asserted in one of the ways that are asked for, with the confidence that each of them needs. */
export const asserted = (fact: Cypher, parameter: Cypher) => cypher`(
  ${fact}.factConfidence >= ${parameter}.fact OR ${fact}.opinionConfidence >= ${parameter}.opinion
  OR ${fact}.statementConfidence >= ${parameter}.statement
)`;

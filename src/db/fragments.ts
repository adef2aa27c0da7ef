import { type Cypher, cypher, joined } from './cypher.ts';

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
    date: {edtf: l.dateEdtf, earliest: l.dateEarliest, latest: l.dateLatest, basis: l.dateBasis},
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

/** What an event has beside its columns in a list: the newest statements about it and made at it. */
export const EVENT_DETAIL = cypher`${newest(cypher`50`, cypher`(v)<-[:ABOUT]-(s:Statement)`)} AS statementsAbout,
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
{
  statements: '/v1/statements?article=' + a.id,
  events: '/v1/events?article=' + a.id,
  mentions: '/v1/mentions?article=' + a.id,
  annotations: '/v1/articles/' + a.id + '/annotations'
} AS links,`;

/** The name and type of what a group of statements has in common. */
const GROUP_NAMES = {
  entity: cypher`OPTIONAL MATCH (n:Entity {id: id})
WITH *, n.name AS name, n.type AS type`,
  target: cypher`OPTIONAL MATCH (n:Entity {id: id})
OPTIONAL MATCH (v:Event {id: id})
WITH *, coalesce(n.name, v.label) AS name, coalesce(n.type, CASE WHEN v IS NOT NULL THEN 'Event' END) AS type`,
  article: cypher`OPTIONAL MATCH (n:Article {id: id})
WITH *, n.title AS name, null AS type`,
  itself: cypher`WITH *, id AS name, null AS type`,
};

const DISTINCT_KINDS = cypher`UNWIND CASE WHEN kinds = [] THEN [null] ELSE kinds END AS id
WITH DISTINCT s, id`;

/** The kinds of role of those who speak, and of those who are described where nobody is named. */
const ROLES = cypher`OPTIONAL MATCH (s)-[by:SAID_BY]->()<-[:HELD_BY]-(held) WHERE by.preferred
WITH s, collect(DISTINCT held.kind) + coalesce(s.describedRoles, []) AS kinds
${DISTINCT_KINDS}`;
const ROLES_BY_ANY = cypher`OPTIONAL MATCH (s)-[:SAID_BY]->()<-[:HELD_BY]-(held)
WITH s, collect(DISTINCT held.kind) AS named
WITH s, named + COLLECT {
  MATCH (s)<-[:RENDERS]-()<-[:ATTRIBUTES]-(by)
  WHERE by.describedRole IS NOT NULL AND by.rank <> 'deprecated'
  RETURN by.describedRole
} AS kinds
${DISTINCT_KINDS}`;

/** The speakers of a statement `s`, or null where it has none, as rows. */
const SPEAKERS = cypher`coalesce(s.speakerIds, [null])`;

/**
 * The score of a statement `s` towards what it is about: what is done is done to targets, and not to topics. Where it is
 * about nothing, the score is that of the statement.
 */
const AIMED_SCORE = cypher`CASE WHEN coalesce(to.as, 'target') = 'target' THEN s.goldstein END`;

const where = (conditions: Cypher[]) =>
  conditions.length > 0 ? [cypher`WHERE ${joined(conditions, ' AND ')}`] : [];

export interface StatementGrouping {
  by: Cypher;
  name: Cypher;
  /** The score of a statement in its group, where that is not simply its own. */
  score?: Cypher;
}

/** What statements are grouped by, and how the groups are named. `any…` goes by any attribution. */
export const STATEMENT_GROUPS = {
  speaker: { by: cypher`UNWIND ${SPEAKERS} AS id`, name: GROUP_NAMES.entity },
  anySpeaker: {
    by: cypher`OPTIONAL MATCH (s)-[by:SAID_BY]->()
WITH s, by.speakerId AS id`,
    name: GROUP_NAMES.entity,
  },
  about: {
    by: cypher`OPTIONAL MATCH (s)-[to:ABOUT]->()
WITH s, to, to.targetId AS id`,
    name: GROUP_NAMES.target,
    score: AIMED_SCORE,
  },
  aboutAs: {
    by: cypher`OPTIONAL MATCH (s)-[to:ABOUT]->() WHERE to.as = $countedAs
WITH s, to.targetId AS id`,
    name: GROUP_NAMES.target,
  },
  act: { by: cypher`WITH s, s.cameo AS id`, name: GROUP_NAMES.itself },
  polarity: { by: cypher`WITH s, s.polarity AS id`, name: GROUP_NAMES.itself },
  role: { by: ROLES, name: GROUP_NAMES.itself },
  anyRole: { by: ROLES_BY_ANY, name: GROUP_NAMES.itself },
  article: {
    by: cypher`OPTIONAL MATCH (s)<-[:RENDERS]-()-[:IN]->(source)
WITH DISTINCT s, source.id AS id`,
    name: GROUP_NAMES.article,
  },
  year: {
    by: cypher`WITH s, CASE WHEN s.saidEarliest > '0001-01-01' THEN left(s.saidEarliest, 4) END AS id`,
    name: GROUP_NAMES.itself,
  },
  month: {
    by: cypher`WITH s, CASE WHEN s.saidEarliest > '0001-01-01' THEN left(s.saidEarliest, 7) END AS id`,
    name: GROUP_NAMES.itself,
  },
} satisfies Record<string, StatementGrouping>;

/** The value of a statement that a facet counts; several where it has several. */
export const FACET_VALUES = {
  speaker: cypher`UNWIND s.speakerIds AS value`,
  anySpeaker: cypher`MATCH (s)-[by:SAID_BY]->()
WITH by.speakerId AS value`,
  about: cypher`MATCH (s)-[to:ABOUT]->()
WITH to.targetId AS value`,
  aboutAs: cypher`MATCH (s)-[to:ABOUT]->() WHERE to.as = $countedAs
WITH to.targetId AS value`,
  act: cypher`WITH s.cameo AS value`,
};

/** The first day of the interval that a `day` is in. */
export const BUCKETS = {
  day: cypher`WITH day AS start`,
  week: cypher`WITH CASE WHEN day IS NOT NULL THEN toString(date.truncate('week', date(day))) END AS start`,
  month: cypher`WITH left(day, 7) + '-01' AS start`,
  year: cypher`WITH left(day, 4) + '-01-01' AS start`,
};

/** Keeps the days from `$from` to `$to`, as far as these are given, and what has no day. */
export function withinDays({ from, to }: { from: boolean; to: boolean }): Cypher {
  const bounds = [
    ...(from ? [cypher`(day IS NULL OR day >= $from)`] : []),
    ...(to ? [cypher`(day IS NULL OR day <= $to)`] : []),
  ];
  return bounds.length > 0 ? cypher`WHERE ${joined(bounds, ' AND ')}` : cypher``;
}

/** How pairs of a speaker and a target are read. */
export interface PairForm {
  /** Whether everybody counts as a speaker whom some attribution names. */
  any: boolean;
  anySpeaker: boolean;
  speaker: boolean;
  about: boolean;
  /** Whether only targets or only topics count. */
  as: boolean;
}

/** Pairs of a speaker and a target of statements `s`, as `source` and `target`; the source is null where nobody is named. */
export function statementPairs({ any, anySpeaker, speaker, about, as }: PairForm): Cypher {
  const sources = any
    ? [
        cypher`OPTIONAL MATCH (s)-[by:SAID_BY]->()`,
        ...where(anySpeaker ? [cypher`by.speakerId IN $anySpeaker`] : []),
        cypher`WITH s, by.speakerId AS source`,
      ]
    : [
        cypher`UNWIND ${SPEAKERS} AS source`,
        ...(speaker ? [cypher`WITH s, source WHERE source IN $speaker`] : []),
      ];
  return joined([
    ...sources,
    cypher`MATCH (s)-[to:ABOUT]->()`,
    ...where([
      ...(about ? [cypher`to.targetId IN $about`] : []),
      ...(as ? [cypher`to.as = $countedAs`] : []),
    ]),
    cypher`WITH s, source, to.targetId AS target, ${as ? cypher`s.goldstein` : AIMED_SCORE} AS score`,
  ]);
}

/** Keeps the groups whose `id` is that of an entity or an event of the types that are asked for. */
export const groupsOfTypes = (id: Cypher) => cypher`OPTIONAL MATCH (of:Entity {id: ${id}})
WITH * WHERE ${id} IS NOT NULL AND coalesce(of.type, 'Event') IN $types`;

/** Keeps the pairs of which the speaker or the target is of the types that are asked for. */
export const pairsOfTypes = ({
  speakerType,
  targetType,
}: {
  speakerType: boolean;
  targetType: boolean;
}): Cypher =>
  joined([
    ...(speakerType
      ? [
          cypher`MATCH (by:Entity {id: source})
WITH * WHERE by.type IN $speakerType`,
        ]
      : []),
    ...(targetType
      ? [
          cypher`OPTIONAL MATCH (to:Entity {id: target})
WITH * WHERE coalesce(to.type, 'Event') IN $targetType`,
        ]
      : []),
    cypher`WITH source, target, count, scored, total, positive, negative`,
  ]);

/** Whether a role is held now, as far as the sources say. */
export const isCurrent = (wanted: Cypher) => cypher`(NOT role.former AND role.until IS NULL) = ${wanted}`;

/** Edges from those who act in an event `v` to those who are acted upon, and between those who do the same in it. */
export const EVENT_EDGES = cypher`MATCH (a:Entity)<-[one:PARTICIPANT]-(v)-[other:PARTICIPANT]->(b:Entity)
WHERE a <> b AND (one.role = 'actor' AND other.role = 'recipient' OR one.role = other.role AND a.id < b.id)
WITH v AS fact, a, b, one.role = other.role AS mutual, v.kind AS label`;

/** Edges from the subject of a relation `l` to its object; those of a mutual one start at the first by id. */
export const RELATION_EDGES = cypher`MATCH (s:Entity)<-[:SUBJECT]-(l)-[:OBJECT]->(o:Entity)
WITH l AS fact, s, o, l.predicate AS label,
  l.predicate IN ['ALLY_OF', 'PARTNER_OF', 'RIVAL_OF', 'NEIGHBOUR_OF', 'AT_WAR_WITH', 'SPOUSE_OF', 'RELATED_TO'] AS mutual
WITH fact, label, mutual,
  CASE WHEN mutual AND o.id < s.id THEN o ELSE s END AS a, CASE WHEN mutual AND o.id < s.id THEN s ELSE o END AS b`;

const endHolds = (role: Cypher) => cypher`(
  EXISTS { (a)<-[:HELD_BY]-(role:Role) WHERE ${role} }
  OR mutual AND EXISTS { (b)<-[:HELD_BY]-(role:Role) WHERE ${role} }
)`;

/** Filters of an edge from `a` to `b`: where both do the same, each of them counts as either end. */
const EDGE_FILTERS: Record<string, Cypher> = {
  speaker: cypher`(a.id IN $speaker OR mutual AND b.id IN $speaker)`,
  about: cypher`(b.id IN $about OR mutual AND a.id IN $about OR fact.id IN $about)`,
  speakerRole: endHolds(cypher`role.kind IN $speakerRole`),
  heldRole: endHolds(cypher`role.kind IN $heldRole.kinds AND ${isCurrent(cypher`$heldRole.current`)}`),
  currentRole: endHolds(isCurrent(cypher`$currentRole`)),
  speakerOf: endHolds(cypher`EXISTS { (role)-[:OF]->(of:Entity) WHERE of.id IN $speakerOf }`),
  speakerCountry: cypher`(EXISTS {
  MATCH (e:Entity {id: a.id}) WHERE ${ofCountry(cypher`$speakerCountry`)}
} OR mutual AND EXISTS {
  MATCH (e:Entity {id: b.id}) WHERE ${ofCountry(cypher`$speakerCountry`)}
})`,
};

/** The edges that match the filters that are given. */
export function filteredEdges(edges: Cypher, given: readonly string[]): Cypher {
  const filters = Object.entries(EDGE_FILTERS).flatMap(([name, filter]) =>
    given.includes(name) ? [filter] : [],
  );
  return joined([
    edges,
    ...(filters.length > 0 ? [cypher`WHERE ${joined(filters, ' AND ')}`] : []),
    cypher`WITH fact, a.id AS source, b.id AS target, mutual, label, fact.goldstein AS score`,
  ]);
}

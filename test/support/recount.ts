import { type Graph, type Parameters, read } from '../../src/db/client.ts';
import { type Cypher, cypher, joined } from '../../src/db/cypher.ts';
import { isCurrent, ofCountry } from '../../src/db/fragments.ts';
import { STATEMENTS } from '../../src/db/indexes.ts';

/*
 * What counts have to come to, counted by the database itself: every statement, event or relation is held to the filters of
 * the lists, one after the other, without any index of counts and without a limit.
 */

const actorHolds = (role: Cypher) => cypher`EXISTS {
  (v)-[:PARTICIPANT {role: 'actor'}]->()<-[:HELD_BY]-(role) WHERE ${role}
}`;

const asserted = (fact: Cypher, parameter: Cypher) => cypher`(
  ${fact}.factConfidence >= ${parameter}.fact OR ${fact}.opinionConfidence >= ${parameter}.opinion
  OR ${fact}.statementConfidence >= ${parameter}.statement
)`;

/** What may have been on a day of some, and what has no day. */
const days = (first: Cypher, last: Cypher) => ({
  saidFrom: cypher`(${last} IS NULL OR ${last} >= $saidFrom)`,
  saidTo: cypher`(${first} IS NULL OR ${first} <= $saidTo)`,
  dated: cypher`${first} IS NOT NULL`,
  undated: cypher`${first} IS NULL`,
});

const STATEMENT_FILTERS: Record<string, Cypher> = {
  ...STATEMENTS.filters,
  ...days(cypher`s.saidEarliest`, cypher`s.saidLatest`),
  q: cypher`s.id IN $q`,
};

const EVENT_FILTERS: Record<string, Cypher> = {
  ...days(cypher`v.dateEarliest`, cypher`v.dateLatest`),
  q: cypher`v.id IN $q`,

  asserted: asserted(cypher`v`, cypher`$asserted`),
  speaker: cypher`EXISTS { (v)-[acted:PARTICIPANT]->() WHERE acted.entityId IN $speaker AND acted.role = 'actor' }`,
  about: cypher`(v.id IN $about OR EXISTS { (v)-[any:PARTICIPANT]->() WHERE any.entityId IN $about })`,
  speakerRole: actorHolds(cypher`role.kind IN $speakerRole`),
  heldRole: actorHolds(cypher`role.kind IN $heldRole.kinds AND ${isCurrent(cypher`$heldRole.current`)}`),
  currentRole: actorHolds(isCurrent(cypher`$currentRole`)),
  publisher: cypher`EXISTS {
  (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(a:Article) WHERE a.publisherKey IN $publisher
}`,
  speakerOf: cypher`EXISTS {
  (v)-[:PARTICIPANT {role: 'actor'}]->()<-[:HELD_BY]-()-[:OF]->(of) WHERE of.id IN $speakerOf
}`,
  speakerCountry: cypher`EXISTS {
  (v)-[:PARTICIPANT {role: 'actor'}]->(e:Entity) WHERE ${ofCountry(cypher`$speakerCountry`)}
}`,
  codes: cypher`v.cameo IN $codes`,
  polarity: cypher`v.polarity IN $polarity`,
  saidFrom: cypher`(v.dateLatest IS NULL OR v.dateLatest >= $saidFrom)`,
  article: cypher`EXISTS { (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(a:Article) WHERE a.id IN $article }`,
  reportedFrom: cypher`EXISTS {
  (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(from:Article) WHERE from.publishedLatest >= $reportedFrom
}`,
  reportedTo: cypher`EXISTS {
  (v)<-[:SUPPORTS]-(:Evidence)-[:IN]->(to:Article) WHERE to.publishedEarliest <= $reportedTo
}`,
};

const RELATION_FILTERS: Record<string, Cypher> = {
  asserted: asserted(cypher`l`, cypher`$asserted`),
  article: cypher`EXISTS { (l)<-[:SUPPORTS]-(:Evidence)-[:IN]->(a:Article) WHERE a.id IN $article }`,
  dated: cypher`l.dateEarliest IS NOT NULL`,
  undated: cypher`l.dateEarliest IS NULL`,
  publisher: cypher`EXISTS {
  (l)<-[:SUPPORTS]-(:Evidence)-[:IN]->(a:Article) WHERE a.publisherKey IN $publisher
}`,
  saidFrom: cypher`(l.dateLatest IS NULL OR l.dateLatest >= $saidFrom)`,
  saidTo: cypher`(l.dateEarliest IS NULL OR l.dateEarliest <= $saidTo)`,
  reportedFrom: cypher`EXISTS {
  (l)<-[:SUPPORTS]-(:Evidence)-[:IN]->(from:Article) WHERE from.publishedLatest >= $reportedFrom
}`,
  reportedTo: cypher`EXISTS {
  (l)<-[:SUPPORTS]-(:Evidence)-[:IN]->(to:Article) WHERE to.publishedEarliest <= $reportedTo
}`,
};

/** Edges from those who act in an event `v` to those who are acted upon, and between those who do the same in it. */
const EVENT_EDGES = cypher`MATCH (a:Entity)<-[one:PARTICIPANT]-(v)-[other:PARTICIPANT]->(b:Entity)
WHERE a <> b AND (one.role = 'actor' AND other.role = 'recipient' OR one.role = other.role AND a.id < b.id)
WITH v AS fact, a, b, one.role = other.role AS mutual, v.kind AS label`;

/** Edges from the subject of a relation `l` to its object; those of a mutual one start at the first by id. */
const RELATION_EDGES = cypher`MATCH (s:Entity)<-[:SUBJECT]-(l)-[:OBJECT]->(o:Entity)
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
function filteredEdges(edges: Cypher, given: readonly string[]): Cypher {
  const filters = Object.entries(EDGE_FILTERS).flatMap(([name, filter]) =>
    given.includes(name) ? [filter] : [],
  );
  return joined([
    edges,
    ...(filters.length > 0 ? [cypher`WHERE ${joined(filters, ' AND ')}`] : []),
    cypher`WITH fact, a.id AS source, b.id AS target, mutual, label, fact.goldstein AS score`,
  ]);
}

const matching = (pattern: Cypher, filters: Record<string, Cypher>, given: readonly string[]) => {
  const asked = given.flatMap((name) => filters[name] ?? []);
  return cypher`MATCH ${pattern}
${asked.length > 0 ? cypher`WHERE ${joined(asked, ' AND ')}` : cypher``}`;
};

const SUMS = cypher`count(*) AS count, count(score) AS scored, coalesce(round(sum(score) * 10), 0) AS total,
  count(CASE WHEN score > 0 THEN 1 END) AS positive, count(CASE WHEN score < 0 THEN 1 END) AS negative`;

/** What statements are about as `to`: those who are described and not named are a target without an id. */
const ABOUT = cypher`COLLECT { MATCH (s)-[about:ABOUT]->() RETURN {id: about.targetId, as: about.as} }
  + CASE WHEN s.isTargetUnnamed THEN [{id: null, as: 'target'}] ELSE [] END`;
const AIMED_SCORE = cypher`CASE WHEN coalesce(to.as, 'target') = 'target' THEN s.goldstein END`;
const OR_NOTHING = cypher`UNWIND CASE WHEN all = [] THEN [{id: null}] ELSE all END AS to`;

const DISTINCT_KINDS = cypher`UNWIND CASE WHEN kinds = [] THEN [null] ELSE kinds END AS id
WITH DISTINCT s, id, s.goldstein AS score`;

/** What statements are grouped by: rows of `id` and `score`. */
const GROUPS = {
  speaker: cypher`UNWIND coalesce(s.speakerIds, [null]) AS id WITH id, s.goldstein AS score`,
  anySpeaker: cypher`OPTIONAL MATCH (s)-[by:SAID_BY]->() WITH by.speakerId AS id, s.goldstein AS score`,
  about: cypher`WITH s, ${ABOUT} AS all ${OR_NOTHING} WITH to.id AS id, ${AIMED_SCORE} AS score`,
  aboutAs: cypher`WITH s, [one IN ${ABOUT} WHERE one.as = $countedAs] AS all ${OR_NOTHING}
WITH to.id AS id, s.goldstein AS score`,
  act: cypher`WITH s.cameo AS id, s.goldstein AS score`,
  polarity: cypher`WITH s.polarity AS id, s.goldstein AS score`,
  role: cypher`OPTIONAL MATCH (s)-[by:SAID_BY]->()<-[:HELD_BY]-(held) WHERE by.preferred
WITH s, collect(DISTINCT held.kind) + coalesce(s.describedRoles, []) AS kinds
${DISTINCT_KINDS}`,
  anyRole: cypher`OPTIONAL MATCH (s)-[:SAID_BY]->()<-[:HELD_BY]-(held)
WITH s, collect(DISTINCT held.kind) AS named
WITH s, named + COLLECT {
  MATCH (s)<-[:RENDERS]-()<-[:ATTRIBUTES]-(by)
  WHERE by.describedRole IS NOT NULL AND by.rank <> 'deprecated'
  RETURN by.describedRole
} AS kinds
${DISTINCT_KINDS}`,
  article: cypher`OPTIONAL MATCH (s)<-[:RENDERS]-()-[:IN]->(source)
WITH DISTINCT s, source.id AS id, s.goldstein AS score`,
  year: cypher`WITH CASE WHEN s.saidEarliest > '0001-01-01' THEN left(s.saidEarliest, 4) END AS id, s.goldstein AS score`,
  month: cypher`WITH CASE WHEN s.saidEarliest > '0001-01-01' THEN left(s.saidEarliest, 7) END AS id, s.goldstein AS score`,
};

/** The ids of the statements that match. */
export async function matchingStatements(
  graph: Graph,
  given: readonly string[],
  bind: Parameters,
): Promise<string[]> {
  const text = cypher`${matching(cypher`(s:Statement)`, STATEMENT_FILTERS, given)}
RETURN s.id AS id ORDER BY id`;
  return (await read(graph, text, bind)).map(({ id }) => String(id));
}

/** The groups of the statements that match, the largest first. */
export const recountGroups = (
  graph: Graph,
  group: keyof typeof GROUPS,
  given: readonly string[],
  bind: Parameters,
) =>
  read(
    graph,
    cypher`${matching(cypher`(s:Statement)`, STATEMENT_FILTERS, given)}
WITH s
${GROUPS[group]}
WITH id, ${SUMS}
RETURN id, count, scored, total, positive, negative ORDER BY count DESC, id`,
    bind,
  );

/** The pairs of speaker and target of the statements that match, the most frequent first. */
export function recountPairs(
  graph: Graph,
  { any, as }: { any: boolean; as: boolean },
  given: readonly string[],
  bind: Parameters,
) {
  const asked = (name: string, condition: Cypher) => (given.includes(name) ? [condition] : []);
  const sources = any
    ? cypher`OPTIONAL MATCH (s)-[by:SAID_BY]->() WITH s, by.speakerId AS source`
    : cypher`UNWIND coalesce(s.speakerIds, [null]) AS source WITH s, source`;
  const conditions = [
    cypher`true`,
    ...asked('speaker', cypher`source IN $speaker`),
    ...asked('anySpeaker', cypher`source IN $anySpeaker`),
    ...asked('about', cypher`to.id IN $about`),
    ...(as ? [cypher`to.as = $countedAs`] : []),
  ];
  return read(
    graph,
    cypher`${matching(cypher`(s:Statement)`, STATEMENT_FILTERS, given)}
WITH s
${sources}
UNWIND ${ABOUT} AS to
WITH s, source, to WHERE ${joined(conditions, ' AND ')}
WITH source AS speakerId, to.id AS targetId, ${as ? cypher`s.goldstein` : AIMED_SCORE} AS score
WITH speakerId, targetId, ${SUMS}
RETURN speakerId, targetId, count, scored, total, positive, negative ORDER BY count DESC, speakerId, targetId`,
    bind,
  );
}

const FACTS = {
  event: { node: cypher`(v:Event)`, filters: EVENT_FILTERS, edges: EVENT_EDGES },
  relation: { node: cypher`(l:Relation)`, filters: RELATION_FILTERS, edges: RELATION_EDGES },
};

/** The edges that the events or the relations that match make, the heaviest first. */
export function recountEdges(
  graph: Graph,
  kind: keyof typeof FACTS,
  given: readonly string[],
  bind: Parameters,
) {
  const { node, filters, edges } = FACTS[kind];
  return read(
    graph,
    cypher`${matching(node, filters, given)}
${filteredEdges(edges, given)}
WITH source, target, mutual, ${SUMS}, collect(DISTINCT label) AS labels
RETURN source, target, mutual, count, scored, total, positive, negative, labels
ORDER BY count DESC, source, target, mutual`,
    bind,
  );
}

/** How many of the statements or events that match begin in each year. */
export function recountYears(
  graph: Graph,
  kind: 'statement' | 'event',
  given: readonly string[],
  bind: Parameters,
) {
  const [node, filters, first] =
    kind === 'statement'
      ? ([cypher`(s:Statement)`, STATEMENT_FILTERS, cypher`s.saidEarliest`] as const)
      : ([cypher`(v:Event)`, EVENT_FILTERS, cypher`v.dateEarliest`] as const);
  return read(
    graph,
    cypher`${matching(node, filters, given)}
WITH CASE WHEN ${first} > '0001-01-01' THEN left(${first}, 4) + '-01-01' END AS start
RETURN start, count(*) AS count ORDER BY start`,
    bind,
  );
}

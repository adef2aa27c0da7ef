/** A question that is asked of everything that was said from a day on: early days, so that nearly all of it is counted each time. */
export interface CountingQuestion {
  name: string;
  /** What this service is asked, but for the day. */
  path: string;
  /** The same as a plain aggregate in Cypher; `$from` is the day. */
  cypher: string;
  /** The same of @neo4j/graphql, which counts and groups by nothing. */
  graphql?: string;
  /** Whether this service did not tell it before it had an index. */
  isNew?: true;
}

const SPEAKERS = `MATCH (s:Statement)-[by:SAID_BY]->(e)
WHERE s.saidLatest >= $from AND by.preferred
WITH e, count(*) AS count ORDER BY count DESC LIMIT`;
const TARGETS = `MATCH (s:Statement)-[:ABOUT]->(t)
WHERE s.saidLatest >= $from
WITH t, count(*) AS count ORDER BY count DESC LIMIT`;
const ACTS = `MATCH (s:Statement) WHERE s.saidLatest >= $from
WITH s.cameo AS act, count(*) AS count ORDER BY count DESC LIMIT`;
const PAIRS = `MATCH (a)<-[by:SAID_BY]-(s:Statement)-[:ABOUT]->(b)
WHERE s.saidLatest >= $from AND by.preferred
WITH a, b, count(*) AS count, sum(s.goldstein) AS total, avg(s.goldstein) AS mean ORDER BY count DESC`;

export const QUESTIONS: readonly CountingQuestion[] = [
  {
    name: 'total of statements',
    path: '/v1/statements?total=true&limit=1',
    isNew: true,
    cypher: 'MATCH (s:Statement) WHERE s.saidLatest >= $from RETURN count(s) AS total',
    graphql: `query ($from: String!) {
  statementsConnection(where: { saidLatest: { gte: $from } }) { aggregate { count { nodes } } }
}`,
  },
  {
    name: 'facets by speaker, target and act',
    path: '/v1/statements?facets=speaker&facets=about&facets=act&limit=1',
    cypher: `CALL { ${SPEAKERS} 10 RETURN collect([e.id, e.name, count]) AS speakers }
CALL { ${TARGETS} 10 RETURN collect([t.id, coalesce(t.name, t.label), count]) AS targets }
CALL { ${ACTS} 10 RETURN collect([act, count]) AS acts }
RETURN speakers, targets, acts`,
  },
  {
    name: 'by speaker',
    path: '/v1/stats/statements?groupBy=speaker',
    cypher: `${SPEAKERS} 50 RETURN e.id AS id, e.name AS name, count`,
  },
  {
    name: 'by role',
    path: '/v1/stats/statements?groupBy=role',
    cypher: `MATCH (s:Statement)-[by:SAID_BY]->()<-[:HELD_BY]-(role)
WHERE s.saidLatest >= $from AND by.preferred
RETURN role.kind AS kind, count(DISTINCT s) AS count ORDER BY count DESC`,
  },
  {
    name: 'by article',
    path: '/v1/stats/statements?groupBy=article',
    cypher: `MATCH (s:Statement)<-[:RENDERS]-()-[:IN]->(a) WHERE s.saidLatest >= $from
RETURN a.id AS id, a.title AS title, count(DISTINCT s) AS count ORDER BY count DESC LIMIT 50`,
  },
  {
    name: 'by month',
    path: '/v1/stats/statements?groupBy=month&limit=500',
    cypher: `MATCH (s:Statement) WHERE s.saidLatest >= $from
RETURN left(s.sortKey, 7) AS month, count(*) AS count ORDER BY count DESC LIMIT 500`,
  },
  {
    name: 'who about whom, 500 pairs',
    path: '/v1/stats/who-about-whom?limit=500',
    cypher: `${PAIRS} LIMIT 500
RETURN a.id AS speaker, a.name AS name, b.id AS target, coalesce(b.name, b.label) AS label, count, total, mean`,
  },
  {
    name: 'network of statements, 200 edges',
    path: '/v1/network?kinds=statement',
    cypher: `${PAIRS} LIMIT 200 RETURN a.id AS source, b.id AS target, count, total, mean`,
  },
  {
    name: 'timeline by month',
    path: '/v1/timeline?interval=month',
    cypher: `MATCH (s:Statement) WHERE s.saidLatest >= $from
WITH left(s.sortKey, 7) AS month, count(*) AS statements
RETURN month, statements, COUNT { MATCH (v:Event) WHERE v.sortKey STARTS WITH month } AS events`,
  },
];

/** The name of the parameter that bounds days: that of a timeline is of its line. */
export const dayParameter = ({ path }: CountingQuestion) =>
  path.startsWith('/v1/timeline') ? 'from' : 'saidFrom';

const FIRST_DAY = Date.UTC(2000, 0, 1);
const DAY = 86_400_000;
/** So many days after the first of the generated statements less than a tenth of them is left out. */
const DAYS = 800;

/** A day for each question that is asked, so that none is the one before. */
export const dayOf = (nth: number) => new Date(FIRST_DAY + (nth % DAYS) * DAY).toISOString().slice(0, 10);

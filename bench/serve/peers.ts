import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import PACKAGE from '../../package.json' with { type: 'json' };
import { cypher } from '../../src/db/cypher.ts';
import { STATEMENTS } from '../../src/db/indexes.ts';
import { pageOf } from '../../src/db/seek.ts';
import { statementPages } from '../../src/endpoints/statement-filters.ts';
import { statementList } from '../../src/endpoints/statements.ts';
import type { Database } from '../../src/neo4j/types.ts';
import { projectFolder } from '../../src/project.ts';
import { type Running, startNode } from './processes.ts';
import { STATEMENT_COLUMNS } from './statement-columns.ts';

const PAGE = 25;

export interface PeerRequest {
  method: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** Something that answers the same question: the newest statements of a speaker, a page of them. */
export interface Peer {
  name: string;
  url: string;
  /** Absent where Neo4j itself answers. */
  running?: Running;
  ask(speaker: string): PeerRequest;
  /** The ids of an answer in its order; absent where the peer answers something else. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape
  ids?(answer: any): string[];
  /** Whether its filter means nearly, but not wholly, the same. */
  approximate?: boolean;
}

/** The arguments of `npm run serve`, with its limits of memory. */
const SERVE = PACKAGE.scripts.serve.replace(/^node /, '');

const { given, ranges } = statementPages({ speaker: [''], attribution: 'preferred', sort: 'newest' });
const ofSpeaker = { given: ['speaker'], descending: true };
const page = statementList.page(ofSpeaker);
/** The parameters of the page: what is dated comes first, and the speakers asked for fill a page with that. */
const bind = (speaker: string) => ({
  ...given,
  ...ranges![0],
  speaker: [speaker],
  scan: statementList.scan(ofSpeaker, given),
  limit: PAGE,
});
/** The same page without the JSON that this service stores: each statement with its quotations as maps. */
const joined = cypher`${pageOf(STATEMENTS, ofSpeaker)}
${STATEMENT_COLUMNS}`;

/**
 * Starts this service as `npm run serve` does, on a database; one client may ask it as often as it likes.
 * @param folder where it is, or another state of it.
 */
export async function startService(
  database: Database,
  RESPONSE_CACHE: string,
  name = 'this service',
  folder = projectFolder,
) {
  return {
    ...(await start(database, name, SERVE, { RESPONSE_CACHE, RATE_LIMIT: '0' }, /^Ctrl-C/, folder)),
    ask: (speaker: string) => get(`/v1/statements?speaker=${speaker}&limit=${PAGE}`),
  };
}

/** Waits until a service says that it is ready: what it counts comes from an index that it builds first. */
export async function untilReady(url: string): Promise<void> {
  while (!(await fetch(`${url}/readyz`)).ok) await sleep(200);
}

/** Starts @neo4j/graphql on a database. */
export const startGraphql = (database: Database, name = '@neo4j/graphql') =>
  start(database, name, 'bench/peers/graphql.js', {}, /^ready/);

async function start(
  { uri, user, password }: Database,
  name: string,
  file: string,
  settings: Record<string, string>,
  ready: RegExp,
  folder = projectFolder,
) {
  const port = String(await getPort({ host: '127.0.0.1' }));
  const neo4j = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, LOG_LEVEL: 'warn' };
  const running = await startNode(file.split(' '), { ...neo4j, ...settings, PORT: port }, ready, folder);
  return { name, running, url: `http://127.0.0.1:${port}` };
}

/** Starts every peer on one database. */
export async function startPeers(database: Database, httpPort: number): Promise<Peer[]> {
  const service = async (name: string, cache: string): Promise<Peer> => ({
    ...(await startService(database, cache, name)),
    ids: ({ items }) => items.map(({ id }: { id: string }) => id),
  });
  const queryApi = (name: string, statement: string): Peer => ({
    name,
    url: `http://127.0.0.1:${httpPort}`,
    ask: (speaker) =>
      post(
        '/db/neo4j/query/v2',
        { statement, accessMode: 'READ', parameters: bind(speaker) },
        { authorization: `Basic ${Buffer.from(`${database.user}:${database.password}`).toString('base64')}` },
      ),
    ids: ({ data }) => idsIn(data),
  });
  const driver = async (name: string, CYPHER: string): Promise<Peer> => ({
    ...(await start(
      database,
      name,
      'bench/peers/plain.js',
      { CYPHER, BIND: JSON.stringify(bind('')) },
      /^ready/,
    )),
    ask: (speaker) => get(`/statements?speaker=${speaker}&limit=${PAGE}`),
    ids: ([first, ...rest]) => first.ids ?? [first, ...rest].map(({ id }: { id: string }) => id),
  });
  const graphql = async (name: string, where: string): Promise<Peer> => ({
    ...(await startGraphql(database, name)),
    ask: (speaker) => post('/graphql', { query: graphqlQuery(where), variables: { speaker, limit: PAGE } }),
    ids: ({ data }) => data.statements.map(({ id }: { id: string }) => id),
  });
  const first = await service('this service', '0');
  const PAGE_BYTES = String((await (await fetch(first.url + first.ask('person-0').path)).text()).length);
  return [
    first,
    await service('this service, cached', '64'),
    compressed(await service('this service, cached, gzip', '64')),
    queryApi('Query API, same Cypher', page),
    queryApi('Query API, nothing kept', joined),
    await driver('driver, same Cypher', page),
    await driver('driver, nothing kept', joined),
    await graphql(
      '@neo4j/graphql, tuned',
      '{ saidByConnection: { some: { edge: { speakerId: { eq: $speaker }, preferred: { eq: true } } } } }',
    ),
    {
      ...(await graphql(
        '@neo4j/graphql, natural',
        '{ saidByConnection: { some: { node: { id: { eq: $speaker } }, edge: { preferred: { eq: true } } } } }',
      )),
      approximate: true,
    },
    {
      ...(await start(database, 'Fastify, hello world', 'bench/peers/plain.js', {}, /^ready/)),
      ask: () => get('/hello'),
    },
    {
      ...(await start(database, 'Fastify, the same bytes', 'bench/peers/plain.js', { PAGE_BYTES }, /^ready/)),
      ask: () => get('/page'),
    },
  ];
}

/** As clients ask that take compressed answers, which browsers and most libraries are. */
const compressed = (peer: Peer): Peer => ({
  ...peer,
  ask: (speaker) => ({ ...peer.ask(speaker), headers: { 'accept-encoding': 'gzip' } }),
});

/** The ids in a page of statements, and in rows of statements that are joined anew. */
const idsIn = ({ fields, values }: { fields: string[]; values: unknown[][] }) =>
  fields.includes('ids')
    ? (values[0]![fields.indexOf('ids')] as string[])
    : values.map((row) => String(row[fields.indexOf('id')]));

const get = (path: string): PeerRequest => ({ method: 'GET', path });

const post = (path: string, body: unknown, headers: Record<string, string> = {}): PeerRequest => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** What an item of this service holds, as far as the graph gives it to @neo4j/graphql. */
const graphqlQuery = (where: string) => `query ($speaker: String!, $limit: Int!) {
  statements(where: ${where}, sort: [{ sortKey: DESC }], limit: $limit) {
    id text saidEdtf saidEarliest saidLatest saidBasis cameo actLabel plover quadClass goldstein contested speakerIds
    about { id name type }
    quotations {
      id quoteType exact prefix suffix start end cue
      article { id title publishedEdtf }
      attributions { rank basis confidence reason flags exact prefix suffix start end speakers { id name type } }
    }
  }
}`;

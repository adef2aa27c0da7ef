import { afterAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { closeGraph, openGraph, read, write } from '../../src/db/client.ts';
import { testDatabase } from '../support/database.ts';
import { READ_TIMEOUT } from '../support/read-timeout.ts';

const { uri, ...rest } = testDatabase().connection;
const graph = { ...openGraph({ ...rest, uri: uri.replace(/^bolt/, 'neo4j') }), readTimeout: READ_TIMEOUT };
afterAll(async () => {
  await write(graph, (transaction) => transaction.run('MATCH (n:Probe) DELETE n'));
  await closeGraph(graph);
});

test('an address with routing answers like one without', async () => {
  const app = await buildApp({ graph, checkResponses: true });
  const { statusCode, body } = await app.inject('/v1/statements?about=pakistan');
  expect(statusCode, body).toBe(200);
  await app.close();
});

test('a read after a write asks for a member that has it', async () => {
  await write(graph, (transaction) => transaction.run('CREATE (:Probe)'));
  const written = [...(await graph.bookmarks!.getBookmarks())];
  expect(written).toHaveLength(1);
  expect(await read(graph, 'MATCH (n:Probe) RETURN count(n) AS count')).toEqual([{ count: 1 }]);
});

import { rmSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../src/app.ts';
import { CountIndex } from '../../src/columns/count-index.ts';
import { closeGraph, type Graph, openGraph } from '../../src/db/client.ts';
import { columnsCopy } from './columns-copy.ts';
import { testDatabase } from './database.ts';
import { startToxicProxy, type ToxicProxy } from './toxic-proxy.ts';

/** The service on a port of its own, with a proxy between it and the database of this run. */
export interface Proxied {
  url: string;
  graph: Graph;
  proxy: ToxicProxy;
  stop(): Promise<void>;
}

/** @param responseCacheSize megabytes, as for the service. */
export async function serviceThroughProxy(responseCacheSize: number): Promise<Proxied> {
  const database = testDatabase().connection;
  const { host } = new URL(database.uri);
  const proxy = await startToxicProxy(host);
  const connection = { ...database, uri: `bolt://127.0.0.1:${proxy.port}` };
  const graph = openGraph(connection);
  const folder = columnsCopy();
  const counts = new CountIndex({ graph, connection, folder });
  let app: FastifyInstance | undefined;
  const stop = async () => {
    await app?.close();
    await counts.close();
    await closeGraph(graph);
    await proxy.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    app = await buildApp({ graph: { ...graph, counts }, responseCacheSize });
    return { url: await app.listen({ host: '127.0.0.1', port: 0 }), graph, proxy, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

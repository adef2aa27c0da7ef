import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../src/app.ts';
import { closeGraph, type Graph, openGraph } from '../../src/db/client.ts';
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
  const graph = openGraph({ ...database, uri: `bolt://127.0.0.1:${proxy.port}` });
  let app: FastifyInstance | undefined;
  const stop = async () => {
    await app?.close();
    await closeGraph(graph);
    await proxy.stop();
  };
  try {
    app = await buildApp({ graph, responseCacheSize });
    return { url: await app.listen({ host: '127.0.0.1', port: 0 }), graph, proxy, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

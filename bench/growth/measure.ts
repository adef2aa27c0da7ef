import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../src/app.ts';
import { CountIndex } from '../../src/columns/count-index.ts';
import type { Graph, GraphConnection } from '../../src/db/client.ts';
import { profiling } from './profiling.ts';

export interface Measured {
  status: number;
  /** Db hits of all that the database ran for the request. */
  hits: number;
  roundTrips: number;
  /** How many items a list answered. */
  items: number | null;
}

/** A service on a graph that tells what each request costs the database. Close it when it is no longer needed. */
export async function measuring(graph: Graph, connection: GraphConnection) {
  const folder = mkdtempSync(join(tmpdir(), 'on-record-columns-'));
  const counts = new CountIndex({ graph, connection, folder });
  await counts.open();
  const profiled = profiling({ ...graph, counts });
  const app: FastifyInstance = await buildApp({ graph: profiled.graph });
  return {
    async measure(url: string): Promise<Measured> {
      profiled.takeCost();
      const response = await app.inject({ url });
      const body = response.json() as { items?: unknown[] };
      return {
        status: response.statusCode,
        ...profiled.takeCost(),
        items: body.items?.length ?? null,
      };
    },
    ask: (url: string) => app.inject({ url }),
    async close() {
      await app.close();
      await counts.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

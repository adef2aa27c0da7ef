import { type Graph, read } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import type { Run } from './locked-write.ts';

/** Milliseconds: many things are looked up at once. */
const READ_TIMEOUT = 60_000;

/** Runs queries of `cypher/ingest` that only read, without a transaction that writes. */
export const readingRun =
  (graph: Graph): Run =>
  async <Of>(name: string, parameters: object = {}) =>
    (await read({ ...graph, readTimeout: READ_TIMEOUT }, cypherFile(`ingest/${name}`), {
      ...parameters,
    })) as Of[];

import { type Graph, read } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { cypherForKind } from '../db/cypher-for-kind.ts';
import type { NodeKind } from '../model/node-kind.ts';
import type { Finding } from './finding.ts';

/** How many things a check compared, and what is wrong with them. */
export interface CheckResult {
  count: number;
  findings: Finding[];
}

/** Something that holds of each node of a kind. */
export interface Check {
  name: string;
  kind: NodeKind;
  run(graph: Graph, ids: string[]): Promise<CheckResult>;
}

/** A check that the query of its name makes: the rows are the findings. */
export const queryCheck = (name: string, kind: NodeKind): Check => ({
  name,
  kind,
  run: async (graph, ids) => ({ count: ids.length, findings: await findingsOf(graph, name, kind, { ids }) }),
});

/** A check that compares each row of a query with what it should be. */
export const rowCheck = <Of>(
  name: string,
  kind: NodeKind,
  query: string,
  faults: (row: Of, kind: NodeKind) => string[],
): Check => ({
  name,
  kind,
  run: async (graph, ids) => {
    const rows = await rowsOf<Of & { id: string }>(graph, query, kind, { ids });
    return {
      count: rows.length,
      findings: rows.flatMap((row) => faults(row, kind).map((detail) => ({ kind, id: row.id, detail }))),
    };
  },
});

/** A query names at most this many findings of a page of nodes. */
const MOST_OF_A_PAGE = 1000;

/** The findings that a query of `cypher/verify` names. */
export const findingsOf = (graph: Graph, query: string, kind: NodeKind, parameters: object = {}) =>
  rowsOf<Finding>(graph, query, kind, { ...parameters, limit: MOST_OF_A_PAGE });

/** Queries that are written for one kind of node, and are run for others as well. */
const FOR_SEVERAL_KINDS = new Set([
  'assertion-ends',
  'assertion-relationships',
  'count',
  'fact-accounts',
  'fact-evidence',
  'fact-rows',
  'ids',
  'told-derived',
  'without-id',
]);

/** The rows of a query of `cypher/verify` over one kind of node; the caller says what they are. */
export const rowsOf = async <Of>(graph: Graph, query: string, kind: NodeKind, parameters: object = {}) =>
  (await read(
    graph,
    FOR_SEVERAL_KINDS.has(query) ? cypherForKind(`verify/${query}`, kind) : cypherFile(`verify/${query}`),
    { ...parameters },
  )) as Of[];

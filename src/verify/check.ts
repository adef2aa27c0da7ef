import { type Graph, read } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import type { Fault, NodeKind } from './finding.ts';

/** Of one page no more faults are told by a query than this. */
export const MOST_OF_A_PAGE = 1000;

/** What was looked at, and what is wrong with it. */
export interface Looked {
  looked: number;
  faults: Fault[];
}

/** Something that holds of each node of a kind. */
export interface Check {
  name: string;
  kind: NodeKind;
  look(graph: Graph, ids: string[]): Promise<Looked>;
}

/** A check that a query of `cypher/verify` makes: its rows are the faults. */
export const queried = (name: string, kind: NodeKind): Check => ({
  name,
  kind,
  look: async (graph, ids) => ({ looked: ids.length, faults: await faultsOf(graph, name, kind, { ids }) }),
});

/** A check that compares the rows of a query with what they should be. */
export const computed = <Of>(
  name: string,
  kind: NodeKind,
  query: string,
  faults: (row: Of, kind: NodeKind) => string[],
): Check => ({
  name,
  kind,
  look: async (graph, ids) => {
    const rows = await rowsOf<Of & { id: string }>(graph, query, kind, { ids });
    return {
      looked: rows.length,
      faults: rows.flatMap((row) => faults(row, kind).map((detail) => ({ kind, id: row.id, detail }))),
    };
  },
});

/** The faults that a query of `cypher/verify` names. */
export const faultsOf = (graph: Graph, query: string, kind: NodeKind, parameters: object = {}) =>
  rowsOf<Fault>(graph, query, kind, { ...parameters, limit: MOST_OF_A_PAGE });

/** The rows of a query of `cypher/verify` over one kind of node. */
export const rowsOf = async <Of>(graph: Graph, query: string, kind: NodeKind, parameters: object = {}) =>
  (await read(graph, cypher(`verify/${query}`, [kind]), { ...parameters })) as Of[];

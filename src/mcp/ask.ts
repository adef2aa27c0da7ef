import { type Graph, responseTimeout, withTimeout } from '../db/client.ts';
import type { Gates } from '../http/gate.ts';
import { inOrderOf } from '../model/field-order.ts';
import type { Row } from '../model/row.ts';
import { atOneVersion } from '../query/consistency.ts';
import { type Outcome, type Query, responseSchema } from '../query/define.ts';
import { runnerOf } from '../query/run.ts';

/** How a tool asks the record: by the functions that routes call, under the same limits. */
export interface Ask {
  /** Scheme and host that permalinks begin with. */
  origin: string;
  /** Runs a query as its route does. */
  query(query: Query, params: Row): Promise<Outcome>;
  /** Reads at one version of the graph, when its turn has come. */
  read<T>(work: (graph: Graph) => Promise<T>): Promise<T>;
  /** The graph, for what writes or has limits of its own. */
  graph: Graph;
  gates: Gates;
}

type Respond = (graph: Graph, params: Row, origin: string) => Promise<Outcome>;

const responders = new WeakMap<Query, Respond>();

/** What runs a query, with the fields of its response and no others. */
function responderOf(query: Query): Respond {
  const known = responders.get(query);
  if (known) return known;
  const runner = runnerOf(query);
  const arrange = inOrderOf(responseSchema(query)) as (body: Row) => Row;
  const respond: Respond = async (graph, params, origin) => {
    const outcome = await runner.respond(graph, params, { origin });
    return { ...outcome, body: arrange(outcome.body) };
  };
  responders.set(query, respond);
  return respond;
}

/** @param origin scheme and host that permalinks begin with. */
export function askOf({ graph, gates }: Pick<Ask, 'graph' | 'gates'>, origin: string): Ask {
  const read: Ask['read'] = async (work) => {
    const reading = atOneVersion(graph, (at) => gates.reading.run(() => work(at)));
    const { outcome } = await withTimeout(reading, responseTimeout(graph), graph.plans);
    return outcome;
  };
  return {
    origin,
    graph,
    gates,
    read,
    query: (query, params) => read((at) => responderOf(query)(at, params, origin)),
  };
}

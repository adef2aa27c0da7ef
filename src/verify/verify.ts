import type { Graph } from '../db/client.ts';
import { RENDERING } from '../ingest/write/render-statements.ts';
import { faultsOf, type Looked, rowsOf } from './check.ts';
import { CHECKS } from './checks.ts';
import type { Finding, NodeKind } from './finding.ts';
import { Ledger, type Outcome } from './ledger.ts';
import { lookAtSchema } from './schema-faults.ts';

/** Milliseconds; a look at all relationships of a large graph takes its time. */
const PATIENCE = 600_000;
/** Nodes that are looked at together; articles come with their texts. */
const PAGE = 1000;
const PAGE_OF_ARTICLES = 50;

const KINDS: NodeKind[] = [
  ...['Article', 'Entity', 'Name', 'Event', 'Relation', 'Role', 'Statement'],
  ...['Quotation', 'Attribution', 'Evidence', 'Mention', 'ExcludedClaim', 'Graph'],
];

export interface Verification {
  /** What each check came to; none where the graph is empty. */
  outcomes: Outcome[];
  found: number;
  /** Somebody wrote to the graph meanwhile: what was found may be something half written. */
  wasChanged: boolean;
  /** The JSON of statements was made by another version of this service, and is made anew when this one starts. */
  isRenderedAnew: boolean;
}

/** What is wrong in a graph; of each check at most some tens are named. */
export async function verifyGraph(graph: Graph, onProgress?: (text: string) => void): Promise<Finding[]> {
  const { outcomes } = await verification(graph, onProgress);
  return outcomes.flatMap(({ named }) => named);
}

/** Holds a graph to all that is true of a sound one, without changing it; it reads a page of nodes at a time. */
export async function verification(
  graph: Graph,
  onProgress: (text: string) => void = () => {},
): Promise<Verification> {
  const patient = { ...graph, readTimeout: PATIENCE };
  const ledger = new Ledger();
  const tell = everySecond(onProgress);
  const counts = await Promise.all(KINDS.map((kind) => countOf(patient, kind)));
  const strays = await lookForStrays(patient, counts);
  if (strays.looked === 0) return { outcomes: [], found: 0, wasChanged: false, isRenderedAnew: false };
  ledger.add('strays', strays);
  ledger.add('schema', await lookAtSchema(patient));
  const before = await lookAtVersion(patient);
  ledger.add('graph', before);
  for (const [index, kind] of KINDS.entries()) {
    await verifyKind(patient, kind, counts[index]!, ledger, tell);
  }
  const { version } = await lookAtVersion(patient);
  return {
    outcomes: ledger.outcomes,
    found: ledger.found,
    wasChanged: version !== before.version,
    isRenderedAnew: before.rendering !== RENDERING,
  };
}

async function verifyKind(
  graph: Graph,
  kind: NodeKind,
  count: number,
  ledger: Ledger,
  onProgress: (text: string) => void,
): Promise<void> {
  const checks = CHECKS.filter((check) => check.kind === kind);
  const limit = kind === 'Article' ? PAGE_OF_ARTICLES : PAGE;
  ledger.add('ids', { looked: 0, faults: await faultsOf(graph, 'nameless', kind) });
  let done = 0;
  for (let after = ''; ; ) {
    const rows = await rowsOf<{ id: string; copies: number }>(graph, 'ids', kind, { after, limit });
    if (rows.length === 0) return;
    ledger.add('ids', repeated(kind, rows));
    const ids = rows.map(({ id }) => id);
    const looked = await Promise.all(checks.map((check) => check.look(graph, ids)));
    for (const [index, { name }] of checks.entries()) ledger.add(name, looked[index]!);
    after = ids.at(-1)!;
    done += ids.length;
    onProgress(`${kind}: ${done} of ${count}, ${ledger.found} faults so far`);
  }
}

const repeated = (kind: string, rows: { id: string; copies: number }[]): Looked => ({
  looked: rows.length,
  faults: rows
    .filter(({ copies }) => copies > 1)
    .map(({ id, copies }) => ({ kind, id, detail: `is the id of ${copies} nodes` })),
});

async function lookForStrays(graph: Graph, counts: number[]): Promise<Looked> {
  const nodes = await faultsOf(graph, 'stray-nodes', 'Graph');
  const relationships = await faultsOf(graph, 'stray-relationships', 'Graph');
  return {
    looked: counts.reduce((sum, count) => sum + count, nodes.length),
    faults: [...nodes, ...relationships],
  };
}

interface GraphRow {
  id: string;
  version: number | null;
  seed: string | null;
  rendering: string | null;
}

async function lookAtVersion(graph: Graph) {
  const rows = await rowsOf<GraphRow>(graph, 'graph', 'Graph');
  const [row] = rows;
  const details = [
    ...(rows.length === 1 ? [] : [`is there ${rows.length} times`]),
    ...(row && (row.version === null || row.seed === null) ? ['has no version'] : []),
  ];
  const faults = details.map((detail) => ({ kind: 'Graph', id: 'graph', detail }));
  return { looked: rows.length, faults, version: row?.version, rendering: row?.rendering };
}

const countOf = async (graph: Graph, kind: NodeKind) =>
  (await rowsOf<{ count: number }>(graph, 'count', kind))[0]!.count;

/** Passes on what is said a second or more after what was passed on last. */
function everySecond(tell: (text: string) => void): (text: string) => void {
  let told = performance.now();
  return (text) => {
    if (performance.now() - told < 1000) return;
    told = performance.now();
    tell(text);
  };
}

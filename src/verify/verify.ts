import { draftsOf, type Graph } from '../db/client.ts';
import { draftSchemaStatements, schemaStatements } from '../db/schema.ts';
import { RENDERING } from '../db/statement-json.ts';
import { MODEL_NUMBER } from '../model/model-number.ts';
import { NODE_KINDS, type NodeKind } from '../model/node-kind.ts';
import { type CheckResult, findingsOf, rowsOf } from './check.ts';
import { checkSchema } from './check-schema.ts';
import { CHECKS } from './checks.ts';
import { excerpt, type Finding } from './finding.ts';
import { type CheckOutcome, Ledger } from './ledger.ts';

/** Milliseconds; a look at all relationships of a large graph takes its time. */
const READ_TIMEOUT = 600_000;
/** Nodes that are compared together; articles come with their texts. */
const PAGE = 1000;
const PAGE_OF_ARTICLES = 50;

export interface Verification {
  /** What each check came to; none where the graph is empty. */
  outcomes: CheckOutcome[];
  found: number;
  /** The graph was written to meanwhile: what was found may be something half written. */
  wasChanged: boolean;
  /** The JSON of statements was made by another version of this service, and is made anew when this one starts. */
  isRenderedAnew: boolean;
}

/** What is wrong in a graph, each with the check that found it; of each check at most some tens are named. */
export async function verifyGraph(
  graph: Graph,
  onProgress?: (text: string) => void,
): Promise<({ check: string } & Finding)[]> {
  const { outcomes } = await verification(graph, onProgress);
  return outcomes.flatMap(({ check, named }) => named.map((finding) => ({ check, ...finding })));
}

/** Holds a graph to all that is true of a sound one, without changing it; it reads a page of nodes at a time. */
export async function verification(
  graph: Graph,
  onProgress: (text: string) => void = () => {},
): Promise<Verification> {
  const patient = { ...graph, readTimeout: READ_TIMEOUT };
  const ledger = new Ledger();
  const tell = everySecond(onProgress);
  const counts = await Promise.all(NODE_KINDS.map((kind) => countOf(patient, kind)));
  const strays = await checkStrays(patient, counts);
  const isEmpty =
    strays.findings.length === 0 && NODE_KINDS.every((kind, at) => kind === 'Graph' || counts[at] === 0);
  if (isEmpty) return { outcomes: [], found: 0, wasChanged: false, isRenderedAnew: false };
  ledger.add('strays', strays);
  ledger.add('schema', await checkSchema(patient, schemaStatements()));
  const before = await checkVersion(patient);
  ledger.add('graph', before);
  for (const [index, kind] of NODE_KINDS.entries()) {
    await verifyKind(patient, kind, counts[index]!, ledger, tell);
  }
  await verifyDrafts(draftsOf(patient), ledger, tell);
  const { version } = await checkVersion(patient);
  return {
    outcomes: ledger.outcomes,
    found: ledger.found,
    wasChanged: version !== before.version,
    isRenderedAnew: before.rendering !== RENDERING,
  };
}

/** What there is one of for drafts and for what was reviewed. */
const COMMON: readonly NodeKind[] = ['Graph', 'Change'];

/** Holds what drafts say to the same. */
async function verifyDrafts(graph: Graph, ledger: Ledger, onProgress: (text: string) => void): Promise<void> {
  const kinds = NODE_KINDS.filter((kind) => !COMMON.includes(kind));
  const counts = await Promise.all(kinds.map((kind) => countOf(graph, kind)));
  if (counts.every((count) => count === 0)) return;
  ledger.add('schema', await checkSchema(graph, draftSchemaStatements()));
  for (const [index, kind] of kinds.entries())
    await verifyKind(graph, kind, counts[index]!, ledger.ofDrafts(), onProgress);
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
  // A name is known by its key.
  const [withoutId, idQuery] = kind === 'Name' ? ['names-without-key', 'name-keys'] : ['without-id', 'ids'];
  ledger.add('ids', { count: 0, findings: await findingsOf(graph, withoutId!, kind) });
  let done = 0;
  for (let after = ''; ; ) {
    const rows = await rowsOf<{ id: string; copies: number }>(graph, idQuery!, kind, { after, limit });
    if (rows.length === 0) return;
    ledger.add('ids', duplicates(kind, rows));
    const ids = rows.map(({ id }) => id);
    const results = await Promise.all(checks.map((check) => check.run(graph, ids)));
    for (const [index, { name }] of checks.entries()) ledger.add(name, results[index]!);
    after = ids.at(-1)!;
    done += ids.length;
    onProgress(`${kind}: ${done} of ${count}, ${ledger.found} faults so far`);
  }
}

const duplicates = (kind: string, rows: { id: string; copies: number }[]): CheckResult => ({
  count: rows.length,
  findings: rows
    .filter(({ copies }) => copies > 1)
    .map(({ id, copies }) => ({ kind, id, detail: `is the id of ${copies} nodes` })),
});

async function checkStrays(graph: Graph, counts: number[]): Promise<CheckResult> {
  const nodes = await findingsOf(graph, 'stray-nodes', 'Graph');
  const relationships = await findingsOf(graph, 'stray-relationships', 'Graph');
  return {
    count: counts.reduce((sum, one) => sum + one, nodes.length),
    findings: [...nodes, ...relationships],
  };
}

interface GraphRow {
  id: string;
  version: number | null;
  seed: string | null;
  model: number | null;
  rendering: string | null;
}

async function checkVersion(graph: Graph) {
  const rows = await rowsOf<GraphRow>(graph, 'graph', 'Graph');
  const [row] = rows;
  const details = [
    ...(rows.length === 1 ? [] : [`is there ${rows.length} times`]),
    ...(row && (row.version === null || row.seed === null) ? ['has no version'] : []),
    ...(row && row.model !== MODEL_NUMBER
      ? [`is of model ${excerpt(row.model)}, and should be of ${MODEL_NUMBER}`]
      : []),
  ];
  const findings = details.map((detail) => ({ kind: 'Graph', id: 'graph', detail }));
  return { count: rows.length, findings, version: row?.version, rendering: row?.rendering };
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

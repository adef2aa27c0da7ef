import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { RENDERING } from '../../db/statement-json.ts';
import { changeId } from '../../model/change.ts';
import type { EntityLink } from '../../model/entity.ts';
import { MODEL_NUMBER } from '../../model/model-number.ts';
import { plainForms } from '../../model/name-key.ts';
import { activeAmong, keyOf, type StoredDecision } from '../facts/active-decisions.ts';
import { batches } from '../facts/batches.ts';
import { type EntityRow, searchForms } from '../facts/entity-rows.ts';
import { type ArticleFacts, statementCount } from '../facts/facts.ts';
import { mergedEntities } from '../facts/merged-entities.ts';
import { withoutLookups } from '../facts/quotation-lookup.ts';
import { sameIdsOf } from '../facts/same-ids.ts';
import { Progress } from '../progress.ts';
import { TableThread } from './table-thread.ts';
import type { SourceFiles } from './table-writer.ts';
import { type End, type TableFile, Tables } from './tables.ts';

/** On two cores they take turns with the thread that reads the articles; merging is theirs alone. */
const WRITERS = 2;
/** Facts that are handed to a writer at once. */
const FACTS_AT_ONCE = 2000;

/** What becomes a graph: each article is taken once, one after the other. */
export interface BulkInput {
  entities: Iterable<EntityRow>;
  articles: Iterable<ArticleFacts>;
  /** How many statements the articles make, for the progress, where that is known. */
  statements?: number;
  /** Decisions, which were applied to the articles. */
  decisions?: StoredDecision[];
}

/**
 * Writes a graph as CSV files for the importer, with everything that ingestion derives. Articles are read here, and written by threads;
 * these also merge what several articles have a part in, a partition at a time. The labels of events and links to entities are held in memory.
 * @param folder an empty folder; files of intermediate results are left there too.
 */
export async function writeTables(
  folder: string,
  { entities, articles, statements, decisions = [] }: BulkInput,
  onProgress: (text: string) => void,
): Promise<TableFile[]> {
  const tables = new Tables(folder, 'shared');
  const graph = {
    seed: randomUUID().slice(0, 8),
    version: 1,
    model: MODEL_NUMBER,
    rendering: RENDERING,
    ...(decisions.length > 0 && { decisions: 1 }),
  };
  tables.node('Graph', 'graph', graph);
  const at = new Date().toISOString();
  tables.node('Change', changeId(1), { version: 1, at, isListed: true, isBulk: true });
  writeDecisions(tables, decisions);
  const entityLinks = writeEntities(tables, entities, decisions);

  const threads = Array.from({ length: WRITERS }, () => new TableThread());
  try {
    await Promise.all(threads.map((thread, at) => thread.open(folder, String(at))));
    const writing = new Progress(statements ?? null, (text) => onProgress(`writing tables: ${text}`));
    await writeArticles(threads, articles, writing);
    const sources = await Promise.all(threads.map((thread) => thread.call('closeSources')));
    const labels = new Map<string, string>();
    await shareOut(threads, partitionsOf(sources, 'told'), async (thread, files) => {
      for (const [id, label] of await thread.call('writeTold', files)) labels.set(id, label);
    });
    const joining = new Progress(statements ?? null, (text) =>
      onProgress(`joining what articles share: ${text}`),
    );
    await Promise.all(
      threads.map((thread) => thread.call('link', { entities: entityLinks, events: labels })),
    );
    await shareOut(threads, partitionsOf(sources, 'statements'), async (thread, files) => {
      joining.add(await thread.call('writeStatements', files));
    });
    const written = await Promise.all(threads.map((thread) => thread.call('close')));
    const references = new Set(written.flatMap(({ eventReferences }) => [...eventReferences]));
    for (const event of references) tables.node('EventReference', event, {});
    return [...tables.close(), ...written.flatMap(({ files }) => files)];
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

/** Hands out the articles as they are read, in turn; each thread has no more than one batch that waits. */
async function writeArticles(
  threads: TableThread[],
  articles: Iterable<ArticleFacts>,
  progress: Progress,
): Promise<void> {
  const writing: Promise<void>[] = [];
  let turn = 0;
  for (const batch of batches(articles, FACTS_AT_ONCE)) {
    const thread = threads[turn++ % threads.length]!;
    const written = thread.call('writeArticles', batch.map(withoutLookups)).then(() => {
      progress.add(batch.reduce((count, article) => count + statementCount(article), 0));
    });
    // A failure is met when its turn comes.
    written.catch(() => {});
    writing.push(written);
    if (writing.length > 2 * threads.length) await writing.shift();
    // Reading is synchronous: others get their turn, such as what shows the progress.
    await setImmediate();
  }
  await Promise.all(writing);
}

/** The files of each partition, of all writers. */
function partitionsOf(sources: SourceFiles[], kind: keyof SourceFiles): string[][] {
  const files = sources.flatMap((of) => [...of[kind]]);
  return [...Map.groupBy(files, ([partition]) => partition).values()].map((of) => of.map(([, path]) => path));
}

/** Does all pieces, each by the thread that is free next. */
async function shareOut<Piece>(
  threads: TableThread[],
  pieces: Piece[],
  work: (thread: TableThread, piece: Piece) => Promise<void>,
): Promise<void> {
  const left = pieces.values();
  await Promise.all(
    threads.map(async (thread) => {
      for (const piece of left) await work(thread, piece);
    }),
  );
}

function writeDecisions(tables: Tables, decisions: StoredDecision[]): void {
  const active = activeAmong(decisions);
  const holds = new Set(active);
  for (const decision of decisions) {
    const { id, ...properties } = decision;
    tables.node('Decision', id, { ...properties, key: keyOf(decision), isActive: holds.has(decision) });
  }
  const same = sameIdsOf(active);
  for (const list of ['statements', 'events'] as const)
    for (const [id, shared] of same[list]) tables.node('FormerId', `${list} ${id}`, { to: shared.id });
}

/** @returns what facts that point at an entity show of it. */
function writeEntities(
  tables: Tables,
  entities: Iterable<EntityRow>,
  decisions: StoredDecision[],
): Map<string, EntityLink> {
  const rows = new Map([...entities].map((row) => [row.id, row]));
  const merged = mergedEntities(activeAmong(decisions), (id) => rows.has(id));
  const intoOf = Map.groupBy(merged.keys(), (id) => merged.get(id)!.id);
  const links = new Map<string, EntityLink>();
  const written = new Set<string>();
  const writeNames = (end: End, names: EntityRow['names'], mark: { merged?: true } = {}) => {
    for (const { key, text, kind, shared = false } of names) {
      if (!written.has(key)) tables.node('Name', key, plainForms(key));
      written.add(key);
      tables.relationship('NAMES', ['Name', key], end, { text, kind, shared, ...mark });
    }
  };
  for (const { id, type, properties, names, country, hash } of rows.values()) {
    const into = merged.get(id)?.id;
    const end: End = [into === undefined ? 'Entity' : 'MergedEntity', id];
    const own = new Set(names.map(({ key }) => key));
    const further = (intoOf.get(id) ?? []).flatMap((one) => rows.get(one)!.names);
    // Of two spellings of one name that of the entity counts that was merged first, as in a graph that is there.
    const merging = further.filter(
      ({ key }, at) => !own.has(key) && further.findIndex((name) => name.key === key) === at,
    );
    const nameWords = searchForms([...names, ...merging]);
    if (into === undefined) tables.node('Entity', id, { ...properties, nameWords, hash }, type);
    else {
      tables.node('MergedEntity', id, { ...properties, hash });
      tables.relationship('MERGED_INTO', end, ['Entity', into]);
    }
    links.set(id, { id, name: String(properties.name), type });
    if (country !== null) tables.relationship('BELONGS_TO', end, ['Entity', country]);
    writeNames(end, names);
    writeNames(end, merging, { merged: true });
  }
  return links;
}

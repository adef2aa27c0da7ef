import { setImmediate } from 'node:timers/promises';
import type { StoredDecision } from '../facts/active-decisions.ts';
import { batches } from '../facts/batches.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import { type ArticleFacts, statementCount } from '../facts/facts.ts';
import { withoutLookups } from '../facts/quotation-lookup.ts';
import { Progress } from '../progress.ts';
import { TableThread } from './table-thread.ts';
import type { SourceFiles } from './table-writer.ts';
import { type TableFile, Tables } from './tables.ts';
import { writeShared } from './write-shared.ts';

/** On two cores they take turns with the thread that reads the articles; merging is theirs alone. */
const WRITERS = 2;
/** Facts that are handed to a writer at once. */
const FACTS_AT_ONCE = 2000;

/** What becomes a graph: each article is taken once, one after the other. */
export interface BulkInput {
  entities: Iterable<EntityRow>;
  articles: Iterable<ArticleFacts>;
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
  { entities, articles, decisions = [] }: BulkInput,
  onProgress: (text: string) => void,
): Promise<TableFile[]> {
  const tables = new Tables(folder, 'shared');
  const entityLinks = writeShared(tables, entities, decisions);
  const threads = Array.from({ length: WRITERS }, () => new TableThread());
  try {
    await Promise.all(threads.map((thread, at) => thread.open(folder, String(at))));
    const writing = new Progress(null, (text) => onProgress(`writing tables: ${text}`));
    await writeArticles(threads, articles, writing);
    const sources = await Promise.all(threads.map((thread) => thread.call('closeSources')));
    const labels = new Map<string, string>();
    await shareOut(threads, partitionsOf(sources, 'told'), async (thread, files) => {
      for (const [id, label] of await thread.call('writeTold', files)) labels.set(id, label);
    });
    const joining = new Progress(writing.done, (text) => onProgress(`joining what articles share: ${text}`));
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

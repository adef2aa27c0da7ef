import { type Graph, read } from '../../db/client.ts';
import { cypher } from '../../db/cypher.ts';
import type { AuthorityRecord } from '../../model/annotation.ts';
import { Submission } from '../../model/submission.ts';
import { described } from '../check/annotate-article.ts';
import { type CheckedDocument, checkDocument } from '../check/checked-document.ts';
import { InputError, type InputFault } from '../check/input-error.ts';
import { countryFaults, describedTwice } from '../check/known-entities.ts';
import type { KnownEntities } from '../check/references.ts';
import { type EntityRow, entityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { lockArticles, storedArticles } from './article-transaction.ts';
import { unchangedTally } from './change-tally.ts';
import { runner, writeLocked } from './locked-write.ts';
import { renderStatements } from './render-statements.ts';
import type { Tally } from './tally.ts';
import { replace } from './write-articles.ts';
import { existingHashes, replaceEntities } from './write-entities.ts';

export interface Submitted {
  id: string;
  /** Whether the graph had neither the article nor what it says as it is. */
  isNew: boolean;
  tally: Tally;
}

/** What is submitted is valid in itself, and the graph says something else under the same ids. */
export class Conflict extends InputError {}

interface Sound {
  facts: ArticleFacts;
  entities: EntityRow[];
}

/** As many as an unknown id is compared with. */
const MOST_COMPARED = 10_000;
const SOURCE = 'body';

/**
 * Checks an article with the entities that it brings, as the command line does, and writes both in one transaction.
 * What is there already is left as it is.
 * @param options.dryRun finds out what would be written, and writes nothing.
 * @throws InputError with every fault; Conflict where an id of the submission means something else in the graph.
 */
export async function submitArticle(
  graph: Graph,
  body: unknown,
  { dryRun }: { dryRun: boolean },
): Promise<Submitted> {
  const { facts, entities } = await sound(graph, body);
  const submitted = await writeAll(graph, facts, entities, dryRun);
  if (submitted.isNew && !dryRun) await renderStatements(graph);
  return submitted;
}

async function sound(graph: Graph, body: unknown): Promise<Sound> {
  const value = Object(body) as Record<string, unknown>;
  const document = checkDocument({ file: SOURCE }, { value, errors: [], line: () => null }, Submission);
  let { sound, faults } = check(value, document, await knownEntities(graph, [...slugs(value)]));
  // An id that nothing has is told with the nearest that something has.
  if (faults.length > 0) ({ faults, sound } = check(value, document, await knownEntities(graph, null)));
  if (faults.length > 0) throw new InputError(faults);
  return sound!;
}

function check(
  { id, text, annotation }: Record<string, unknown>,
  document: CheckedDocument<{ entities: AuthorityRecord[] }>,
  inGraph: Map<string, AuthorityRecord>,
): { sound: Sound | null; faults: InputFault[] } {
  const records = document.data?.entities ?? [];
  const known: KnownEntities = {
    records: new Map([...inGraph, ...records.map((record) => [record.id, record] as const)]),
    doubtful: new Set(document.ids('entities')),
    complete: true,
  };
  const faults = [
    ...document.faults,
    ...twice(document, records),
    ...countryFaults(document, records, known),
  ];
  if (annotation === null || typeof annotation !== 'object') return { sound: null, faults };
  const input = { file: SOURCE, line: null, id: String(id), text: String(text ?? ''), annotation };
  const { facts, faults: found } = described(input, known);
  // Without the text no quote can be found, and nothing is wrong with the quotes.
  const isTextSound = !document.faults.some(({ path }) => path?.[0] === 'text');
  if (isTextSound) faults.push(...found);
  return { sound: facts && { facts, entities: records.map(entityRow) }, faults };
}

const twice = (document: CheckedDocument<unknown>, records: AuthorityRecord[]): InputFault[] =>
  records.flatMap(({ id }, index) =>
    records.findIndex((record) => record.id === id) === index ? [] : [describedTwice(document, index, id)],
  );

/** Entities of the graph as far as a check of references looks at them. */
async function knownEntities(graph: Graph, ids: string[] | null): Promise<Map<string, AuthorityRecord>> {
  const rows = await read(graph, cypher('ingest/known-entities'), { ids, limit: MOST_COMPARED });
  return new Map(rows.map((row) => [row.id as string, row as unknown as AuthorityRecord]));
}

/** All texts of a body that may be the id of something. */
function* slugs(node: unknown): Generator<string> {
  if (typeof node === 'string' && node.length <= 120 && /^[a-z0-9-]+$/.test(node)) yield node;
  else if (node !== null && typeof node === 'object')
    for (const child of Object.values(node)) yield* slugs(child);
}

/** Takes back a transaction whose outcome is all that was wanted. */
class TakenBack extends Error {
  readonly submitted: Submitted;

  constructor(submitted: Submitted) {
    super('a dry run is taken back');
    this.submitted = submitted;
  }
}

async function writeAll(
  graph: Graph,
  facts: ArticleFacts,
  entities: EntityRow[],
  dryRun: boolean,
): Promise<Submitted> {
  try {
    return await writeLocked(graph, async (transaction) => {
      const run = runner(transaction);
      const hashes = await existingHashes(run, entities);
      refuseOthers(entities, hashes);
      const stored = await storedArticles(run, [facts.id]);
      const there = stored.get(facts.id);
      const tally = unchangedTally(facts);
      if (there?.digest === facts.digest && entities.every(({ id }) => hashes.has(id)))
        return { id: facts.id, isNew: false, tally };
      const written = await replaceEntities(transaction, entities);
      const locked = await storedArticles(run, await lockArticles(transaction, [facts.id]));
      const other = locked.get(facts.id);
      if (other && other.digest !== facts.digest) throw new Conflict([otherArticle(facts.id)]);
      if (other) written.merge(tally);
      else written.merge(await replaceShared(() => replace(transaction, [facts], locked, () => false)));
      const submitted = { id: facts.id, isNew: written.total('created') > 0, tally: written };
      if (dryRun) throw new TakenBack(submitted);
      return submitted;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.submitted;
    throw error;
  }
}

/** A fault of a valid article that is found while it is written is one with another article. */
async function replaceShared(work: () => Promise<Tally>): Promise<Tally> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) throw new Conflict(error.faults);
    throw error;
  }
}

function refuseOthers(entities: EntityRow[], hashes: Map<unknown, unknown>): void {
  const faults = entities.flatMap(({ id, hash }, index): InputFault[] =>
    !hashes.has(id) || hashes.get(id) === hash
      ? []
      : [
          {
            file: SOURCE,
            line: null,
            field: `entities[${index}]`,
            path: ['entities', index],
            message: `the entity ${id} is there already, described differently`,
            expected: 'another id, or the entity left out',
          },
        ],
  );
  if (faults.length > 0) throw new Conflict(faults);
}

const otherArticle = (id: string): InputFault => ({
  file: SOURCE,
  line: null,
  field: 'id',
  path: ['id'],
  message: `the article ${id} is there already and says something else`,
  expected: 'another id, or the article deleted first',
});

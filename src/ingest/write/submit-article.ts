import type { ManagedTransaction } from 'neo4j-driver';
import { draftsOf, type Graph } from '../../db/client.ts';
import { draftTransaction, isOfDrafts, wholeTransaction } from '../../db/drafts.ts';
import { assertModelNumber } from '../../db/model-number.ts';
import { applyDraftSchema } from '../../db/schema.ts';
import type { Fault } from '../../model/fault.ts';
import { FaultList } from '../../model/fault-list.ts';
import { placeOf } from '../../model/field-path.ts';
import { assertPrecondition, type Precondition, revisionOf } from '../../model/revision.ts';
import type { Row } from '../../model/row.ts';
import type { AllAlike } from '../alike/alike.ts';
import { alikeEntities } from '../alike/alike-entities.ts';
import { alikeOfGiven, alikeOfWritten } from '../alike/find-alike.ts';
import { BODY } from '../check/body.ts';
import { checkApart } from '../check/check-apart.ts';
import type { CheckedSubmission } from '../check/check-submission.ts';
import { type Difference, entityDifferences } from '../check/entity-differences.ts';
import { InputError } from '../check/input-error.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import type { Tally } from '../tally.ts';
import { lockArticles, type StoredArticle, storedArticles } from './article-transaction.ts';
import { takenNameFault, takenNames } from './assert-names-unshared.ts';
import { unchangedTally } from './change-tally.ts';
import { Conflict } from './conflict.ts';
import { activeDecisions, assertDecisionsStand, decidedFacts } from './decided-facts.ts';
import { copyEntities, entitiesUsedBy } from './draft-entities.ts';
import { dryRunnable } from './dry-run.ts';
import { assertUnreviewed, holdApart } from './hold-apart.ts';
import { knownGraph } from './known-graph.ts';
import { pretendVersion, type Run, runner, writeLocked } from './locked-write.ts';
import { renderStatements } from './render-statements.ts';
import { replace } from './replace-articles.ts';
import { existingHashes } from './replace-entities.ts';
import { writeAuthority } from './write-entities.ts';

export interface SubmissionOutcome {
  id: string;
  /** What became of the article; unchanged where the graph had it, and what it says, as it is. */
  outcome: 'created' | 'replaced' | 'unchanged';
  revision: string;
  tally: Tally;
  /** What it is joined with, and what is offered for a decision. */
  alike: AllAlike;
}

export interface SubmissionOptions {
  /** Finds out what would be written, and writes nothing. */
  dryRun: boolean;
  /** Of what is sent to the URL of an article: its id, and what has to be there. Without it an article that differs is a conflict. */
  replaces?: { id: string; precondition: Precondition };
  /**
   * Of a dry run that is a rehearsal, after which everything is planned: what else is done within its transaction. No other
   * writer waits for it.
   */
  rehearse?: (transaction: ManagedTransaction) => Promise<unknown>;
}

/**
 * Checks an article with the entities that it brings, as the command line does, and writes both in one transaction.
 * What is there already as it is sent is left as it is, whatever the request demands: it may be sent again.
 * @param bytes the submission as JSON in UTF-8.
 * @throws JsonError where it cannot be read; InputError with its faults; Conflict where an id of the submission means something else in the graph;
 *   PreconditionFailed; ModelNumberError where the graph is of another model.
 */
export async function submitArticle(
  graph: Graph,
  bytes: Uint8Array,
  options: SubmissionOptions,
): Promise<SubmissionOutcome> {
  await assertModelNumber(graph);
  const submission = await checkApart(bytes, knownGraph(graph), options.replaces?.id);
  const outcome = await writeSubmission(graph, submission, options);
  if (outcome.outcome !== 'unchanged' && !options.dryRun)
    await renderStatements(submission.facts.isDraft ? draftsOf(graph) : graph);
  return outcome;
}

async function writeSubmission(
  graph: Graph,
  { facts: checked, entities }: CheckedSubmission,
  { dryRun, replaces, rehearse }: SubmissionOptions,
): Promise<SubmissionOutcome> {
  const isDraft = checked.isDraft === true;
  if (isDraft) await applyDraftSchema(graph);
  return dryRunnable(dryRun, (finish) =>
    writeLocked(isDraft ? draftsOf(graph) : graph, async (transaction) => {
      if (rehearse) pretendVersion(transaction);
      const run = runner(transaction);
      const authority = runner(wholeTransaction(transaction));
      const decisions = await activeDecisions(run);
      const [facts] = (await decidedFacts(run, [checked], decisions, entities)) as [ArticleFacts];
      const revision = revisionOf(facts.digest);
      const hashes = await existingHashes(run, entities);
      await assertSameEntities(run, entities, hashes);
      if (isDraft) await assertDraftable(authority, facts, entities);
      const likeEntities = await alikeEntities(authority, entities);
      const alike = async () => ({
        ...(await (isDraft ? alikeOfGiven(authority, [facts]) : alikeOfWritten(run, facts))),
        entities: likeEntities,
      });
      const stored = await storedArticles(run, [facts.id]);
      const known = stored.get(facts.id);
      const tally = unchangedTally(facts);
      if (known?.digest === facts.digest && entities.every(({ id }) => hashes.has(id)))
        return { id: facts.id, outcome: 'unchanged', revision, tally, alike: await alike() };
      // Those that are there are the same, but perhaps for the order of their names.
      const unwritten = entities.filter(({ id, hash }) => !hashes.has(id) || hashes.get(id) === hash);
      const written = isDraft
        ? await copyEntities(transaction, [facts], unwritten)
        : await writeAuthority(transaction, unwritten, usedBy(facts, entities));
      // Another writer may have given a name away since it was checked.
      const taken = await takenNames(
        run,
        entities.filter(({ id }) => !hashes.has(id)),
        entities,
      );
      if (taken.length > 0)
        throw new Conflict(FaultList.of(taken.map((name) => takenNameFault(BODY, entities, name))));
      const locked = await storedArticles(run, await lockArticles(transaction, [facts.id]));
      const other = locked.get(facts.id);
      const isSame = other?.digest === facts.digest;
      if (!isSame && replaces) {
        const { precondition } = replaces;
        const there = other ?? (await draftReplaced(transaction, facts.id, precondition));
        assertPrecondition(precondition, `article ${JSON.stringify(facts.id)}`, there?.digest);
      } else if (other && !isSame) throw new Conflict(FaultList.of([await articleFault(run, facts)]));
      if (isSame) written.merge(tally);
      else written.merge(await asConflict(() => replace(transaction, [facts], locked, decisions.active)));
      await holdApart(transaction, [facts]);
      await assertDecisionsStand(run, decisions);
      const became = written.total('created') > 0 ? 'created' : 'unchanged';
      const outcome = other && !isSame ? 'replaced' : became;
      const submitted: SubmissionOutcome = {
        id: facts.id,
        outcome,
        revision,
        tally: written,
        alike: await alike(),
      };
      await rehearse?.(transaction);
      return finish(submitted);
    }),
  );
}

/**
 * Holds a draft to what was reviewed.
 * @throws Conflict where its article was reviewed, or the authority describes an entity otherwise.
 */
async function assertDraftable(authority: Run, facts: ArticleFacts, entities: EntityRow[]): Promise<void> {
  await assertUnreviewed(authority, [facts]);
  await assertSameEntities(authority, entities, await existingHashes(authority, entities));
}

/** The draft that an article takes the place of, where the request was made for one. */
async function draftReplaced(
  transaction: ManagedTransaction,
  id: string,
  { is }: Precondition,
): Promise<StoredArticle | undefined> {
  if (is === 'absent' || isOfDrafts(transaction)) return undefined;
  return (await storedArticles(runner(draftTransaction(transaction)), [id])).get(id);
}

/** Tells the entities that an article uses, with their countries: those go with it. */
function usedBy(article: ArticleFacts, entities: EntityRow[]): (id: string) => boolean {
  const used = entitiesUsedBy([article]);
  for (const { id, country } of entities) if (country !== null && used.has(id)) used.add(country);
  return (id) => used.has(id);
}

/** A fault of a valid article that is found while it is written is a conflict with another writer. */
async function asConflict(work: () => Promise<Tally>): Promise<Tally> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) throw new Conflict(error.found);
    throw error;
  }
}

async function assertSameEntities(
  run: Run,
  entities: EntityRow[],
  hashes: Map<unknown, unknown>,
): Promise<void> {
  const different = entities.filter(({ id, hash }) => hashes.has(id) && hashes.get(id) !== hash);
  if (different.length === 0) return;
  const stored = await run<EntityRow>('described-entities', { ids: different.map(({ id }) => id) });
  const byId = new Map(stored.map((row) => [row.id, row]));
  const faults = different.flatMap((entity) => {
    const differences = entityDifferences(entity, byId.get(entity.id)!);
    return differences.length > 0 ? entityFault(entity.id, entities.indexOf(entity), differences) : [];
  });
  if (faults.length > 0) throw new Conflict(FaultList.of(faults));
}

const entityFault = (id: string, index: number, differences: Difference[]): Fault => ({
  file: BODY,
  ...placeOf(['entities', index]),
  detail: `the entity ${id} is there already, described differently: ${differences.map(({ field }) => field).join(', ')}`,
  expected: `${differences.map(({ field, there }) => `${field}: ${there}`).join('; ')}; or another id, or the entity left out`,
});

/** What articles are described by, as annotations name it; all else follows from what their annotations say. */
const ARTICLE_FIELDS = {
  sha256: 'text',
  title: 'title',
  language: 'language',
  publisher: 'publisher',
  url: 'url',
  publishedEdtf: 'published',
};

async function articleFault(run: Run, { id, properties }: ArticleFacts): Promise<Fault> {
  const [stored] = await run<{ properties: Row }>('described-article', { id });
  const differing = Object.entries(ARTICLE_FIELDS)
    .filter(([name]) => (stored?.properties[name] ?? null) !== properties[name])
    .map(([, field]) => field);
  return {
    file: BODY,
    ...placeOf(['id']),
    detail: `the article ${id} is there already and says something else: ${differing.join(', ') || 'what its annotation says of the text'}`,
    expected: `another id, or PUT to /v1/articles/${id}, which replaces it`,
  };
}

import { aOrAn } from '../../model/a-or-an.ts';
import type { DecisionBody } from '../../model/decision.ts';
import { FaultList } from '../../model/fault-list.ts';
import { placeOf } from '../../model/field-path.ts';
import { nearest } from '../../model/nearest.ts';
import { BODY } from '../check/body.ts';
import { InputError } from '../check/input-error.ts';
import { activeAmong, type StoredDecision } from '../facts/active-decisions.ts';
import type { Run } from './locked-write.ts';

/** What a decision is held to. */
interface DecidedGraph {
  run: Run;
  /** The same for what drafts say, of which nothing is decided. */
  drafts: Run;
  /** The decisions that are there. */
  there: StoredDecision[];
}

/**
 * Holds a decision to the graph: what it is about has to be there, and reviewed.
 * @throws InputError that says what is not, and what is.
 */
export async function assertDecidable(decision: DecisionBody, graph: DecidedGraph): Promise<void> {
  switch (decision.kind) {
    case 'rank':
      return assertAttributed(graph, decision);
    case 'exclude':
      await assertQuoted(graph, decision.statement, decision.article);
      return;
    case 'same':
    case 'different':
      return assertPair(graph, decision);
    case 'merge':
      return assertMergeable(graph, decision);
    case 'revoke':
      return assertRevocable(decision.decision, graph.there);
  }
}

/**
 * A decision about a statement by the id that its article gives it, which stays: what it is joined with may come and go.
 * @throws InputError where it is about several that are joined.
 */
export async function settledDecision(run: Run, decision: DecisionBody): Promise<DecisionBody> {
  if (decision.kind !== 'rank' && decision.kind !== 'exclude') return decision;
  const quoted = await quotedIn(run, decision.statement);
  const meant = quoted.filter(({ article }) => (decision.article ?? article) === article);
  const given = [...new Set(meant.map((one) => one.given))];
  if (given.length > 1)
    fault(
      ['article'],
      `${decision.statement} is joined of what several articles tell of by ids of their own: ${given.join(', ')}`,
      `one of the articles ${meant.map(({ article }) => article).join(', ')}`,
    );
  return given.length === 1 ? { ...decision, statement: given[0]! } : decision;
}

interface Quoted {
  article: string;
  /** The id that the article gives the statement. */
  given: string;
  speakers: string[][];
}

const quotedIn = (run: Run, statement: string) => run<Quoted>('statement-attributions', { statement });

async function assertQuoted(
  { run, drafts }: DecidedGraph,
  statement: string,
  article?: string,
): Promise<Quoted[]> {
  const quoted = await quotedIn(run, statement);
  if (article !== undefined && quoted.some((one) => one.article === article)) return quoted;
  if (article === undefined && quoted.length > 0) return quoted;
  const inDrafts = await quotedIn(drafts, statement);
  if (quoted.length === 0)
    return inDrafts.length > 0
      ? unreviewed(['statement'], `the statement ${JSON.stringify(statement)}`, inDrafts[0]!.article)
      : fault(['statement'], `there is no statement ${JSON.stringify(statement)}`, 'the id of a statement');
  if (inDrafts.some((one) => one.article === article))
    return unreviewed(['article'], `what ${JSON.stringify(article)} says of ${statement}`, article);
  const articles = quoted.map((one) => one.article);
  return fault(
    ['article'],
    `the article ${JSON.stringify(article)} does not quote ${statement}`,
    `one of ${articles.join(', ')}`,
    nearest(article!, articles),
  );
}

async function assertAttributed(
  graph: DecidedGraph,
  { statement, article, speakers }: DecisionBody & { kind: 'rank' },
) {
  const quoted = await assertQuoted(graph, statement, article);
  const named = quoted.filter((one) => one.article === article).flatMap((one) => one.speakers);
  const wanted = speakers.toSorted().join();
  if (named.some((one) => one.toSorted().join() === wanted)) return;
  fault(
    ['speakers'],
    `${article} does not attribute ${statement} to ${JSON.stringify(speakers)}`,
    `one of ${named.map((one) => JSON.stringify(one)).join(', ')}`,
  );
}

type Pair = DecisionBody & { kind: 'same' | 'different' };

/** What goes by another id since a decision can be decided about again. */
async function assertPair({ run, drafts, there }: DecidedGraph, { of, ids }: Pair) {
  if (ids[0] === ids[1]) fault(['ids', 1], 'is the same id twice', 'the ids of two');
  const rows = await run<{ of: string; id: string }>('things-of-ids', { ids });
  const isDecided = (id: string) => there.some((one) => 'of' in one && one.of === of && one.ids.includes(id));
  for (const [index, id] of ids.entries()) {
    if (isDecided(id)) continue;
    const isThis = (row: { of: string; id: string }) => row.of === of && row.id === id;
    if (rows.some(isThis)) continue;
    const inDrafts = await drafts<{ of: string; id: string }>('things-of-ids', { ids: [id] });
    if (inDrafts.some(isThis))
      unreviewed(['ids', index], `the ${of === 'events' ? 'event' : 'statement'} ${JSON.stringify(id)}`);
    fault(
      ['ids', index],
      `nothing among the ${of} has the id ${JSON.stringify(id)}`,
      `the id of one of the ${of}`,
    );
  }
}

/** Countries are known by their codes, and others belong to them. */
async function assertMergeable(
  { run, drafts }: DecidedGraph,
  { entity, into }: DecisionBody & { kind: 'merge' },
) {
  if (entity === into) fault(['into'], 'is the same id', 'the id of another entity');
  const rows = await run<{ id: string; type: string; into: string | null }>('entity-types', {
    ids: [entity, into],
  });
  const types = new Map<string, string>();
  for (const [field, id] of [['entity', entity] as const, ['into', into] as const]) {
    const found = rows.find((row) => row.id === id);
    if (!found) {
      const [inDrafts] = await drafts('entity-types', { ids: [id] });
      if (inDrafts) unreviewed([field], `the entity ${JSON.stringify(id)}`);
      fault([field], `there is no entity ${JSON.stringify(id)}`, 'the id of an entity');
    }
    if (found.into)
      fault(
        [field],
        `${JSON.stringify(id)} is merged into ${found.into}`,
        'an entity of its own',
        found.into,
      );
    if (found.type === 'Country')
      fault(
        [field],
        `${JSON.stringify(id)} is a Country, and countries are not merged: what belongs to them and what is said of them is found by their codes`,
        'two people, two organizations or two places; where an article means another country, replace the article',
      );
    types.set(field, found.type);
  }
  if (types.get('entity') !== types.get('into'))
    fault(
      ['into'],
      `${JSON.stringify(into)} is ${aOrAn(types.get('into')!)}, and ${JSON.stringify(entity)} ${aOrAn(types.get('entity')!)}`,
      aOrAn(types.get('entity')!),
    );
}

function assertRevocable(id: string, there: StoredDecision[]): void {
  const decision = there.find((one) => one.id === id);
  if (!decision) {
    const ids = there.map((one) => one.id);
    fault(
      ['decision'],
      `there is no decision ${JSON.stringify(id)}`,
      'the id of a decision',
      nearest(id, ids),
    );
  }
  if (activeAmong(there).some((one) => one.id === id)) return;
  fault(['decision'], `the decision ${id} is revoked already`, 'a decision that holds');
}

/** Refuses what is of drafts alone. */
const unreviewed = (path: (string | number)[], what: string, article?: string): never =>
  fault(
    path,
    `${what} is of a draft, and decisions are about what was reviewed`,
    article === undefined
      ? 'what was reviewed; or the same, once its article is'
      : `what was reviewed; or the same, once the article ${article} is`,
  );

function fault(path: (string | number)[], detail: string, expected: string, near?: string): never {
  throw new InputError(
    FaultList.of([{ file: BODY, ...placeOf(path), detail, expected, ...(near && { nearest: near }) }]),
  );
}

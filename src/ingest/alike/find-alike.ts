import type { Graph } from '../../db/client.ts';
import { batches } from '../facts/batches.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { storedRenderings } from '../write/find-same.ts';
import type { Run } from '../write/locked-write.ts';
import { readingRun } from '../write/reading-run.ts';
import { type Alike, type AllAlike, likeliestFirst } from './alike.ts';
import { alikeEntities } from './alike-entities.ts';
import { alikeEvents, idsOfEvents } from './alike-events.ts';
import { alikeInGraph, alikeTogether, givenRenderings, wouldBeJoined } from './alike-statements.ts';

/** What articles that are not written yet would be joined with in the graph, and what is offered for a decision; it writes nothing. */
export async function findAlike(
  graph: Graph,
  articles: readonly ArticleFacts[],
  entities: readonly EntityRow[],
): Promise<AllAlike> {
  const run = readingRun(graph);
  return { ...(await alikeOfGiven(run, articles)), entities: await alikeEntities(run, entities) };
}

/** Facts of articles that are looked up together: more of them take longer than the database lets a query run. */
const TOGETHER = 2000;
/** So many are looked up at a time: while the database finds some, others are compared. */
const AT_A_TIME = 2;

/** The same of their statements and events alone. */
export async function alikeOfGiven(
  run: Run,
  articles: readonly ArticleFacts[],
): Promise<Pick<AllAlike, 'statements' | 'events'>> {
  const [ids, eventIds] = [new Set(articles.map(({ id }) => id)), idsOfEvents(articles)];
  const found: Pick<AllAlike, 'statements' | 'events'> = { statements: [], events: [] };
  const left = batches(articles, TOGETHER);
  const lookUp = async () => {
    for (const some of left) {
      found.statements.push(...(await alikeInGraph(run, givenRenderings(some), wouldBeJoined, ids)));
      found.events.push(...(await alikeEvents(run, some, eventIds)));
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lookUp));
  return { statements: found.statements.sort(likeliestFirst), events: eachPairOnce(found.events) };
}

/** An event that several articles tell of is looked up for each of them. */
const eachPairOnce = (events: readonly Alike[]): Alike[] => [
  ...new Map(
    events.toSorted(likeliestFirst).map((one) => [`${one.id} ${one.with.id}`, one] as const),
  ).values(),
];

/** What articles would be joined with among themselves. */
export const findAlikeTogether = (articles: readonly ArticleFacts[]): Alike[] =>
  alikeTogether(givenRenderings(articles));

/** What the statements and events of an article that was written are joined with, and what is offered for a decision. */
export async function alikeOfWritten(
  run: Run,
  article: ArticleFacts,
): Promise<Pick<AllAlike, 'statements' | 'events'>> {
  const quotations = article.facts.flatMap(({ kind, id }) => (kind === 'Quotation' ? id : []));
  const renderings = await storedRenderings(run, quotations);
  return {
    statements: await alikeInGraph(
      run,
      renderings,
      ({ one, other }) => one.statement === other.statement,
      new Set([article.id]),
    ),
    events: await alikeEvents(run, [article], idsOfEvents([article])),
  };
}

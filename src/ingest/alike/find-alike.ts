import type { Graph } from '../../db/client.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { storedRenderings } from '../write/find-same.ts';
import type { Run } from '../write/locked-write.ts';
import { readingRun } from '../write/reading-run.ts';
import type { Alike, AllAlike } from './alike.ts';
import { alikeEntities } from './alike-entities.ts';
import { alikeEvents } from './alike-events.ts';
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

/** The same of their statements and events alone. */
export const alikeOfGiven = async (
  run: Run,
  articles: readonly ArticleFacts[],
): Promise<Pick<AllAlike, 'statements' | 'events'>> => ({
  statements: await alikeInGraph(run, givenRenderings(articles), wouldBeJoined),
  events: await alikeEvents(run, articles),
});

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
    statements: await alikeInGraph(run, renderings, ({ one, other }) => one.statement === other.statement),
    events: await alikeEvents(run, [article]),
  };
}

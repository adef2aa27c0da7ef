import { z } from 'zod';
import { PAGES } from '../limits.ts';
import type { Thing } from './thing.ts';

const DIGITS = 16;

/** The id of a change: its version in as many digits as any has, so that ids have the order of versions. */
export const changeId = (version: number): string => String(version).padStart(DIGITS, '0');

const ids = (what: string) => z.array(z.string()).describe(`Ids of the ${what}.`);

/** What one commit changed. */
export const Change = z
  .object({
    version: z.int().describe('The version of the graph that it made.'),
    at: z.string().describe('When (UTC).'),
    by: z.string().nullable().describe('The name of the key of who wrote it, or null for the command line.'),
    articlesAdded: ids('articles that are new'),
    articlesReplaced: ids('articles that say something else than before'),
    articlesRemoved: ids('articles that are there no longer'),
    entities: ids('entities that are new, described otherwise or removed'),
    decisions: ids('decisions that were taken'),
    statements: ids('statements of these articles, before and after; one that is there no longer is 404'),
    events: ids('events that these articles tell of, before and after'),
    isBulk: z.boolean().describe('Whether it is a bulk load, which changes everything and lists nothing.'),
  })
  .meta({ id: 'Change', description: 'What one commit changed in the graph.' });

/** The things that a change is told with, of each kind the first ones. */
export function thingsOfChange(change: z.output<typeof Change>): Thing[] {
  const { articlesAdded, articlesReplaced, articlesRemoved, decisions, entities, events, statements } =
    change;
  const first = (kind: Thing['kind'], list: readonly string[]) =>
    list.slice(0, PAGES.named).map((id) => ({ kind, id }));
  return [
    ...[articlesAdded, articlesReplaced, articlesRemoved].flatMap((list) => first('article', list)),
    ...first('decision', decisions),
    ...first('entity', entities),
    ...first('event', events),
    ...first('statement', statements),
  ];
}

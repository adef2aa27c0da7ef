import { z } from 'zod';
import { defineRead, draftsOf, type Graph, reviewedOf } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { Problem } from '../errors.ts';
import type { Format } from '../formats/media-types.ts';
import { draftPath } from '../formats/resource-paths.ts';
import { reviewMark } from '../model/review-mark.ts';
import type { Row } from '../model/row.ts';
import type { Outcome, Run } from './define.ts';
import type { reviewParameter } from './parameters.ts';

type Review = z.output<typeof reviewParameter>;

export const draftsThere = defineRead({
  name: 'whether there are drafts',
  parameters: [],
  row: z.object({ areThere: z.boolean() }),
  text: cypherFile('read/drafts-there'),
});

export const entitiesAmong = defineRead({
  name: 'which of some ids are of entities',
  parameters: ['ids'],
  row: z.object({ id: z.string() }),
  text: cypherFile('read/entities-among'),
});

/** The graphs that a request is read from: of what was reviewed, of drafts where there are any, or both. */
export async function graphsOf(graph: Graph, review: Review): Promise<Graph[]> {
  if (!isOfDrafts(review)) return [graph];
  const drafts = draftsOf(graph);
  const [found] = await draftsThere.rows(drafts);
  const some = found!.areThere ? [drafts] : [];
  return review === 'any' ? [graph, ...some] : some;
}

/** Whether a request asks for drafts. */
export const isOfDrafts = (review: unknown): boolean => review === 'draft' || review === 'any';

/** The formats in which what is of drafts is marked, as long as a row is a whole item. */
export const MARKING_FORMATS: readonly Format[] = ['json', 'html', 'csv', 'ndjson'];

/** Marks what is of drafts, and has its links lead to what drafts say. */
export function marked(item: Row): Row {
  const { links } = item;
  return {
    ...item,
    ...(links !== null && typeof links === 'object' && { links: draftLinks(links) }),
    review: MARK,
  };
}

const MARK = reviewMark.review.unwrap().options[0];

/** A stored JSON text of an item with the mark. */
export const markedText = (json: string): string => `${json.slice(0, -1)},"review":"${MARK}"}`;

/** The columns of rows of a schema: the mark is put to what was read. */
export const columnsOf = (row: z.ZodType): string[] =>
  Object.keys((row as z.ZodObject).shape).filter((name) => !(name in reviewMark));

const draftLinks = (links: object) =>
  Object.fromEntries(
    Object.entries(links as Record<string, string>).map(([name, url]) => [name, draftPath(url)]),
  );

/** Responds with the one thing that was reviewed, or with that of drafts where it is asked for and only there. */
export const withDrafts =
  (respond: Run<Outcome>): Run<Outcome> =>
  async (graph, { review, ...params }, context) => {
    if (review !== 'draft') {
      try {
        return await respond(graph, params, context);
      } catch (error) {
        if (review !== 'any' || !isUnknown(error)) throw error;
      }
    }
    const { body, ...outcome } = await respond(draftsOf(graph), params, context);
    return { body: marked(body), ...outcome };
  };

const isUnknown = (error: unknown) =>
  error instanceof Problem && (error.code === 'not-found' || error.code === 'unknown-entity');

/** Where names are looked up: a draft may be asked for by what was reviewed, too. */
export const namingGraphs = (graph: Graph): Graph[] =>
  graph.ofDrafts ? [reviewedOf(graph), graph] : [graph];

/** What is told of what was reviewed alone. */
const REVIEWED_ALONE: Record<string, (value: unknown) => boolean> = {
  total: (value) => value === true,
  facets: (value) => value !== undefined,
  changedSince: (value) => value !== undefined,
};

/**
 * Refuses what counts or tells changes together with drafts.
 * @throws Problem `invalid-parameter`.
 */
export function refuseCountsOfDrafts(params: Row): void {
  if (!isOfDrafts(params.review)) return;
  for (const [parameter, isAsked] of Object.entries(REVIEWED_ALONE)) {
    if (!isAsked(params[parameter])) continue;
    const detail = `${parameter} is of what was reviewed alone, and review is ${params.review}.`;
    const expected = `${parameter} without review, or review without ${parameter}`;
    throw new Problem('invalid-parameter', detail, [{ parameter, detail, expected }]);
  }
}

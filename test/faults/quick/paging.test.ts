import fc from 'fast-check';
import { afterAll, beforeAll, expect } from 'vitest';
import { writeChecked } from '../../../src/ingest/ingest.ts';
import { removeArticle } from '../../../src/ingest/write/remove-article.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { restoreSeed } from '../../support/graph-dump.ts';
import { expectGood } from '../../support/leaks.ts';
import { SPEAKER, scratchInputs, scratchRecord } from '../../support/scratch.ts';
import { testService } from '../../support/service.ts';

const service = testService();
const graph = testGraph();
const inputs = scratchInputs();
const RUNS = 10;
const ARTICLES = 14;

const idOf = (nth: number) => `paged-${String(nth).padStart(2, '0')}`;
/** Several of a day, and some without one: what is changed keeps its place. */
const dayOf = (nth: number) =>
  nth % 5 === 0 ? undefined : `2020-01-${String(10 + (nth % 4)).padStart(2, '0')}`;
const record = (nth: number, title?: string) => scratchRecord(idOf(nth), { day: dayOf(nth), title });

beforeAll(async () => {
  await writeChecked(graph, inputs.check(Array.from({ length: ARTICLES }, (_, nth) => record(nth))));
});
afterAll(() => restoreSeed(graph));

/** Lists, and how an article shows in them. */
const LISTS: [url: string, shows: (id: string) => string][] = [
  [`/v1/statements?speaker=${SPEAKER}&sort=newest`, (id) => `${id}-says`],
  [`/v1/statements?speaker=${SPEAKER}&sort=oldest`, (id) => `${id}-says`],
  [`/v1/statements?sort=newest&polarity=positive`, (id) => `${id}-says`],
  ['/v1/articles?', (id) => id],
  ['/v1/events?sort=newest', (id) => `${id}-event`],
  ['/v1/events?sort=oldest', (id) => `${id}-event`],
];

interface Change {
  kind: 'add' | 'remove' | 'change';
  nth: number;
}

const changes = fc.array(
  fc.record({
    kind: fc.constantFrom<Change['kind']>('add', 'remove', 'remove', 'change'),
    nth: fc.nat(ARTICLES - 1),
  }),
  { minLength: 12, maxLength: 24 },
);

faultRow(
  12,
  'paging while writes land',
  async () => {
    const there = new Set(Array.from({ length: ARTICLES }, (_, nth) => nth));
    let [pages, writes, edition] = [0, 0, 0];

    const apply = async ({ kind, nth }: Change) => {
      writes++;
      if (kind === 'remove') {
        await removeArticle(graph, idOf(nth));
        there.delete(nth);
      } else {
        const title = kind === 'change' ? `Edition ${edition++}` : undefined;
        await writeChecked(graph, inputs.check([record(nth, title)]));
        there.add(nth);
      }
    };

    const run = async ([first, shows]: (typeof LISTS)[number], limit: number, planned: Change[]) => {
      // Runs begin with most of the articles.
      if (there.size < ARTICLES / 2) {
        await writeChecked(graph, inputs.check(Array.from({ length: ARTICLES }, (_, nth) => record(nth))));
        for (let nth = 0; nth < ARTICLES; nth++) there.add(nth);
      }
      const allTheWhile = new Set(there);
      const seen: string[] = [];
      for (let cursor: string | null = '', left = [...planned]; cursor !== null; ) {
        const url: string = `${first}&limit=${limit}${cursor && `&cursor=${cursor}`}`;
        const { status, body } = await service.get(url);
        expect(status, url).toBe(200);
        seen.push(...body.items.map(({ id }: { id: string }) => id));
        cursor = body.next;
        pages++;
        const [next, ...others] = left;
        left = others;
        if (!next || cursor === null) continue;
        await apply(next);
        if (next.kind === 'remove') allTheWhile.delete(next.nth);
      }
      expect(seen.length, 'duplicates').toBe(new Set(seen).size);
      const missed = [...allTheWhile].map((nth) => shows(idOf(nth))).filter((id) => !seen.includes(id));
      expect(missed, `misses of ${first} by ${limit}`).toEqual([]);
    };

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...LISTS), fc.integer({ min: 1, max: 7 }), changes, run),
      // A run that failed leaves another graph, so there is nothing to shrink.
      { numRuns: RUNS, seed: 12, endOnFailure: true },
    );
    await expectGood(service.get);
    return `0 duplicates and 0 misses in ${pages} pages with ${writes} writes between them`;
  },
  120_000,
);

import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { read } from '../../src/db/client.ts';
import { writeChecked } from '../../src/ingest/ingest.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import type { Figure } from '../../src/model/figure.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { testGraph } from '../support/graph.ts';
import { dump, restoreSeed } from '../support/graph-dump.ts';
import { SPEAKER, scratchInputs, scratchRecord } from '../support/scratch.ts';
import { testService } from '../support/service.ts';

const graph = testGraph();
const service = testService();
const { check } = scratchInputs();
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });
beforeEach(() => restoreSeed(graph));
afterAll(() => restoreSeed(graph));

const TEXT = 'In Scratchland a mine fell in. At least 12 died, and 40 were hurt. “It fell in”, said Speaker.';

interface Told {
  assertedBy?: object;
  date?: string;
  figures?: object[];
}

/** An article that tells of a mine that fell in, and of a relation and a role. */
function record(id: string, { assertedBy, date, figures = [] }: Told = {}) {
  const { annotation } = scratchRecord(id, { words: 'It fell in' });
  const told = { ...(assertedBy && { assertedBy }), evidence: ['fell in.'] };
  return {
    id,
    text: TEXT,
    annotation: {
      ...annotation,
      events: [{ id: 'scratch-mine', kind: 'accident', label: 'A mine falls in', figures, ...told }],
      relations: [
        { subject: SPEAKER, predicate: 'LIVES_IN', object: 'scratch-land', ...(date && { date }), ...told },
      ],
      roles: [{ person: SPEAKER, kind: 'witness', title: null, ...told }],
    },
  };
}

const killed = { what: 'killed', from: 12, words: 'At least 12' };
const injured = { what: 'injured', value: 40, words: '40' };
const load = (...records: object[]) => writeChecked(graph, check(records));
const event = async () => (await service.get('/v1/events/scratch-mine')).body;
const summaries = (assertions: Record<string, unknown>[]) =>
  assertions.map(({ article, by, as, statement, confidence }) => [article, by, as, statement, confidence]);

test('a relation with both ends is of the days between them, to the day', async () => {
  await load(record('scratch-one', { date: '1947-08-14/1977' }));
  const at = async (days: string) =>
    (await service.get(`/v1/relations?subject=${SPEAKER}&at=${days}`)).body.items.length;
  for (const days of ['1947-08-14', '1960', '1977-12-31', '1947', '../1947-08-14', '1977/..'])
    expect(await at(days), days).toBe(1);
  for (const days of ['1947-08-13', '1946', '1978-01-01', '1978/..', '../1947-07'])
    expect(await at(days), days).toBe(0);
  expect(await at('1978&undated=include')).toBe(0);
});

describe('two articles that assert one thing in their ways', () => {
  const one = record('scratch-one', { figures: [killed] });
  const two = record('scratch-two', {
    assertedBy: [
      { author: 'opinion', confidence: 0.4 },
      { statement: 'scratch-two-says', confidence: 0.8 },
    ],
    figures: [injured, { ...killed, from: 15, assertedBy: { statement: 'scratch-two-says' } }],
  });

  test('stand side by side, each with its article', async () => {
    await load(one, two);
    const { assertions, figures } = await event();
    expect(summaries(assertions)).toEqual([
      ['scratch-one', 'author', 'fact', null, 1],
      ['scratch-two', 'author', 'opinion', null, 0.4],
      ['scratch-two', 'statement', null, 'scratch-two-says', 0.8],
    ]);
    expect(
      figures.map(({ what, value, from, to, assertion: { article, statement } }: Figure) => [
        ...[article, what, value, from, to, statement],
      ]),
    ).toEqual([
      ['scratch-one', 'killed', null, 12, null, null],
      ['scratch-two', 'killed', null, 15, null, 'scratch-two-says'],
      ['scratch-two', 'injured', 40, 40, 40, null],
    ]);
    const { items } = (await service.get(`/v1/relations?subject=${SPEAKER}`)).body;
    expect(summaries(items[0].assertions)).toEqual(summaries(assertions));
    expect(await verifyGraph(graph)).toEqual([]);
  });

  test('in any order, and one after the other: the graph is the same', async () => {
    await load(one, two);
    const wanted = await dump(graph);
    for (const [first, second] of [
      [one, two],
      [two, one],
    ] as const) {
      await restoreSeed(graph);
      await load(first);
      await load(second);
      expect(await dump(graph)).toEqual(wanted);
    }
  });

  test('where one of them goes, so does what it asserted', async () => {
    await load(one);
    const wanted = await dump(graph);
    await load(two);
    await removeArticle(graph, 'scratch-two');
    expect(await dump(graph)).toEqual(wanted);
    expect((await service.get('/v1/events?figure=injured')).body.items).toEqual([]);
    expect(await verifyGraph(graph)).toEqual([]);
  });

  test('where one of them says otherwise, that replaces what it said', async () => {
    await load(one, two);
    await load(record('scratch-two', { assertedBy: { author: 'fact', confidence: 0.6 } }));
    const { assertions, figures } = await event();
    expect(summaries(assertions)).toEqual([
      ['scratch-one', 'author', 'fact', null, 1],
      ['scratch-two', 'author', 'fact', null, 0.6],
    ]);
    expect(figures).toHaveLength(1);
    const [stored] = await read(
      graph,
      `MATCH (v:Event {id: 'scratch-mine'})
       RETURN v.factConfidence AS fact, v.opinionConfidence AS opinion, v.statementConfidence AS statement,
         v.figures AS figures`,
    );
    expect(stored).toEqual({ fact: 1, opinion: null, statement: null, figures: ['killed'] });
    expect(await verifyGraph(graph)).toEqual([]);
  });
});

test('a figure is asserted by who asserts the event, unless it says otherwise', async () => {
  await load(
    record('scratch-one', {
      assertedBy: { statement: 'scratch-one-says', confidence: 0.7 },
      figures: [injured, { ...killed, assertedBy: { author: 'fact' } }],
    }),
  );
  const { figures } = await event();
  expect(summaries(figures.map(({ assertion }: Figure) => assertion))).toEqual([
    ['scratch-one', 'author', 'fact', null, 1],
    ['scratch-one', 'statement', null, 'scratch-one-says', 0.7],
  ]);
});

import { afterAll, describe, expect, test } from 'vitest';
import { Random } from '../../bench/generated/random.ts';
import {
  BLOCK,
  COLUMN_NAMES,
  extend,
  extendBlocks,
  marks,
  NONE,
  noSpans,
  type SharedRows,
  ZONED,
} from '../../src/columns/tally/columns.ts';
import { detail } from '../../src/columns/tally/detail.ts';
import { tally } from '../../src/columns/tally/tally.ts';
import { TallyThreads } from '../../src/columns/tally/tally-threads.ts';
import type { Choice, ColumnName, TallyOrder, Test } from '../../src/db/tally-order.ts';
import { TALLYING } from '../../src/limits.ts';
import { startOf } from '../../src/model/time-bucket.ts';

const random = new Random(7);
const THINGS = 40;

const shared = (numbers: ArrayLike<number>) => {
  const column = new Int32Array(new SharedArrayBuffer(numbers.length * 4));
  column.set(numbers);
  return column;
};

const shuffled = () =>
  Array.from({ length: THINGS + 1 }, (_, n) => ({ n, at: random.below(2 ** 30) }))
    .sort((a, b) => a.at - b.at)
    .map(({ n }) => n);

let states = 0;

/** Rows of random numbers, some of which are not known, and of days in their order. */
function rowsOf(length: number): SharedRows {
  const draw: Partial<Record<ColumnName, (nth: number) => number>> = {
    n: () => 1 + random.below(length / 2),
    marks: (nth) => {
      // Only the first are undated.
      const drawn = random.below(marks('dated')) | (nth < 500 && random.chance(0.5) ? 0 : marks('dated'));
      // What stands for its statement is the first in each way.
      return drawn & marks('once') ? drawn | marks('firstSpeaker', 'firstTarget', 'report') : drawn;
    },
    day: () => (random.chance(0.2) ? NONE : 730_000 + random.below(900)),
    score: () => (random.chance(0.2) ? NONE : random.below(201) - 100),
    until: (nth) => 730_000 + Math.floor((900 * nth) / length) + random.below(30),
    act: () => (random.chance(0.2) ? NONE : 1010 + random.below(200)),
    roles: () => 1 << random.below(31),
  };
  const column = (name: ColumnName) =>
    shared(
      Array.from({ length }, (_, nth) =>
        draw[name] ? draw[name](nth) : random.chance(0.1) ? NONE : 1 + random.below(THINGS),
      ),
    );
  const columns = Object.fromEntries(COLUMN_NAMES.map((name) => [name, column(name)]));
  const spans = noSpans();
  for (const [name, span] of Object.entries(spans)) for (const number of columns[name]!) extend(span, number);
  const drawn = () =>
    shared(Array.from({ length: THINGS + 1 }, () => (random.chance(0.1) ? NONE : 1 + random.below(THINGS))));
  const blocks = Array.from({ length: Math.ceil(length / BLOCK) }, () => 0);
  const zones = Object.fromEntries(
    ZONED.map((name) => [name, { low: shared(blocks), high: shared(blocks) }]),
  );
  const rows = {
    state: ++states,
    columns: columns as SharedRows['columns'],
    length,
    zones: zones as SharedRows['zones'],
    blockMarks: { all: shared(blocks), any: shared(blocks) },
    spans,
    pairs: { speaker: drawn(), target: drawn() },
    ranks: { thing: shared(shuffled()), article: shared(shuffled()) },
    holders: shared(Array.from({ length: THINGS + 1 }, () => random.below(2 ** 31))),
  };
  extendBlocks(rows, 0, length);
  return rows;
}

const passes = (number: number, test: Test): boolean => {
  if ('within' in test) return test.within.some(([low, high]) => number >= low && number <= high);
  if ('oneOf' in test) return test.oneOf.includes(number);
  if ('words' in test) {
    const word = test.words.indexOf(number >> 5);
    return number >= 0 && word >= 0 && ((test.bits[word]! >>> (number & 31)) & 1) === 1;
  }
  return ((number & test.bits) !== 0) === test.is;
};

/** The same, row by row. */
function naive({ columns, length }: SharedRows, { choices, tests, rowTests = [], scores }: TallyOrder) {
  const groups = new Map<number | null, { count: number; scored: number; total: number }>();
  for (const choice of choices)
    for (let row = 0; row < length; row++) {
      const marked = columns.marks[row]!;
      if ((marked & choice.with) !== choice.with || (marked & (choice.without ?? 0)) !== 0) continue;
      if (![...tests, ...rowTests].every((test) => passes(columns[test.column][row]!, test))) continue;
      const number = choice.by ? columns[choice.by][row]! : NONE;
      const value = number === NONE ? null : number;
      const group = groups.get(value) ?? { count: 0, scored: 0, total: 0 };
      groups.set(value, group);
      group.count++;
      const score = columns.score[row]!;
      if (!scores || score === NONE || (scores === 'aimed' && marked & marks('topic'))) continue;
      group.scored++;
      group.total += score;
    }
  return groups;
}

const ROWS = rowsOf(2 * BLOCK + 1000);
const TESTS: Test[] = [
  { column: 'day', within: [[730_100, 730_500]] },
  {
    column: 'score',
    within: [
      [1, 100],
      [NONE + 1, -1],
    ],
  },
  { column: 'marks', bits: marks('contested', 'dated'), is: true },
  { column: 'marks', bits: marks('nameless'), is: false },
  { column: 'marks', bits: marks('hasTargets'), is: true },
  { column: 'act', oneOf: [1010, 1033, 1111, 1200] },
  { column: 'speaker', words: [1, 0], bits: [0b101, 0xffff_0000] },
  { column: 'target', words: [], bits: [] },
  { column: 'marks', bits: marks('dated'), is: true },
  { column: 'marks', bits: marks('dated'), is: false },
  // Of all rows, of nearly all, of those of a block and a bit, and of none.
  { column: 'until', within: [[0, 2 ** 31 - 1]] },
  { column: 'until', within: [[730_050, 2 ** 31 - 1]] },
  { column: 'until', within: [[730_500, 731_000]] },
  { column: 'until', within: [[1, 700_000]] },
  { column: 'marks', bits: marks('contested', 'dated', 'nameless'), is: true },
  { column: 'article', oneOf: Array.from({ length: THINGS }, (_, nth) => nth + 3) },
  { column: 'speaker', words: [0, 1], bits: [-2, -1] },
];
const CHOICES: Choice[][] = [
  [{ with: marks('once') }],
  [{ with: marks('preferred', 'firstTarget'), by: 'speaker' }],
  [{ with: marks('about'), without: marks('topic'), by: 'target' }],
  [{ with: marks('report'), by: 'article' }],
  [
    { with: marks('about'), without: marks('topic'), by: 'target' },
    { with: marks('once'), without: marks('hasTargets') },
  ],
  [{ with: marks('once'), by: 'day' }],
  [{ with: marks('once'), by: 'score' }],
];

describe('counting in memory', () => {
  test.each(
    CHOICES.flatMap((choices) =>
      [[], ...TESTS.map((one) => [one]), TESTS.slice(0, 2), TESTS.slice(-6, -2)].map((tests) => ({
        choices,
        tests,
      })),
    ),
  )('%j is what each row adds up to', ({ choices, tests }) => {
    for (const scores of [undefined, 'all', 'aimed'] as const) {
      const order = { choices, tests, scores };
      const { groups } = tally(ROWS, order);
      const expected = naive(ROWS, order);
      const plain = groups.map(({ value, count, scored, total }) => [value, { count, scored, total }]);
      expect(new Map(plain as [number, never][])).toEqual(expected);
    }
  });

  const { thing, article } = ROWS.ranks;
  const ends = ({ speaker, target }: SharedRows['pairs'], n: number) => [
    speaker[n] === NONE ? THINGS + 1 : thing[speaker[n]!]!,
    target[n] === NONE ? THINGS + 1 : thing[target[n]!]!,
  ];
  test.each([
    ['speaker', (n: number) => [thing[n]!]],
    ['target', (n: number) => [thing[n]!]],
    ['article', (n: number) => [article[n]!]],
    ['pair', (n: number) => ends(ROWS.pairs, n)],
    ['day', (n: number) => [n]],
  ] as const)(
    'tells of the largest groups of each %s, of equal ones of those that come first',
    (by, order) => {
      // The more statements of the rarest bits, the more groups are equally large.
      for (const tests of [
        [],
        [TESTS.at(-5)!],
        [TESTS[0]!],
        [{ column: 'act', oneOf: [1010, 1033] } as Test],
      ]) {
        const asked: TallyOrder = { choices: [{ with: marks('report'), by }], tests, scores: 'all' };
        const all = tally(ROWS, asked).groups;
        const rank = (value: number | null) => (value === null ? [Number.POSITIVE_INFINITY] : order(value));
        all.sort((a, b) => {
          const [[one, other = 0], [first, second = 0]] = [rank(a.value), rank(b.value)] as [
            number[],
            number[],
          ];
          return b.count - a.count || one! - first! || other - second;
        });
        for (const limit of [1, 2, 7, 20, 50, 10_000]) {
          const found = tally(ROWS, { ...asked, limit }).groups;
          const byValue = (groups: typeof found) =>
            groups.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
          expect(byValue(found)).toEqual(byValue(all.slice(0, limit)));
        }
      }
    },
  );

  test.each([
    ['week', (day: string) => day],
    ['month', (day: string) => `${day.slice(0, 7)}-01`],
    ['year', (day: string) => `${day.slice(0, 4)}-01-01`],
  ] as const)('makes days into the first ones of a %s', (fold, first) => {
    const choices = CHOICES[5]!;
    const expected = new Map<number | null, number>();
    for (const { value, count } of tally(ROWS, { choices, tests: [] }).groups) {
      const day = value === null ? null : new Date((value - 719_162) * 86_400_000).toISOString().slice(0, 10);
      const start = day === null ? null : fold === 'week' ? startOf('week', day) : first(day);
      const key = start === null ? null : Date.parse(start) / 86_400_000 + 719_162;
      expected.set(key, (expected.get(key) ?? 0) + count);
    }
    const { groups } = tally(ROWS, { choices, tests: [], fold });
    expect(new Map(groups.map(({ value, count }) => [value, count]))).toEqual(expected);
  });

  test.each(CHOICES)('counts the statements that match beside groups of %j', (...choices) => {
    for (const one of [[], ...TESTS.map((test) => [test])])
      for (const rowTest of [TESTS[0]!, TESTS.at(-1)!]) {
        const order: TallyOrder = { choices, tests: one, rowTests: [rowTest] };
        const counted = tally(ROWS, { ...order, total: true });
        expect(counted.groups).toEqual(
          tally(ROWS, { ...order, tests: [...one, rowTest], rowTests: [] }).groups,
        );
        const alone = naive(ROWS, { choices: CHOICES[0]!, tests: one }).get(null);
        expect(counted.total).toBe(alone?.count ?? 0);
      }
  });

  test.each([0, 1500, 7000])(
    'counts a statement of several speakers once for each kind of role that one of them has, from the %sth on',
    (first) => {
      const several = marks('severalSpeakers');
      const { n, marks: marked, roles, speaker } = ROWS.columns;
      const expected = new Map<number | null, number>();
      const count = (bits: number) => {
        const kinds = Array.from({ length: 32 }, (_, kind) => kind).filter((kind) => (bits >>> kind) & 1);
        for (const kind of kinds.length > 0 ? kinds : [null])
          expected.set(kind, (expected.get(kind) ?? 0) + 1);
      };
      const shared = new Map<number, number>();
      for (let row = 0; row < ROWS.length; row++) {
        if (!(marked[row]! & marks('preferred')) || n[row]! < first) continue;
        const bits = roles[row]! | (speaker[row] === NONE ? 0 : ROWS.holders[speaker[row]!]!);
        if (marked[row]! & several) shared.set(n[row]!, (shared.get(n[row]!) ?? 0) | bits);
        else count(bits);
      }
      for (const bits of shared.values()) count(bits);
      const { groups } = tally(ROWS, {
        choices: [{ with: marks('preferred') }],
        tests: [{ column: 'n', within: [[first, 2 ** 31 - 1]] }],
        roles: { described: 'roles', several },
      });
      expect(new Map(groups.map((group) => [group.value, group.count]))).toEqual(expected);
    },
  );

  test('tells the most frequent acts and the newest statements of a group', () => {
    const { n, day, act, marks: marked, pair } = ROWS.columns;
    const order: TallyOrder = {
      choices: [{ with: marks('link'), by: 'pair' }],
      tests: [{ column: 'pair', within: [[1, THINGS]] }],
    };
    const groups = tally(ROWS, order).groups.slice(3, 9);
    const details = detail(
      ROWS,
      order,
      groups.map(({ value }) => value!),
    );
    for (const [at, { value }] of groups.entries()) {
      const rows = Array.from({ length: ROWS.length }, (_, row) => row).filter(
        (row) => pair[row] === value && marked[row]! & marks('link'),
      );
      const { acts, actCount, newest } = details[at]!;
      const times = Map.groupBy(
        rows.map((row) => act[row]!).filter((one) => one !== NONE),
        (one) => one,
      );
      const byFrequency = [...times].sort(
        ([one, those], [other, others]) => others.length - those.length || one - other,
      );
      expect(acts).toEqual(byFrequency.slice(0, 10).map(([one]) => one));
      expect(actCount).toBe(times.size);
      const sorted = rows.sort((a, b) => Math.max(day[b]!, 0) - Math.max(day[a]!, 0) || n[b]! - n[a]!);
      expect(newest).toEqual(sorted.slice(0, 10).map((row) => n[row]));
    }
  });

  test('finds nothing where there is nothing', () => {
    const order: TallyOrder = {
      choices: [{ with: marks('link'), by: 'pair' }],
      tests: [{ column: 'pair', oneOf: [] }],
      limit: 3,
    };
    expect(tally(ROWS, order)).toEqual({ groups: [] });
    expect(detail(ROWS, order, [])).toEqual([]);
    for (const fold of ['month', 'sign'] as const)
      expect(tally({ ...ROWS, length: 0, spans: noSpans() }, { ...order, fold })).toEqual({ groups: [] });
  });
});

describe('threads that count', () => {
  const threads = new TallyThreads();
  afterAll(() => threads.stop());

  test('count many rows as this one does', async () => {
    const many = rowsOf(TALLYING.rows + 1);
    const more = rowsOf(TALLYING.rows + 2);
    const orders = CHOICES.map((choices): TallyOrder => ({ choices, tests: [], scores: 'all', limit: 20 }));
    const counted = await Promise.all(orders.map((order) => threads.tally(many, order)));
    expect(counted).toEqual(orders.map((order) => tally(many, order)));
    const order: TallyOrder = { choices: [{ with: marks('link'), by: 'pair' }], tests: [] };
    expect(await threads.tally(more, order)).toEqual(tally(more, order));
    expect(await threads.detail(many, order, [3, 5])).toEqual(detail(many, order, [3, 5]));
  });
});

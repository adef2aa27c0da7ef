import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Random } from '../../bench/generated/random.ts';
import type { tone } from '../../src/columns/count.ts';
import { buckets, networkEdges } from '../../src/columns/fact-counts.ts';
import { statementGroups, statementPairs, statementTotal } from '../../src/columns/statement-counts.ts';
import type { Graph } from '../../src/db/client.ts';
import {
  type Chosen,
  chosenEvents,
  chosenRelations,
  chosenStatements,
  pairForm,
} from '../../src/endpoints/counting.ts';
import { countedAs, type StatementFilters, statementFilters } from '../../src/endpoints/statement-filters.ts';
import { RoleKind } from '../../src/model/vocabulary.ts';
import { writeGenerated } from '../support/generated.ts';
import { testGraph } from '../support/graph.ts';
import { restoreSeed } from '../support/graph-dump.ts';
import {
  matchingStatements,
  recountEdges,
  recountGroups,
  recountPairs,
  recountYears,
} from '../support/recount.ts';

/*
 * For random combinations of filters, each count equals what the database counts itself, of everything and without a limit.
 */

const graph: Graph = testGraph();
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const STATEMENTS = 300;
const COMBINATIONS = 40;
const EVERYTHING = 1_000_000;

beforeAll(() => writeGenerated(graph, STATEMENTS));
afterAll(() => restoreSeed(graph));

const random = new Random(2026);
const few = (prefix: string, below: number) => () =>
  Array.from({ length: 1 + random.below(3) }, () => `${prefix}-${random.below(below)}`);
const some =
  <T>(of: readonly T[]) =>
  () =>
    [random.one(of)] as T[];
const yes = () => random.chance(0.5);
const either =
  <T>(...draws: (() => T)[]) =>
  () =>
    random.one(draws)();

/** How a value of each filter is drawn, of the seed and of what was generated. */
const DRAWS = {
  speaker: either(few('person', 6), some(['donald-trump', 'michael-kurilla'])),
  about: either(few('country', 5), some(['pakistan', 'pakistan-counterterrorism-fight'])),
  aboutAs: () => random.one(['target', 'topic', 'any'] as const),
  speakerRole: some(RoleKind.options),
  speakerOf: either(few('country', 5), some(['pakistan', 'centcom'])),
  speakerCountry: either(few('country', 5), some(['pakistan', 'united-states'])),
  currentRole: yes,
  act: some(['05', '11', '02', '051', '111', '01']),
  polarity: some(['positive', 'negative', 'neutral'] as const),
  quoteType: some(['direct', 'indirect', 'mixed'] as const),
  saidFrom: () => random.day(),
  saidTo: () => random.day(),
  undated: () => random.one(['include', 'only', 'exclude'] as const),
  at: some(['trump-munir-meeting-2025']),
  reportedFrom: () => random.day(),
  reportedTo: () => random.day(),
  article: either(few('generated', 10), some(['shifting-sands'])),
  publisher: () => [`Daily ${random.below(4)}`],
  q: () => random.one(['talks', 'war', 'the', '"talks"']),
  attribution: () => random.one(['preferred', 'any'] as const),
  contested: yes,
  unattributed: yes,
  minConfidence: () => random.below(10) / 10,
  maxConfidence: () => random.below(11) / 10,
  flag: some(['unsourced', 'conflicting-cues', 'ambiguous-antecedent', 'unnamed-speaker'] as const),
};

test('every filter is drawn', () => {
  const drawn = [...Object.keys(DRAWS), 'before', 'after'].sort();
  expect(drawn).toEqual(Object.keys(statementFilters).sort());
});

/** None, one, two … of the filters, and each of them alone at first. */
function drawn(nth: number): StatementFilters {
  const names = Object.keys(DRAWS) as (keyof typeof DRAWS)[];
  const alone = nth < names.length ? [names[nth]!] : undefined;
  const chosen = alone ?? names.filter(() => random.chance(2.5 / names.length));
  const filters = Object.fromEntries(chosen.map((name) => [name, DRAWS[name]()]));
  return { attribution: 'preferred', ...filters } as StatementFilters;
}

const GROUPS = ['speaker', 'about', 'act', 'polarity', 'role', 'article', 'year', 'month'] as const;

const idless = ({ name: _name, type: _type, ...row }: Record<string, unknown>) => row;
const withoutEvents = ({ given, bind }: Chosen) => [given, bind] as const;

describe('counts of statements under random filters', () => {
  test('are what the database counts itself', async () => {
    let matched = 0;
    for (let nth = 0; nth < COMBINATIONS; nth++) {
      const filters = drawn(nth);
      const context = JSON.stringify(filters);
      const chosen = await chosenStatements(graph, filters);
      const { given } = chosen;
      const as = countedAs(filters);
      const bind = { ...chosen.bind, countedAs: as, limit: EVERYTHING, roleKinds: RoleKind.options };
      const ids = await matchingStatements(graph, given, bind);
      const [total] = await statementTotal.rows(graph, bind, { given });
      expect(total, context).toEqual({ total: ids.length });
      matched += ids.length > 0 ? 1 : 0;

      const groupBy = GROUPS[nth % GROUPS.length]!;
      const any = filters.attribution === 'any';
      const group =
        any && groupBy === 'speaker'
          ? 'anySpeaker'
          : any && groupBy === 'role'
            ? 'anyRole'
            : as && groupBy === 'about'
              ? 'aboutAs'
              : groupBy;
      const groups = await statementGroups.rows(graph, bind, { given, group, typed: false });
      expect(groups.map(idless), `${group} ${context}`).toEqual(
        await recountGroups(graph, group, given, bind),
      );

      const form = pairForm(filters);
      const pairs = await statementPairs.rows(graph, bind, {
        given,
        ...form,
        speakerType: false,
        targetType: false,
      });
      const plain = pairs.map(({ speakerId, targetId, ...row }) => ({ speakerId, targetId, ...sumsOf(row) }));
      const recounted = await recountPairs(graph, form, given, bind);
      expect(plain, context).toEqual(recounted);

      const edges = await networkEdges.rows(graph, bind, { given, ...form, kind: 'statement' });
      expect(edges.map(sumsOf), context).toEqual(
        recounted.filter(({ speakerId }) => speakerId !== null).map((row) => sumsOf(row as never)),
      );
      const line = { given, interval: 'year', from: false, to: false } as const;
      const years = await buckets.rows(graph, bind, { of: 'statement', ...line });
      expect(years, context).toEqual(nullsLast(await recountYears(graph, 'statement', given, bind)));
    }
    // Otherwise it would show nothing.
    expect(matched).toBeGreaterThan(COMBINATIONS / 3);
  });
});

type Summed = Parameters<typeof tone>[0];
const sumsOf = ({ count, scored, total, positive, negative }: Summed) => ({
  count,
  scored,
  total,
  positive,
  negative,
});
const nullsLast = (rows: Record<string, unknown>[]) => rows;

describe('counts of events and relations under random filters', () => {
  test('are what the database counts itself', async () => {
    let matched = 0;
    for (let nth = 0; nth < COMBINATIONS; nth++) {
      const filters = {
        ...drawn(nth),
        ...(random.chance(0.2) && { assertedBy: [random.one(['author', 'statement'] as const)] }),
      };
      const context = JSON.stringify(filters);
      for (const [kind, choose] of [
        ['event', chosenEvents],
        ['relation', chosenRelations],
      ] as const) {
        const chosen = await choose(graph, filters);
        if (!chosen) continue;
        const [given, own] = withoutEvents(chosen);
        const bind = { ...own, limit: EVERYTHING };
        const edges = await networkEdges.rows(graph, bind, { given, any: false, as: false, kind });
        const plain = edges.map((row) => ({
          ...{
            source: row.sourceId,
            target: row.targetId,
            mutual: row.mutual,
            labels: row.labels.toSorted(),
          },
          ...sumsOf(row),
        }));
        const recounted = await recountEdges(graph, kind, given, bind);
        const expected = recounted.map((row) => ({ ...row, labels: (row.labels as string[]).toSorted() }));
        expect(plain, `${kind} ${context}`).toEqual(expected);
        matched += plain.length > 0 ? 1 : 0;
        if (kind === 'relation') continue;
        const line = { given, interval: 'year', from: false, to: false } as const;
        const years = await buckets.rows(graph, bind, { of: 'event', ...line });
        expect(years, context).toEqual(await recountYears(graph, 'event', given, bind));
      }
    }
    expect(matched).toBeGreaterThan(COMBINATIONS / 3);
  });
});

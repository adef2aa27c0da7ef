import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Random } from '../../bench/generated/random.ts';
import type { tone } from '../../src/columns/count.ts';
import { eventBuckets, networkEdges, statementBuckets } from '../../src/columns/fact-counts.ts';
import { statementGroups } from '../../src/columns/statement-groups.ts';
import { statementPairs } from '../../src/columns/statement-pairs.ts';
import { statementTotal } from '../../src/columns/totals.ts';
import type { Graph } from '../../src/db/client.ts';
import { chosenEvents, chosenRelations, chosenStatements, pairForm } from '../../src/endpoints/counting.ts';
import { countedAs, type StatementFilters, statementFilters } from '../../src/endpoints/statement-filters.ts';
import { LISTS as LIMITS } from '../../src/limits.ts';
import { RoleKind } from '../../src/model/vocabulary.ts';
import type { Chosen } from '../../src/query/chosen.ts';
import { writeGenerated } from '../support/generated.ts';
import { testGraph } from '../support/graph.ts';
import { restoreSeed } from '../support/graph-dump.ts';
import { idsOfAllPages, withParameters } from '../support/lists.ts';
import {
  matchingStatements,
  recountEdges,
  recountGroups,
  recountPairs,
  recountYears,
} from '../support/recount.ts';
import { testService } from '../support/service.ts';

/*
 * For random combinations of filters, each count equals what the database counts itself, of everything and without a limit.
 */

const graph: Graph = testGraph();
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const STATEMENTS = 300;
const COMBINATIONS = 40;
const EVERYTHING = 1_000_000;

beforeAll(() => writeGenerated(graph, STATEMENTS));
const service = testService();
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
  targetRole: some(RoleKind.options),
  targetOf: either(few('country', 5), some(['pakistan', 'pakistan-armed-forces'])),
  targetCountry: either(few('country', 5), some(['pakistan', 'united-states'])),
  unnamedTarget: yes,
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
  onlyOutlet: () => [`Daily ${random.below(4)}`],
  firstOutlet: () => [`Daily ${random.below(4)}`],
  minOutlets: () => 1 + random.below(3),
  maxOutlets: () => 1 + random.below(3),
  q: () => random.one(['talks', 'war', 'the', '"talks"']),
  attribution: () => random.one(['preferred', 'any'] as const),
  contested: yes,
  unattributed: yes,
  minConfidence: () => random.below(10) / 10,
  maxConfidence: () => random.below(11) / 10,
  flag: some(['unsourced', 'conflicting-cues', 'ambiguous-antecedent', 'unnamed-speaker'] as const),
};

/** What these name is of the moment: the tests of days and of changes count by them. */
const OF_THE_MOMENT = ['before', 'after', 'changedSince'];

test('every filter is drawn', () => {
  const drawn = [...Object.keys(DRAWS), ...OF_THE_MOMENT].sort();
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

const idless = ({ name: _name, type: _type, of: _of, ...row }: Record<string, unknown>) => row;
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
      if (groups[0]) expect(groups[0].of, context).toBe(ids.length);
      const few = await statementGroups.rows(graph, { ...bind, limit: 3 }, { given, group, typed: false });
      expect(few, `the first of ${group} ${context}`).toEqual(groups.slice(0, 3));

      const form = pairForm(filters);
      const pairs = await statementPairs.rows(graph, bind, {
        given,
        ...form,
        speakerType: false,
        targetType: false,
      });
      if (pairs[0]) expect(pairs[0].of, context).toBe(ids.length);
      const plain = pairs.map(({ speakerId, targetId, ...row }) => ({ speakerId, targetId, ...sumsOf(row) }));
      const recounted = await recountPairs(graph, form, given, bind);
      expect(plain, context).toEqual(recounted);

      const edges = await networkEdges.rows(graph, bind, { given, ...form, kind: 'statement' });
      const heaviest = { ...bind, limit: 3 };
      expect(
        await networkEdges.rows(graph, heaviest, { given, ...form, kind: 'statement' }),
        context,
      ).toEqual(edges.slice(0, 3));
      expect(edges.map(sumsOf), context).toEqual(
        recounted
          .filter(({ speakerId, targetId }) => speakerId !== null && targetId !== null)
          .map((row) => sumsOf(row as never)),
      );
      const line = { given, interval: 'year', from: false, to: false } as const;
      const years = await statementBuckets.rows(graph, bind, line);
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
        const years = await eventBuckets.rows(graph, bind, line);
        expect(years, context).toEqual(await recountYears(graph, 'event', given, bind));
      }
    }
    expect(matched).toBeGreaterThan(COMBINATIONS / 3);
  });
});

/** Filters of lists other than that of statements, and how a value of each is drawn. */
const LISTS: Record<string, Record<string, () => string | string[]>> = {
  events: {
    participants: either(few('country', 4), few('person', 4)),
    actor: few('country', 5),
    recipient: few('country', 5),
    kind: some(['agreement', 'attack', 'meeting', 'visit']),
    place: few('country', 9),
    assertedBy: some(['author', 'fact', 'opinion', 'statement']),
    minConfidence: () => `0.${random.below(10)}`,
    from: () => random.day().slice(0, 4),
    undated: () => random.one(['include', 'only', 'exclude']),
    article: few('generated', 10),
  },
  relations: {
    subject: few('person', 20),
    object: few('country', 10),
    at: () => random.day().slice(0, 4),
    undated: () => random.one(['include', 'only', 'exclude']),
    article: few('generated', 10),
    minConfidence: () => `0.${random.below(10)}`,
  },
  people: { role: some(RoleKind.options), country: few('country', 5), assertedBy: some(['fact', 'opinion']) },
  entities: { type: some(['Person', 'Organization']), country: few('country', 5), q: () => 'person' },
  articles: {
    publisher: () => `Daily ${random.below(4)}`,
    publishedFrom: () => String(2000 + random.below(5)),
    publishedTo: () => String(2005 + random.below(15)),
    author: few('person', 9),
  },
  mentions: {
    entity: () => `person-${random.below(4)}`,
    beside: either(few('person', 4), few('country', 4)),
    form: some(['name', 'alias', 'pronoun', 'description']),
    resolved: () => String(yes()),
    article: few('generated', 10),
  },
};

describe('the totals of other lists under random filters', () => {
  test.each(Object.entries(LISTS))('are as many %s as are listed', async (list, draws) => {
    let matched = 0;
    for (let nth = 0; nth < 12; nth++) {
      const names = Object.keys(draws).filter((_, at) => at === nth || random.chance(0.1));
      const filters = Object.fromEntries(names.map((name) => [name, draws[name]!()]));
      const path = `/v1/${list}`;
      const counted = await service.get(withParameters(path, { ...filters, total: 'true', limit: 1 }));
      const listed = await service.get(withParameters(path, { ...filters, format: 'ndjson' }));
      const context = JSON.stringify(filters);
      expect(counted.status, `${context} ${counted.body.detail}`).toBe(200);
      const lines = (listed.body as string).split('\n').length - 1;
      expect(counted.body.total, context).toBe(lines);
      matched += lines > 0 ? 1 : 0;
    }
    expect(matched).toBeGreaterThan(2);
  });

  test.each(['person-0', 'person-1', 'country-0'])('the counts of %s are those of its lists', async (id) => {
    const { counts, links } = (await service.get(`/v1/entities/${id}`)).body;
    for (const [name, count] of Object.entries(counts)) {
      const url = new URL(links[name], 'http://host');
      url.searchParams.set('total', 'true');
      const { body } = await service.get(url.pathname + url.search);
      expect(body.total, name).toBe(count);
    }
  });
});

describe('lists of which few match, and whose pages the index of counts finds', () => {
  const { scanned } = LIMITS;
  afterEach(() => {
    LIMITS.scanned = scanned;
  });

  /** The ids of all pages, where no more of the graph than so much is scanned for each. */
  const listed = (url: string, most: number) => {
    LIMITS.scanned = most;
    return idsOfAllPages(service, url, 7);
  };

  /** How many of some lists are not empty, each of which has the same items in the same order either way. */
  async function expectAlike(urls: string[]): Promise<number> {
    let matched = 0;
    for (const url of urls) {
      const ids = await listed(url, 1);
      expect(ids, url).toEqual(await listed(url, EVERYTHING));
      if (ids.length > 0) matched++;
    }
    return matched;
  }

  // Each filter is held to the graph by the counts above.
  const FEW = 8;

  test('are those of the graph: statements', async () => {
    const urls = Array.from({ length: FEW }, () => {
      const filters = Object.entries(drawn(COMBINATIONS)).map(([name, value]) => [
        name,
        [value].flat().map(String),
      ]);
      const sort = random.one(['newest', 'oldest']);
      return withParameters('/v1/statements', { ...Object.fromEntries(filters), sort, limit: 7 });
    });
    expect(await expectAlike(urls)).toBeGreaterThan(1);
  });

  test.each(['events', 'entities', 'articles'])('are those of the graph: %s', async (list) => {
    const draws = LISTS[list]!;
    const urls = Array.from({ length: FEW / 2 }, (_, nth) => {
      const names = Object.keys(draws).filter((_name, at) => at === nth || random.chance(0.2));
      const filters = Object.fromEntries(names.map((name) => [name, draws[name]!()]));
      const sort = list === 'events' && { sort: random.one(['newest', 'oldest']) };
      return withParameters(`/v1/${list}`, { ...filters, ...sort, limit: 7 });
    });
    expect(await expectAlike(urls)).toBeGreaterThan(0);
  });
});

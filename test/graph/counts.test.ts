import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { EVENT_CONDITIONS, STATEMENT_CONDITIONS } from '../../src/columns/conditions.ts';
import { columnValues } from '../../src/columns/count.ts';
import {
  ARTICLE_CONDITIONS,
  ENTITY_CONDITIONS,
  LISTED_EVENT_CONDITIONS,
  LISTED_RELATION_CONDITIONS,
  MENTION_CONDITIONS,
} from '../../src/columns/list-conditions.ts';
import { outletPairs } from '../../src/columns/outlet-counts.ts';
import { partsOfCounts } from '../../src/columns/statement-plan.ts';
import { relationTotal } from '../../src/columns/totals.ts';
import type { Parameters } from '../../src/db/client.ts';
import { ARTICLES, ENTITIES, EVENTS, MENTIONS, RELATIONS, STATEMENTS } from '../../src/db/indexes.ts';
import { sqlFile, sqlNames } from '../../src/db/sql.ts';
import { queries } from '../../src/endpoints/index.ts';
import { countsOf } from '../../src/query/define.ts';
import { testGraph } from '../support/graph.ts';

/*
 * Every text that can be asked of the index of counts is run by it, and held to the schema of its rows and to the parameters
 * that it is given.
 */

const graph = testGraph();

/** A value of each parameter; one that is not here is a list of ids. */
const VALUES: Parameters = {
  ...{ low: '', high: '~', limit: 10, countedAs: 'topic', roleKinds: ['leader', 'military'] },
  ...{ tied: '[1, 2, 3]', places: 2, numbers: '[1, 2, 3]' },
  ...{ types: ['Person', 'Country', 'Event'], speakerType: ['Person'], targetType: ['Country', 'Event'] },
  ...{ from: '1900-01-01', to: '2030-12-31', saidFrom: '1900-01-01', saidTo: '2030-12-31' },
  ...{ reportedFrom: '1900-01-01', reportedTo: '2030-12-31', dated: true, undated: true },
  ...{
    contested: true,
    unattributed: false,
    unattributedByAny: false,
    unnamedTarget: true,
    currentRole: true,
    anyCurrentRole: true,
  },
  ...{
    minConfidence: 0.1,
    maxConfidence: 1,
    minOutlets: 1,
    maxOutlets: 9,
    polarity: ['negative'],
    codes: ['051', '111'],
  },
  ...{ speakerRole: ['military'], anySpeakerRole: ['leader'], quoteType: ['direct'] },
  ...{
    flag: ['unsourced'],
    anyFlag: ['unsourced'],
    anythingAs: 'topic',
    aboutAs: { ids: ['pakistan'], as: 'target' },
  },
  ...{
    heldRole: { kinds: ['military'], current: true },
    anyHeldRole: { kinds: ['military'], current: false },
  },
  asserted: { fact: 0.5, opinion: null, statement: 0 },
  assertedRole: { kind: null, fact: 0.5, opinion: null, statement: 0 },
  ...{ publishedFrom: '1900-01-01', publishedTo: '2030-12-31', resolved: true, unresolved: true },
  atOrUndated: { earliest: '1900-01-01', latest: '2030-12-31' },
  ...{ id: 'pakistan', entity: 'pakistan', participant: 'pakistan' },
};

/** Relations held at some days, where statements were said at an event. */
const OF_RELATIONS: Parameters = { ...VALUES, at: VALUES.atOrUndated };

const valueFor = (name: string, { name: count } = { name: '' }) =>
  (count === relationTotal.name ? OF_RELATIONS : VALUES)[name] ?? ['pakistan'];

const counts = [...new Set([...queries.flatMap(countsOf), ...partsOfCounts])];

describe('each count', () => {
  test('has a name of its own', () => {
    const names = counts.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  test.each(counts.map((count) => [count.name, count] as const))(
    '%s: runs, has the columns of its rows, and is given its parameters',
    async (_name, count) => {
      let rows = 0;
      for (const options of count.variants) {
        const given: readonly string[] = options.given ?? [];
        const parameters = Object.fromEntries(
          [...count.parameters, ...given].map((name) => [name, valueFor(name, count)]),
        );
        if (!count.text) {
          rows += (await count.rows(graph, parameters, options)).length;
          continue;
        }
        const text = count.text(options);
        const context = `${JSON.stringify(options)}\n${text}`;
        const named = [...text.matchAll(/\$(\w+)/g)].map(([, name]) => name!);
        expect(Object.keys(columnValues(parameters)), context).toEqual(expect.arrayContaining(named));
        const found = await graph.counts!.ask(graph, (index) => index.rows(text, columnValues(parameters)));
        if (found[0]) expect(Object.keys(found[0]).sort(), context).toEqual(columnsOf(count.row));
        rows += found.length;
      }
      // The seed has one outlet.
      if (count !== outletPairs) expect(rows).toBeGreaterThan(0);
    },
    120_000,
  );
});

const columnsOf = (row: z.ZodType) => Object.keys((row as z.ZodObject).shape).sort();

/** What is a range of keys, and a search, where an index is sought. */
const OF_DAYS = ['saidFrom', 'saidTo', 'dated', 'undated'];

test('every filter of statements can be counted by, and nothing else', () => {
  const filters = new Set([...Object.keys(STATEMENTS.filters), 'q', ...OF_DAYS]);
  expect(Object.keys(STATEMENT_CONDITIONS).sort()).toEqual([...filters].sort());
});

test.each([
  ['events', EVENTS, LISTED_EVENT_CONDITIONS, ['q', ...OF_DAYS]],
  ['relations', RELATIONS, LISTED_RELATION_CONDITIONS, ['article']],
  ['entities', ENTITIES, ENTITY_CONDITIONS, ['q']],
  ['articles', ARTICLES, ARTICLE_CONDITIONS, ['q']],
  ['mentions', MENTIONS, MENTION_CONDITIONS, ['entity', 'article']],
])(
  'every filter of the list of %s can be counted by, and nothing else',
  (_name, table, conditions, others) => {
    const filters = new Set([...Object.keys(table.filters), ...others]);
    // The first day of a list of events is `from`, that of its count `saidFrom`.
    filters.delete('from');
    expect(Object.keys(conditions).sort()).toEqual([...filters].sort());
  },
);

test('events are counted by filters of statements alone', () => {
  const others = Object.keys(EVENT_CONDITIONS).filter((name) => !(name in STATEMENT_CONDITIONS));
  expect(others).toEqual(['asserted']);
});

test.each(sqlNames('read'))('%s is SQL as it stands', async (name) => {
  const named = [...sqlFile(name).matchAll(/\$(\w+)/g)].map(([, one]) => one!);
  const parameters = Object.fromEntries(named.map((one) => [one, valueFor(one)]));
  await expect(
    graph.counts!.ask(graph, (index) => index.rows(sqlFile(name), parameters)),
  ).resolves.toBeInstanceOf(Array);
});

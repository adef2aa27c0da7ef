import { beforeAll, describe, expect, test } from 'vitest';
import { changes } from '../../src/columns/changes.ts';
import { GRAIN_READERS } from '../../src/columns/grains.ts';
import { batchedText, tellingState } from '../../src/db/batch.ts';
import { type Cypher, cypher, cypherFile, cypherNames } from '../../src/db/cypher.ts';
import { draftText } from '../../src/db/drafts.ts';
import { graphVersion } from '../../src/db/graph-version.ts';
import { applyDraftSchema } from '../../src/db/schema.ts';
import type { PagesRead, SeekOptions } from '../../src/db/seek.ts';
import { statementParts } from '../../src/db/statement-json.ts';
import { annotatedSpans } from '../../src/endpoints/annotations.ts';
import { operations, queries } from '../../src/endpoints/index.ts';
import { Problem } from '../../src/errors.ts';
import { currentIds } from '../../src/http/current-path.ts';
import { kindsOfId } from '../../src/http/other-kind.ts';
import { changedAt } from '../../src/query/changed-at.ts';
import { searchHits } from '../../src/query/chosen.ts';

import { type AnyRead, type PageQuery, readsOf } from '../../src/query/define.ts';
import { columnsOf, draftsThere, entitiesAmong } from '../../src/query/drafts.ts';
import { namedEntities } from '../../src/query/name-lookup.ts';
import { thingNames } from '../../src/query/names.ts';
import { FOUND_COLUMNS, hits, pageColumns, SCAN_COLUMNS } from '../../src/query/page.ts';
import { changedIds } from '../../src/query/resolve-changes.ts';
import { nearestNames } from '../../src/query/resolve-entities.ts';
import { eventDates } from '../../src/query/resolve-event-days.ts';
import { type Explained, explainer } from '../support/explain.ts';
import { testGraph } from '../support/graph.ts';
import { sampleParameters } from '../support/query-parameters.ts';
import { createEveryToken } from '../support/tokens.ts';

/*
 * Every text that the service can send is planned by the database, and held to the schema of its rows and to the parameters
 * that it is given. A read that is missing here cannot be sent: queries and operations name all of theirs.
 */

const graph = testGraph();
const explain = explainer(graph);

beforeAll(() => createEveryToken(graph));

/** Reads of requests of every kind, and those of single queries and operations. */
const reads: AnyRead[] = [
  ...new Set([
    changes,
    ...GRAIN_READERS.map(({ read }) => read),
    ...[
      graphVersion,
      hits,
      searchHits,
      kindsOfId,
      currentIds,
      changedAt,
      thingNames,
      changedIds,
      namedEntities,
      nearestNames,
      eventDates,
      draftsThere,
      entitiesAmong,
    ],
    ...queries.flatMap(readsOf),
    ...operations.flatMap(({ reads: own = [] }) => own),
  ]),
];
const lists = queries.filter((query): query is PageQuery => query.kind === 'page');

function expectIndexedRead({ type, misspelt, operators }: Explained, context: string) {
  expect(type, context).toBe('r');
  expect(misspelt, context).toEqual([]);
  expect(operators, context).not.toContain('AllNodesScan');
  expect(operators, context).not.toContain('CartesianProduct');
}

const givenIn = (options: unknown): readonly string[] =>
  (options as Partial<SeekOptions> | undefined)?.given ?? [];

describe('each read', () => {
  test('has a name of its own', () => {
    const names = reads.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  test.each(reads.map((read) => [read.name, read] as const))(
    '%s: reads by an index, returns the columns of its rows, and is given its parameters',
    async (_name, read) => {
      const explained = read.variants.map(async (options) => ({
        options,
        ...(await explain(read.text(options))),
      }));
      for (const { options, ...plan } of await Promise.all(explained)) {
        const context = JSON.stringify(options);
        expectIndexedRead(plan, context);
        expect(plan.columns.toSorted(), context).toEqual(columnsOf(read.row).sort());
        expect([...read.parameters, ...givenIn(options)], context).toEqual(
          expect.arrayContaining(plan.parameters),
        );
      }
    },
    120_000,
  );
});

test.each(
  [hits, statementParts, ...queries.flatMap((query) => (query.kind === 'one' ? [query.read] : []))].map(
    (read) => [read.name, read] as const,
  ),
)('%s: tells the state of the graph after it, alone and in a batch', async (_name, read) => {
  const [text, columns] = [read.text(undefined), columnsOf(read.row)];
  for (const telling of [tellingState(text, columns), batchedText(text, columns)]) {
    const plan = await explain(telling);
    expectIndexedRead(plan, telling);
    expect(plan.columns.toSorted()).toEqual(WITH_STATE);
  }
});

/** What a query plans, or undefined where it refuses parameters that do not go together. */
function unlessRefused<T>(plan: () => T): T | undefined {
  try {
    return plan();
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/** What a text returns that tells the state of the graph after its rows. */
const WITH_STATE = ['before', 'isUnderWay', 'rows', 'seed', 'version'];

/** What every page is given beside its filters, and what its part that began before a day is. */
const OF_PAGES = ['low', 'high', 'limit', 'scan'];
const OF_MULTI_DAY = ['intervals', 'saidFrom', 'from'];

const givenTo = ({ parameters }: PagesRead, { multiDay }: SeekOptions) => [
  ...[...OF_PAGES, ...parameters],
  ...(multiDay ? OF_MULTI_DAY : []),
];

/** Texts of a list that between them have all that follows its rows: in each direction, and by ids where those are read. */
const textsOf = (query: PageQuery): { text: Cypher; columns: string[]; given: string[] }[] => {
  const { pages, ids } = query;
  const columns = pageColumns(query);
  return [
    ...pages.frames.flatMap((options) => {
      const given = givenTo(pages, options);
      return [
        { text: pages.page(options), columns, given },
        ...(pages.found ? [{ text: pages.found(options), columns: FOUND_COLUMNS, given }] : []),
      ];
    }),
    ...(pages.byIds && (pages.found || ids) ? [{ text: pages.byIds, columns, given: ['ids'] }] : []),
  ];
};

describe('each list', () => {
  // What follows the rows of a page sees nothing but its nodes, so that each is planned without the other.
  test.each(lists.map((query) => [query.operationId, query] as const))(
    '%s: finds its rows by an index, and is given their parameters',
    async (_id, { pages }) => {
      const rows = (options: SeekOptions) => cypher`${pages.rows(options)}\nRETURN *`;
      const explained = pages.variants.map(async (options) => ({
        options,
        page: await explain(rows(options)),
        batched: pages.batched.includes(options) && (await explain(batchedText(rows(options)))),
        scan: pages.isScanned(options) && (await explain(tellingState(pages.scanEnd(options), SCAN_COLUMNS))),
      }));
      for (const { options, page, batched, scan } of await Promise.all(explained)) {
        const context = JSON.stringify(options);
        const given = givenTo(pages, options);
        expectIndexedRead(page, context);
        expect(page.columns, context).toHaveLength(1);
        expect(given, context).toEqual(expect.arrayContaining(page.parameters));
        if (batched) expectIndexedRead(batched, context);
        if (!scan) continue;
        expectIndexedRead(scan, context);
        expect(scan.columns.toSorted(), context).toEqual(WITH_STATE);
        expect(given, context).toEqual(expect.arrayContaining(scan.parameters));
      }
    },
    120_000,
  );

  test.each(lists.map((query) => [query.operationId, query] as const))(
    '%s: reads by an index, returns the columns of its items, and is given its parameters',
    async (_id, query) => {
      const explained = textsOf(query).map(async ({ text, columns, given }) => ({
        text,
        columns,
        given,
        page: await explain(text),
        alone: await explain(tellingState(text, columns)),
        batched: await explain(batchedText(text, columns)),
      }));
      for (const { text, columns, given, page, alone, batched } of await Promise.all(explained)) {
        expectIndexedRead(page, text);
        expect(page.columns.toSorted(), text).toEqual(columns.toSorted());
        expect(given, text).toEqual(expect.arrayContaining(page.parameters));
        for (const telling of [alone, batched]) {
          expectIndexedRead(telling, text);
          expect(telling.columns.toSorted(), text).toEqual(WITH_STATE);
        }
      }
    },
    120_000,
  );

  test.each(lists.map((query) => [query.operationId, query] as const))(
    '%s: no parameter is dropped on the way to the text',
    (_id, query) => {
      for (const given of sampleParameters(query)) {
        const plan = unlessRefused(() => query.plan(given as never));
        if (!plan) continue;
        const { given: names, ranges = [] } = plan;
        const bound = Object.entries({ ...names, ...ranges.find(({ multiDay }) => multiDay)?.bind });
        const known = [...query.pages.parameters, 'intervals'];
        for (const [name, value] of bound) if (value !== undefined) expect(known).toContain(name);
      }
    },
  );
});

test.each(
  queries
    .filter((query) => query.kind === 'one' || query.kind === 'table')
    .map((query) => [query.operationId, query] as const),
)('%s: gives its read no parameter that the read does not know', (_id, query) => {
  for (const given of sampleParameters(query)) {
    const plan = unlessRefused(() =>
      query.kind === 'one' ? { bind: query.bind(given), options: undefined } : query.plan(given),
    );
    if (!plan) continue;
    const { bind, options } = plan;
    const known = [...query.read.parameters, ...givenIn(options)];
    for (const [name, value] of Object.entries(bind)) if (value !== undefined) expect(known).toContain(name);
  }
});

describe.each(['read', 'columns', 'ingest', 'verify'])('each file of cypher/%s', (folder) => {
  test.each(cypherNames(folder))('%s is Cypher as it stands, and spelt right', async (name) => {
    const { type, misspelt, operators } = await explain(cypherFile(name));
    expect(misspelt).toEqual([]);
    if (folder !== 'ingest') expect(type).toMatch(/^[rs]$/);
    if (folder !== 'ingest') expect(operators).not.toContain('CartesianProduct');
  });
});

/** What may be sent for drafts: the reads of queries that show them, and the files of writes and of verification. */
const textsOfDrafts = (): string[] => [
  ...[
    namedEntities,
    eventDates,
    draftsThere,
    annotatedSpans,
    ...queries.filter(({ drafts }) => drafts).flatMap(readsOf),
  ].flatMap((read: AnyRead) => read.variants.map((options) => read.text(options))),
  ...lists.filter(({ drafts }) => drafts).flatMap((query) => textsOf(query).map(({ text }) => text)),
  ...lists
    .filter(({ drafts }) => drafts)
    .flatMap(({ pages }) => [
      ...pages.batched.map((options) => batchedText(cypher`${pages.rows(options)}\nRETURN *`)),
      ...pages.variants.flatMap((options) => [
        cypher`${pages.rows(options)}\nRETURN *`,
        ...(pages.isScanned(options) ? [pages.scanEnd(options)] : []),
      ]),
    ]),
  ...['ingest', 'verify'].flatMap(cypherNames).map((name) => cypherFile(name)),
];

const PREFIXED = /(?:[:|!&]|'|\()?(?:Draft|DRAFT_|draft_)\w*|substring\(\w+/g;

/** What is changed in a text for drafts: each name with what stands before it, and how such names stand together in a line. */
function changedParts(text: string): string[] {
  const own = text.split('\n');
  return draftText(text)
    .split('\n')
    .filter((line, place) => line !== own[place])
    .flatMap((line) => {
      const parts: string[] = line.match(PREFIXED) ?? [];
      return [...parts, parts.map((part) => part.replace(/(Draft|DRAFT_|draft_).*/, '$1')).join(' ')];
    });
}

/**
 * Some texts that between them have every part of all that is changed for drafts. Nothing but names is changed, and each text is planned as
 * it stands: to plan each for drafts, too, would take the database half a minute, and find nothing more.
 */
function withEveryPart(texts: readonly string[]): string[] {
  const left = new Map([...new Set(texts)].map((text) => [text, new Set(changedParts(text))]));
  const chosen: string[] = [];
  for (;;) {
    const [text, parts] = [...left].reduce((most, one) => (one[1].size > most[1].size ? one : most));
    if (parts.size === 0) return chosen;
    chosen.push(text);
    left.delete(text);
    for (const others of left.values()) for (const part of parts) others.delete(part);
  }
}

describe('what is sent for drafts', () => {
  beforeAll(() => applyDraftSchema(graph));

  test('is Cypher in each of its parts, with the same columns, and reads by an index what is read by one', async () => {
    const explained = withEveryPart(textsOfDrafts()).map(async (text) => ({
      text: draftText(text),
      plain: await explain(text),
      draft: await explain(draftText(text)),
    }));
    for (const { text, plain, draft } of await Promise.all(explained)) {
      expect(draft.columns, text).toEqual(plain.columns);
      expect(draft.type, text).toBe(plain.type);
      const scans = ['AllNodesScan', 'CartesianProduct'].filter((name) => !plain.operators.includes(name));
      for (const name of scans) expect(draft.operators, text).not.toContain(name);
      // They may not be there yet; none has the prefix twice, or that of another kind.
      for (const status of draft.misspelt)
        for (const [, name] of status.matchAll(/`(\w+)`/g))
          expect(name, text).toMatch(/^(?:Draft(?!Draft)[A-Z]\w*[a-z]|DRAFT_(?!DRAFT)[A-Z_]+$)/);
    }
  }, 120_000);
});

test('a misspelt property, label or file of Cypher is found', async () => {
  const { misspelt } = await explain('MATCH (s:Statemnt) WHERE s.sortKee > "" RETURN s.id AS id');
  expect(misspelt).toHaveLength(2);
  await expect(explain('MATCH (s:Statement RETURN s')).rejects.toThrow();
});

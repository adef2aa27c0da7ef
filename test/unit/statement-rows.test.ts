import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ColumnStore } from '../../src/columns/store.ts';
import { COLUMN_NAMES, type SharedRows } from '../../src/columns/tally/columns.ts';
import { StatementRows } from '../../src/columns/tally/statement-rows.ts';
import { sql } from '../../src/db/sql.ts';

const folder = mkdtempSync(join(tmpdir(), 'on-record-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
let store: ColumnStore;
afterAll(() => store.close());

const article = (id: string) => ({ id, title: id, authors: [], mentions: [] });
const entity = (id: string, mask = 0) => ({ id, name: id, type: 'Person', countries: [], roles: [], mask });
const statement = (id: string, speakers: string[], articles: string[], score = 10) => ({
  ...{ id, day: '2020-01-02', latest: '2020-01-02', act: 1051, score, confidence: 1, contested: false },
  ...{ unattributed: false, nameless: false, quotes: 1, flags: 0, anyFlags: 0, roles: 0, anyRoles: 0 },
  ...{ targetRoles: 0, targetOf: [], speakerCount: speakers.length, anySpeakerCount: speakers.length },
  ...{ targets: 1, topics: 0, outlets: 1, at: [], described: [] },
  speakers: speakers.map((one) => ({ id: one, preferred: true, attributed: true })),
  about: [{ id: 'target', topic: false }],
  articles: articles.map((one) => ({ id: one })),
});

const SHOWN = { seed: 'seed', version: 1 };
const SPEAKERS = ['anna', 'boris', 'target'];

/** A file with three statements, one of them of two speakers and one of two articles. */
async function opened(): Promise<ColumnStore> {
  store?.close();
  store = await ColumnStore.open(join(folder, `${files++}.duckdb`));
  await store.create();
  await store.take('entities', { rows: SPEAKERS.map((id) => entity(id, 1)), things: SPEAKERS });
  await store.take('articles', { rows: [article('one'), article('two')], things: [] });
  await store.take('statements', {
    rows: [
      statement('first', ['anna'], ['one']),
      statement('second', ['anna', 'boris'], ['one']),
      statement('third', ['boris'], ['one', 'two']),
    ],
    things: [],
  });
  return store;
}

/** Its rows that count, whatever their order, and what they are held to. */
const counted = ({ columns, length }: SharedRows) =>
  Array.from({ length }, (_, row) => COLUMN_NAMES.map((name) => columns[name][row]!))
    .filter((values) => values[COLUMN_NAMES.indexOf('marks')] !== 0)
    .sort((a, b) => a.join().localeCompare(b.join()));

const holders = ({ holders }: SharedRows) => [...holders].slice(0, 8);

const replaced = (ids: string[], rows: object[]) => () =>
  store.replace([{ grain: 'statements', ids, rows: rows as never, things: [] }], SHOWN);

describe('statements in memory', () => {
  test('are a row for each speaker, and one for each further article', async () => {
    const rows = await StatementRows.read(await opened());
    expect(counted(rows.shared)).toHaveLength(5);
  });

  test.each([0, 1, 100])('follow what changes where there is room for %s more', async (spare) => {
    const rows = await StatementRows.read(await opened(), spare);
    const changes: [string[], object[]][] = [
      [['third'], [statement('third', ['anna', 'boris'], ['two', 'one'], -20)]],
      [['first', 'fourth'], [statement('fourth', ['boris'], ['one'])]],
      [['fourth'], []],
      [['first'], [statement('first', ['boris'], ['two'])]],
    ];
    for (const [ids, now] of changes) {
      const { state } = rows.shared;
      await rows.follow({ statements: ids, entities: [] }, replaced(ids, now));
      const anew = await StatementRows.read(store, spare);
      expect(counted(rows.shared)).toEqual(counted(anew.shared));
      expect(rows.shared.state).not.toBe(state);
      const { zones, blockMarks, columns, length } = rows.shared;
      for (const row of Array.from({ length }).keys()) {
        expect(columns.until[row]).toBeGreaterThanOrEqual(zones.until.low[0]!);
        expect(columns.until[row]).toBeLessThanOrEqual(zones.until.high[0]!);
        expect(columns.marks[row]! & ~blockMarks.any[0]!).toBe(0);
      }
    }
  });

  test('know the order of ids, also of new ones, in a file that was closed', async () => {
    (await opened()).close();
    // What is planned of the rows of a closed file goes by their least and greatest numbers.
    store = await ColumnStore.open(join(folder, `${files - 1}.duckdb`));
    const rows = await StatementRows.read(store);
    const things = ['aaron', ...SPEAKERS];
    const inOrder = async () => {
      const found = await store.rows(sql`SELECT id, n FROM thing`);
      const rank = ({ n }: (typeof found)[number]) => rows.shared.ranks.thing[n as number]!;
      return found.sort((a, b) => rank(a) - rank(b)).map(({ id }) => id);
    };
    expect(await inOrder()).toEqual(SPEAKERS);
    await rows.follow({ statements: [], entities: ['aaron'] }, () =>
      store.replace([{ grain: 'entities', ids: ['aaron'], rows: [entity('aaron')], things }], SHOWN),
    );
    expect(await inOrder()).toEqual(things);
  });

  test.each([0, 100])(
    'follow the roles of entities, also of new ones, where there is room for %s',
    async (spare) => {
      const rows = await StatementRows.read(await opened(), spare);
      const ids = ['anna', 'clara'];
      await rows.follow({ statements: [], entities: ids }, () =>
        store.replace(
          [{ grain: 'entities', ids, rows: [entity('anna', 4), entity('clara', 2)], things: ids }],
          SHOWN,
        ),
      );
      expect(
        holders(rows.shared)
          .filter((roles) => roles > 0)
          .sort(),
      ).toEqual([1, 1, 2, 4]);
    },
  );
});

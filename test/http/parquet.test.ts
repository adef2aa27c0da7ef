import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queries } from '../../src/endpoints/index.ts';
import { parquetTable } from '../../src/formats/parquet.ts';
import { ParquetFiles } from '../../src/http/parquet-files.ts';
import { PARQUET } from '../../src/limits.ts';
import { testGraph } from '../support/graph.ts';
import { testService } from '../support/service.ts';

const graph = testGraph();
const service = testService();
const folder = mkdtempSync(join(tmpdir(), 'on-record-read-parquet-'));
let database: DuckDBInstance;
let connection: DuckDBConnection;

beforeAll(async () => {
  database = await DuckDBInstance.create();
  connection = await database.connect();
});
afterAll(() => {
  connection.closeSync();
  database.closeSync();
  rmSync(folder, { recursive: true });
});

/** A file as the service sends it, and how DuckDB reads it. */
async function fetched(url: string, headers: Record<string, string> = {}) {
  const response = await service.app.inject({ url, headers });
  expect(response.statusCode, response.body).toBe(200);
  expect(response.headers['content-type']).toBe('application/vnd.apache.parquet');
  const path = join(folder, 'file.parquet');
  writeFileSync(path, response.rawPayload);
  const read = async (text: string) => (await connection.runAndReadAll(text)).getRowObjectsJson();
  return {
    headers: response.headers as Record<string, string>,
    bytes: response.rawPayload,
    rows: (await read(`SELECT * FROM '${path}'`)) as Record<string, unknown>[],
    types: Object.fromEntries(
      (await read(`DESCRIBE SELECT * FROM '${path}'`)).map((row) => [row.column_name, row.column_type]),
    ),
    about: Object.fromEntries(
      (
        await read(`SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${path}')`)
      ).map(({ key, value }) => [key, value]),
    ),
  };
}

const linesOf = async (url: string) => {
  const { body } = await service.get(`${url}${url.includes('?') ? '&' : '?'}format=ndjson`);
  return (body as string).split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
};

/** An item without what a table leaves out: the context of a span and its unit. */
const asTable = (item: unknown) =>
  JSON.parse(JSON.stringify(item), (key, value) =>
    ['prefix', 'suffix'].includes(key) || value === 'code-point' ? undefined : value,
  );

/** Whole numbers of 64 bits are texts in the JSON of DuckDB. */
const comparable = (value: unknown) =>
  JSON.parse(JSON.stringify(value), (_key, one) => (typeof one === 'number' ? String(one) : one));

const lists = queries.filter(({ kind, path }) => kind === 'page' && !path.includes('{'));

describe('a list as Parquet', () => {
  test.each([
    ...lists.map(({ path }) => path),
    '/v1/statements?about=Pakistan&sort=oldest',
    '/v1/entities/donald-trump/timeline',
  ])('%s has all that matches, in its order, as JSON has it', async (url) => {
    const { rows } = await fetched(`${url}${url.includes('?') ? '&' : '?'}format=parquet`);
    const items = await linesOf(url);
    expect(comparable(rows)).toEqual(comparable(items.map(asTable)));
  });

  test('has types', async () => {
    const { types } = await fetched('/v1/statements?format=parquet');
    expect(types).toMatchObject({ id: 'VARCHAR', text: 'VARCHAR', contested: 'VARCHAR[]' });
    expect(types.said).toContain('earliest DATE');
    expect(types.act).toContain('goldstein DOUBLE');
    expect(types.quotations).toMatch(/"?start"? BIGINT/);
  });

  test('says what it is of', async () => {
    const { about, headers } = await fetched('/v1/statements?speaker=Kurilla&format=parquet');
    expect(headers.etag).toBe(`W/"${about.version}-parquet"`);
    expect(about.request).toContain('/v1/statements?speaker=Kurilla');
    expect(headers['content-disposition']).toContain('statements-speaker-Kurilla.parquet');
  });

  test('ends at its limit', async () => {
    const { rows } = await fetched('/v1/statements?limit=3&format=parquet');
    expect(rows).toHaveLength(3);
  });

  test('of nothing has its columns and no row', async () => {
    const { rows, types } = await fetched('/v1/articles?publisher=nobody&format=parquet');
    expect(rows).toEqual([]);
    expect(types.id).toBe('VARCHAR');
  });

  test('is given to whom accepts it', async () => {
    const { rows } = await fetched('/v1/events', { accept: 'application/vnd.apache.parquet' });
    expect(rows).toHaveLength((await linesOf('/v1/events')).length);
  });
});

describe('a table of a list as Parquet', () => {
  const tables = lists.flatMap(({ path, tables = {}, people }) =>
    [...Object.keys(tables), ...(people ? ['people'] : [])].map((rows) => `${path}?rows=${rows}`),
  );

  test.each(tables)('%s has the columns and the rows of CSV', async (url) => {
    const { rows, types } = await fetched(`${url}&format=parquet`);
    const [header, ...records] = parse((await service.get(`${url}&format=csv`)).body) as string[][];
    expect(Object.keys(types)).toEqual(header);
    // CSV puts an apostrophe before what a spreadsheet would take for a formula.
    const cells = (row: Record<string, unknown>) =>
      Object.values(row).map((value) => (value === null ? '' : String(value)));
    expect(rows.map(cells)).toEqual(
      records.map((record) => record.map((cell) => cell.replace(/^'(?=[=+\-@])/, ''))),
    );
  });
});

describe('the file of a list', () => {
  const url = '/v1/mentions?format=parquet';

  test('is sent in ranges', async () => {
    const { bytes, headers } = await fetched(url);
    expect(headers['accept-ranges']).toBe('bytes');
    const end = await service.app.inject({ url, headers: { range: 'bytes=-4' } });
    expect(end.statusCode).toBe(206);
    expect(end.body).toBe('PAR1');
    expect(end.headers['content-range']).toBe(
      `bytes ${bytes.length - 4}-${bytes.length - 1}/${bytes.length}`,
    );
  });

  test('has its length in HEAD', async () => {
    const { bytes } = await fetched(url);
    const { headers, statusCode, rawPayload } = await service.app.inject({ method: 'HEAD', url });
    expect(statusCode).toBe(200);
    expect(Number(headers['content-length'])).toBe(bytes.length);
    expect(rawPayload).toHaveLength(0);
  });

  test('is not sent to whom has it', async () => {
    const { headers } = await fetched(url);
    const again = await service.get(url, { 'if-none-match': headers.etag! });
    expect(again.status).toBe(304);
  });

  test('is the same for those who ask at once', async () => {
    const asked = '/v1/relations?format=parquet&undated=include';
    const files = await Promise.all([1, 2, 3].map(() => service.app.inject({ url: asked })));
    for (const { statusCode, rawPayload } of files) {
      expect(statusCode).toBe(200);
      expect(rawPayload.equals(files[0]!.rawPayload)).toBe(true);
    }
  });
});

describe('a file that is not kept', () => {
  const row = lists.find(({ operationId }) => operationId === 'listRelations')!.row;
  const list = { key: 'a list', request: '/v1/a-list', table: parquetTable(row) };
  const empty = { outcome: { items: [], next: null, isTruncated: false }, version: 'one' };

  test('stays until the last of those who share it has read it', async () => {
    const { kept } = PARQUET;
    PARQUET.kept = 1;
    const files = new ParquetFiles(graph);
    try {
      // Who asks while a file is being made shares the one after it.
      const asked = [1, 2, 3].map(() => files.fileOf({ ...list, first: empty }));
      const [, one, other] = await Promise.all(asked);
      expect(other).toBe(one);
      files.release(one!);
      expect(existsSync(one!.path)).toBe(true);
      files.release(one!);
      expect(existsSync(one!.path)).toBe(false);
    } finally {
      PARQUET.kept = kept;
      files.close();
    }
  });

  test('stays for its readers where others take its place', async () => {
    const files = new ParquetFiles(graph);
    const { kept } = PARQUET;
    try {
      const before = await files.fileOf({ ...list, first: empty });
      PARQUET.kept = before.size + 1;
      const few = new ParquetFiles(graph);
      const first = await few.fileOf({ ...list, first: empty });
      const second = await few.fileOf({ ...list, key: 'another', first: empty });
      few.release(second);
      expect(existsSync(first.path)).toBe(true);
      few.release(first);
      expect([first, second].map(({ path }) => existsSync(path))).toEqual([false, true]);
      few.close();
    } finally {
      PARQUET.kept = kept;
      files.close();
    }
  });
});

describe('what is no file', () => {
  test.each([
    ['/v1/statements?format=parquet&speaker=Nobody+Whom+Anyone+Knows', 404, 'unknown-entity'],
    ['/v1/statements?format=parquet&limit=0', 400, 'invalid-parameter'],
    ['/v1/statements?format=parquet&bom=true', 400, 'invalid-parameter'],
    ['/v1/statements?format=parquet&rows=page', 400, 'invalid-parameter'],
    ['/v1/network?format=parquet', 400, 'invalid-parameter'],
  ])('%s is a problem', async (url, status, code) => {
    const response = await service.get(url);
    expect([response.status, response.body.code]).toEqual([status, code]);
  });
});

test('a page links the file', async () => {
  const { body } = await service.get('/v1/statements?about=Pakistan', { accept: 'text/html' });
  expect(body).toMatch(/href="[^"]*format=parquet"[^>]*>Parquet</);
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatedArticles } from '../../bench/generate.ts';
import { CsvFile, cellsOf } from '../../src/ingest/bulk/csv-file.ts';
import { mergedSources, PartitionedSources } from '../../src/ingest/bulk/partitioned-sources.ts';
import { Tables } from '../../src/ingest/bulk/tables.ts';
import { writeTables } from '../../src/ingest/bulk/write-tables.ts';
import { IMPORT_BUFFER } from '../../src/limits.ts';
import { importProgress, lossesIn } from '../../src/neo4j/store/import.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('what articles bring to a merged view is given once, by the view, whoever wrote it', () => {
  const writers = ['one', 'other'].map((name) => new PartitionedSources<string>(join(folder, name)));
  for (const [writer, key, source] of [
    [0, 'a', 'q1'],
    [0, 'b', 'line\u2028separator'],
    [1, 'a', 'q3'],
    [0, 'a', 'q4'],
  ] as const)
    writers[writer]!.add(key, source);
  const partitions = Map.groupBy(
    writers.flatMap((writer) => [...writer.close()]),
    ([partition]) => partition,
  );
  const merged = [...partitions.values()].map((files) =>
    mergedSources<string>(files.map(([, path]) => path)),
  );
  expect(merged.flatMap((of) => [...of]).sort()).toEqual([
    ['a', ['q1', 'q4', 'q3']],
    ['b', ['line\u2028separator']],
  ]);
});

test('tables of articles that cannot be read to their end are not written, and nothing is left running', async () => {
  const articles = (function* () {
    yield* generatedArticles(300);
    throw new Error('it was changed while it was being loaded');
  })();
  const tables = mkdtempSync(join(folder, 'tables-'));
  const before = timers();
  await expect(writeTables(tables, { entities: [], articles }, () => {})).rejects.toThrow('it was changed');
  expect(timers(), 'a thread that is waited for would keep the process').toBeLessThanOrEqual(before);
});

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

test('cells keep quotes, line breaks and what is empty, leave null out and refuse what has no column', () => {
  const cells = cellsOf('Thing', {
    text: 'string',
    list: 'string[]',
    places: 'long[]',
    score: 'double',
    no: 'string',
  });
  expect(cells({ text: 'a "b",\nc', list: ['', 'y'], places: [3, 14], score: -2.5, no: null })).toBe(
    ',"a ""b"",\nc","\x1fy","3\x1f14",-2.5,',
  );
  expect(cells({ text: '', list: [] })).toBe(',"","",,,');
  expect(() => cells({ tezt: 'a' })).toThrow('Thing.tezt has no column');
});

test('a table is written whole, however long', () => {
  const file = new CsvFile(join(folder, 'table.csv'));
  for (let row = 0; row < 300_000; row++) file.write(`row ${row}\n`);
  file.close();
  expect(readFileSync(file.path, 'utf8').split('\n').length).toBe(300_001);
});

test('rows whose texts hold line breaks are apart, in files that the importer reads at once', () => {
  const tables = new Tables(folder, 'apart');
  const long = `a line\n${'a'.repeat(IMPORT_BUFFER / 3)}`;
  for (const [id, text] of Object.entries({
    a: long,
    b: 'one line',
    c: long,
    d: 'a\rreturn',
    e: long,
    f: '',
  }))
    tables.node('Article', id, { text });
  const files = tables.close().map(({ path, rows, multiline }) => {
    const written = readFileSync(path, 'utf8');
    const ids = [...written.matchAll(/^"([a-z])"/gm)].map(([, id]) => id).join('');
    return { ids, rows, multiline, isReadAtOnce: written.length < IMPORT_BUFFER };
  });
  expect(files).toEqual([
    { ids: 'acd', rows: 3, multiline: true, isReadAtOnce: true },
    { ids: 'bf', rows: 2, multiline: false, isReadAtOnce: true },
    { ids: 'e', rows: 1, multiline: true, isReadAtOnce: true },
  ]);
});

test('the progress of the importer is its last stage and percentage', () => {
  expect(importProgress('Available resources:\n')).toBe('');
  const output =
    '(1/4) Node import 2026-01-01\n.....  5% ∆3s\n..... 100% ∆3s\n(2/4) Relationship import 2026';
  expect(importProgress(output)).toBe('import 2 of 4, relationship import: 0 %');
  expect(importProgress(`${output}\n.....  15% ∆1s [2s]`)).toBe('import 2 of 4, relationship import: 15 %');
});

test('what the importer did not take is told', () => {
  const output = 'IMPORT DONE in 2s.\nImported:\n  12 nodes\n  30 relationships\n  99 properties\n';
  const files = [5, 7].map((rows) => ({ of: 'nodes' as const, rows }));
  expect(lossesIn(output, [...files, { of: 'relationships', rows: 30 }])).toBe('');
  expect(lossesIn(output, [...files, { of: 'relationships', rows: 31 }])).toBe(
    '30 of 31 relationships were taken',
  );
});

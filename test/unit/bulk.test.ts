import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CsvFile, cellsOf } from '../../src/ingest/bulk/csv-file.ts';
import { SeenKeys } from '../../src/ingest/bulk/seen-keys.ts';
import { SharedFacts } from '../../src/ingest/bulk/shared-facts.ts';
import { derive, type Voice } from '../../src/ingest/facts/derive.ts';
import { importProgress, lossesIn } from '../../src/neo4j/import-output.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const voice = (speaker: string, rank: string, confidence = 0.5): Voice => ({ speaker, rank, confidence });

const from = (...voices: Voice[]) => derive({ voices, quoteTypes: [], reported: [] });

describe('what a statement takes from its quotations', () => {
  test('is its one speaker, with the highest confidence', () => {
    const voices = [
      voice('ann', 'preferred', 0.4),
      voice('ann', 'preferred', 0.9),
      voice('ann', 'normal', 1),
    ];
    const reported = ['2021-01-01', '2021-01-31', '2020-12-24'];
    expect(derive({ voices, quoteTypes: ['mixed', 'direct', 'mixed'], reported })).toEqual({
      speakerId: 'ann',
      contested: false,
      confidence: 0.9,
      quoteTypes: ['direct', 'mixed'],
      reportedEarliest: '2020-12-24',
      reportedLatest: '2021-01-31',
      saidBy: [{ speaker: 'ann', rank: 'preferred' }],
    });
  });

  test('is contested where another could have said it, who gets the best rank that is given', () => {
    const voices = [voice('ben', 'deprecated'), voice('ann', 'preferred'), voice('ben', 'normal')];
    expect(from(...voices)).toMatchObject({
      speakerId: 'ann',
      contested: true,
      saidBy: [
        { speaker: 'ben', rank: 'normal' },
        { speaker: 'ann', rank: 'preferred' },
      ],
    });
  });

  test('is no speaker where the preferred ones differ, nobody is named or nobody is preferred', () => {
    expect(from(voice('ann', 'preferred'), voice('ben', 'preferred')).speakerId).toBe(null);
    expect(from(voice('ann', 'preferred'), voice('', 'preferred')).speakerId).toBe(null);
    expect(from(voice('', 'preferred'))).toMatchObject({
      speakerId: null,
      contested: false,
      saidBy: [],
    });
    expect(from(voice('ann', 'normal'))).toMatchObject({ speakerId: null, confidence: null });
  });
});

describe('facts of several articles', () => {
  const fact = (id: string, speaker: string, hash = 'same') => ({
    kind: 'Statement' as const,
    id,
    hash,
    properties: { text: 'line\u2028separator' },
    edges: [],
    quoted: { voices: [voice(speaker, 'normal')], quoteTypes: [], reported: [] },
  });
  const merged = (facts: ReturnType<typeof fact>[]) => {
    const shared = new SharedFacts(folder);
    for (const each of facts) shared.add(each);
    return [...shared.merged()].map(({ id, quoted }) => [
      id,
      ...quoted!.voices.map(({ speaker }) => speaker),
    ]);
  };

  test('are given once, with the voices of all', () => {
    expect(merged([fact('a', 'ann'), fact('b', 'ben'), fact('a', 'cid'), fact('a', 'dan')])).toEqual([
      ['b', 'ben'],
      ['a', 'ann', 'cid', 'dan'],
    ]);
  });

  test('must be described alike', () => {
    expect(() => merged([fact('a', 'ann'), fact('a', 'ben', 'other')])).toThrow('Statement a');
  });
});

test('a key that came before is always known, and a new one hardly ever taken for one', () => {
  const seen = new SeenKeys();
  const keys = Array.from({ length: 50_000 }, (_, index) => `Statement s-${index}`);
  expect(keys.filter((key) => seen.add(key)).length).toBeLessThan(5);
  expect(keys.every((key) => seen.add(key))).toBe(true);
});

test('cells keep quotes, line breaks and what is empty, leave null out and refuse what has no column', () => {
  const cells = cellsOf('Thing', { text: 'string', list: 'string[]', score: 'double', no: 'string' });
  expect(cells({ text: 'a "b",\nc', list: ['x', 'y'], score: -2.5, no: null })).toBe(
    ',"a ""b"",\nc","x\x1fy",-2.5,',
  );
  expect(cells({ text: '', list: [] })).toBe(',"","",,');
  expect(() => cells({ tezt: 'a' })).toThrow('Thing.tezt has no column');
});

test('a table is written whole, however long', () => {
  const file = new CsvFile(join(folder, 'table.csv'));
  for (let row = 0; row < 300_000; row++) file.write(`row ${row}\n`);
  file.close();
  expect(readFileSync(file.path, 'utf8').split('\n').length).toBe(300_001);
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

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CsvFile, cellsOf } from '../../src/ingest/bulk/csv-file.ts';
import { SharedFacts } from '../../src/ingest/bulk/shared-facts.ts';
import {
  type AttributionSummary,
  deriveStatement,
  type QuotationSummary,
} from '../../src/ingest/facts/derive-statement.ts';
import type { StatementView } from '../../src/ingest/facts/statement-views.ts';
import { importProgress, lossesIn } from '../../src/neo4j/store/import.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const KEYS = { sortKey: '2021-01-02_s', intervalKey: null };

const by = (speakers: string, rank: string, confidence = 0.5): AttributionSummary => ({
  speakerIds: speakers === '' ? [] : speakers.split(' '),
  rank,
  confidence,
  describedRole: null,
  describedOf: null,
});

/** A quotation with attributions, in an article of a day. */
const quoted = (
  attributions: AttributionSummary[],
  quoteType = 'direct',
  day: string | null = null,
): QuotationSummary => ({ quoteType, publishedEarliest: day, publishedLatest: day, attributions });

const from = (...attributions: AttributionSummary[]) => deriveStatement(KEYS, [quoted(attributions)]);

describe('what a statement takes from its quotations', () => {
  test('is its one speaker, with the highest confidence', () => {
    const quotations = [
      quoted([by('ann', 'preferred', 0.4)], 'mixed', '2021-01-31'),
      quoted([by('ann', 'preferred', 0.9)], 'direct', '2020-12-24'),
      { ...quoted([by('ann', 'normal', 1)], 'mixed'), publishedEarliest: '2021-01-01' },
    ];
    expect(deriveStatement(KEYS, quotations)).toEqual({
      properties: {
        speakerIds: ['ann'],
        isUnattributed: false,
        describedRoles: null,
        describedOf: null,
        contested: null,
        isContested: false,
        confidence: 0.9,
        quoteTypes: ['direct', 'mixed'],
        reportedEarliest: '2020-12-24',
        reportedLatest: '2021-01-31',
      },
      saidBy: [{ speakerId: 'ann', ...KEYS, preferred: true }],
      speakerIds: ['ann'],
      keys: KEYS,
    });
  });

  test('are several speakers who speak together, which contests nothing', () => {
    const { properties, saidBy } = from(by('ann ben', 'preferred'));
    expect(properties).toMatchObject({ speakerIds: ['ann', 'ben'], contested: null, isContested: false });
    expect(saidBy).toMatchObject([
      { speakerId: 'ann', preferred: true },
      { speakerId: 'ben', preferred: true },
    ]);
    expect(from(by('ann ben', 'preferred'), by('ben ann', 'normal')).properties.contested).toBe(null);
  });

  test('is contested where others could have said it', () => {
    const { properties, saidBy } = from(by('ann', 'preferred'), by('ben', 'normal'));
    expect(properties).toMatchObject({ speakerIds: ['ann'], contested: ['speaker'], isContested: true });
    expect(saidBy).toMatchObject([
      { speakerId: 'ann', preferred: true },
      { speakerId: 'ben', preferred: false },
    ]);
    expect(from(by('ann ben', 'preferred'), by('ann', 'normal')).properties.contested).toEqual(['speaker']);
  });

  test('is what describes who is not named, as far as it is preferred', () => {
    const officials = { ...by('', 'preferred'), describedRole: 'official', describedOf: 'iraq' };
    const envoy = { ...by('', 'normal'), describedRole: 'diplomat', describedOf: 'iran' };
    expect(from(officials, envoy).properties).toMatchObject({
      ...{ speakerIds: null, isUnattributed: true, contested: null },
      ...{ describedRoles: ['official'], describedOf: ['iraq'] },
    });
  });

  test('is nothing of what is deprecated', () => {
    expect(from(by('ann', 'preferred'), by('ben', 'deprecated'))).toMatchObject({
      properties: { speakerIds: ['ann'], contested: null, isContested: false },
      saidBy: [{ speakerId: 'ann', preferred: true }],
    });
    expect(from(by('ben', 'deprecated'))).toMatchObject({
      properties: { speakerIds: null, isUnattributed: true, contested: null, confidence: null },
      saidBy: [],
    });
  });

  test('is nobody where nobody is named or preferred; who names nobody gives way and contests nothing', () => {
    expect(from(by('', 'preferred'))).toMatchObject({
      properties: { speakerIds: null, isUnattributed: true, contested: null },
      saidBy: [],
    });
    expect(from(by('ann', 'normal')).properties).toMatchObject({ speakerIds: null, confidence: null });
    expect(from(by('ann', 'preferred'), by('', 'preferred')).properties).toMatchObject({
      speakerIds: ['ann'],
      contested: null,
    });
  });

  test.each([
    [
      'those whom most of them prefer',
      [by('ann', 'preferred', 0.9), by('ben', 'preferred'), by('ben', 'preferred')],
      'ben',
    ],
    ['those of the highest confidence', [by('ann', 'preferred', 0.4), by('ben', 'preferred', 0.5)], 'ben'],
    ['the first by id', [by('ben', 'preferred'), by('ann', 'preferred')], 'ann'],
  ])('are, where quotations prefer different speakers, %s', (_, attributions, speaker) => {
    for (const order of [attributions, attributions.toReversed()]) {
      const quotations = order.map((attribution) => quoted([attribution]));
      expect(deriveStatement(KEYS, quotations).properties).toMatchObject({
        speakerIds: [speaker],
        contested: ['speaker'],
      });
    }
  });
});

describe('facts of several articles', () => {
  const fact = (id: string, quotation: string, hash = 'same') => ({
    kind: 'Statement' as const,
    id,
    hash,
    properties: { text: 'line\u2028separator' },
    edges: [],
    view: { events: {}, quotations: [quotationView(quotation)] },
  });
  const merged = (facts: ReturnType<typeof fact>[]) => {
    const shared = new SharedFacts(folder);
    for (const each of facts) shared.add(each);
    return [...shared.merged()].map(({ id, view }) => [
      id,
      ...view!.quotations.map((quotation) => quotation.id),
    ]);
  };

  test('are given once, with the quotations of all', () => {
    expect(merged([fact('a', 'q1'), fact('b', 'q2'), fact('a', 'q3'), fact('a', 'q4')])).toEqual([
      ['b', 'q2'],
      ['a', 'q1', 'q3', 'q4'],
    ]);
  });

  test('must be described alike', () => {
    expect(() => merged([fact('a', 'q1'), fact('a', 'q2', 'other')])).toThrow('Statement a');
  });
});

/** A quotation in one part, of which nothing is marked as quoted. */
const IN_ONE_PART = {
  ...{ partExacts: null, partPrefixes: null, partSuffixes: null, partStarts: null, partEnds: null },
  ...{ quotedExacts: null, quotedStarts: null, quotedEnds: null },
};

/** A quotation of no more than an id. */
const quotationView = (id: string): StatementView['quotations'][number] => ({
  ...{ id, quoteType: 'direct', exact: 'x', prefix: '', suffix: '', start: 0, end: 1 },
  ...IN_ONE_PART,
  ...{ cue: null, cueStart: null, cueEnd: null, publishedEarliest: null, publishedLatest: null },
  article: { id: 'a', title: 'A', published: null },
  attributions: [],
});

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

import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { queries } from '../../src/endpoints/index.ts';
import { type CsvTable, csvRecords, csvWriter, wholeTable } from '../../src/formats/csv.ts';
import { tableOf } from '../../src/formats/csv-tables.ts';
import { jsonLine } from '../../src/formats/ndjson.ts';
import { Event } from '../../src/model/event.ts';
import type { Row } from '../../src/model/row.ts';
import { elementOf, type Schema, shapeOf } from '../../src/model/schema-reader.ts';
import { Statement } from '../../src/model/statement.ts';
import { isList } from '../../src/query/define.ts';

/** Cells as a reader has them that ends a record at CR LF alone. */
const cellsOf = (csv: string): string[][] => parse(csv, { record_delimiter: '\r\n', bom: true });

describe('a cell', () => {
  test.each([
    ['two paragraphs', 'We agree.\n\nWe always did.'],
    ['a carriage return', 'We agree.\rWe did.'],
    ['lines of Windows', 'We agree.\r\nWe did.'],
    ['quotation marks and commas', '“We”, "we", we'],
    ['the separators of Unicode', 'a\u2028b\u2029c\u0085d\vf\fg'],
    ['what others separate by', 'a; b\tc|d'],
  ])('holds %s in one record', (_, text) => {
    const csv = csvRecords([
      [text, 1],
      [text, 2],
    ]);
    expect(cellsOf(csv)).toEqual([
      [text, '1'],
      [text, '2'],
    ]);
    if (/[\r\n\v\f\u0085\u2028\u2029]/.test(text)) expect(csv).toContain(`"${text}"`);
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '\n=x',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '﹦1',
    ' =1',
    '\ufeff=1',
    '\u00a0@x',
  ])('holds no formula: %j', (text) => {
    expect(cellsOf(csvRecords([[text]]))[0]![0]).toMatch(/^'/);
    for (const end of ['\n', '\r', '\r\n', '\n\n', '\u2028', '\u0085']) {
      const [[cell]] = cellsOf(csvRecords([[`“We agree.${end}${text}`]])) as [[string]];
      expect(cell.replaceAll(/'(?=[\p{Zs}\p{Cf}]*[=+\-@\t＝＋－＠﹦])/gu, '')).toBe(
        `“We agree.${end}${text}`,
      );
      expect(cell).not.toMatch(/(^|[\n\r\u2028\u0085])[\p{Zs}\p{Cf}]*[=+\-@\t＝＋－＠﹦]/u);
    }
  });

  test('holds numbers as numbers, and lines of ordinary text as they are', () => {
    expect(csvRecords([[-2, 0.5, true, null, 'a = b', 'one\r\n\r\ntwo']])).toBe(
      '-2,0.5,true,,a = b,"one\r\n\r\ntwo"\r\n',
    );
  });
});

const quotation = (id: string, speakers: (string | null)[]) => ({
  id,
  quoteType: 'direct',
  article: { id: 'an-article', title: 'One; two', published: null },
  evidence: [{ exact: 'a; b', prefix: '', suffix: '', start: 1, end: 5, unit: 'code-point' }],
  quoted: [],
  cue: null,
  attributions: speakers.map((speaker) => ({
    speakers: speaker ? [{ id: speaker, name: `${speaker}; it`, type: 'Person' }] : [],
    rank: 'normal',
    basis: 'editor',
    confidence: 0.5,
    reason: null,
    flags: speaker ? [] : ['unnamed-speaker'],
    evidence: { exact: 'it', prefix: '', suffix: '', start: 7, end: 9, unit: 'code-point' },
  })),
});

const STATEMENT = {
  id: 'says',
  text: 'a; b',
  said: { edtf: null, earliest: null, latest: null, basis: 'unknown' },
  act: null,
  speakers: [],
  contested: ['speaker'],
  about: [
    { id: 'x', name: 'X; Y', type: 'Person', as: 'target' },
    { id: 'y', name: 'Y', type: 'Place', as: 'topic' },
  ],
  quotations: [quotation('q-1', ['ada', null]), quotation('q-2', [null])],
};

function recordsOf(table: CsvTable, items: Row[], options?: { bom: boolean }): Row[] {
  const { head, write } = csvWriter(table, options);
  return parse(head + write(items), { columns: true, record_delimiter: '\r\n', bom: true });
}

describe('the table of whole items', () => {
  test('holds lists as JSON, all of one length, with null in its place', async () => {
    const [row] = recordsOf(wholeTable(Statement), [STATEMENT]);
    const lists = Object.entries(row!).filter(([column]) => column.startsWith('quotations.'));
    for (const [column, list] of lists) expect(JSON.parse(String(list)), column).toHaveLength(2);
    expect(JSON.parse(String(row!['quotations.attributions.speakers.name']))).toEqual([
      [['ada; it'], []],
      [[]],
    ]);
    expect(JSON.parse(String(row!['quotations.cue.exact']))).toEqual([null, null]);
    expect(JSON.parse(String(row!['about.name']))).toEqual(['X; Y', 'Y']);
    expect(row!['said.edtf']).toBe('');
  });
});

describe('a table of parts', () => {
  const tables = {
    statement: '',
    target: 'about',
    quotation: 'quotations',
    attribution: 'quotations.attributions',
    attributed: 'quotations.attributions.speakers',
  };
  const read = (table: string) => recordsOf(tableOf(Statement, tables, table), [STATEMENT]);

  test('has a row for each of them, with the ids of what they belong to', async () => {
    expect(await read('quotation')).toMatchObject([
      { 'statement.id': 'says', id: 'q-1', 'article.title': 'One; two' },
      { 'statement.id': 'says', id: 'q-2', 'cue.exact': '' },
    ]);
    expect(await read('attribution')).toMatchObject([
      {
        'statement.id': 'says',
        'quotation.id': 'q-1',
        number: '1',
        'flags.unnamed-speaker': 'false',
      },
      {
        'statement.id': 'says',
        'quotation.id': 'q-1',
        number: '2',
        'flags.unnamed-speaker': 'true',
      },
      { 'statement.id': 'says', 'quotation.id': 'q-2', number: '1' },
    ]);
    expect(await read('attributed')).toEqual([
      {
        'statement.id': 'says',
        'quotation.id': 'q-1',
        'attribution.number': '1',
        id: 'ada',
        name: 'ada; it',
        type: 'Person',
      },
    ]);
    expect(await read('statement')).toMatchObject([{ id: 'says', 'contested.speaker': 'true' }]);
    expect(await read('target')).toEqual([
      { 'statement.id': 'says', id: 'x', name: 'X; Y', type: 'Person', as: 'target' },
      { 'statement.id': 'says', id: 'y', name: 'Y', type: 'Place', as: 'topic' },
    ]);
    expect(Object.keys((await read('statement'))[0]!)).not.toContainEqual(
      expect.stringMatching(/about|quotations/),
    );
  });

  test('numbers what has no id, and holds a list of texts a text a row', async () => {
    const Person = z.object({
      id: z.string(),
      aliases: z.array(z.string()),
      roles: z.array(z.object({ kind: z.string(), evidence: Event.shape.evidence })),
    });
    const person = {
      id: 'ada',
      aliases: ['A; B', 'C'],
      roles: [{ kind: 'leader', evidence: [{ article: 'a', exact: 'x', start: 0, end: 1 }] }],
    };
    const paths = { person: '', alias: 'aliases', role: 'roles', evidence: 'roles.evidence' };
    const rows = (table: string) => recordsOf(tableOf(Person, paths, table), [person]);
    expect(await rows('alias')).toEqual([
      { 'person.id': 'ada', alias: 'A; B' },
      { 'person.id': 'ada', alias: 'C' },
    ]);
    expect(await rows('role')).toEqual([{ 'person.id': 'ada', number: '1', kind: 'leader' }]);
    expect(await rows('evidence')).toEqual([
      { 'person.id': 'ada', 'role.number': '1', number: '1', article: 'a', exact: 'x', start: '0', end: '1' },
    ]);
  });
});

/** The paths of the lists within an item, but for lists of words of a vocabulary. */
const listsIn = (schema: Schema, path = ''): string[] =>
  Object.entries(shapeOf(schema) ?? {}).flatMap(([name, field]) => {
    const at = path === '' ? name : `${path}.${name}`;
    const element = elementOf(field);
    if (!element) return listsIn(field, at);
    return element instanceof z.ZodEnum ? [] : [at, ...listsIn(element, at)];
  });

test('every list of things within a list has a table of its own', () => {
  for (const query of queries.filter(isList)) {
    const lists = listsIn(query.row);
    expect(Object.values(query.tables ?? {}).sort(), query.operationId).toEqual(
      lists.length > 0 ? ['', ...lists].sort() : [],
    );
  }
});

test('a line of JSON holds nothing that a reader takes for its end', () => {
  const text = 'a\u2028b\u2029c\u0085d\ve\ff\x1cg\r\nh';
  const line = jsonLine({ text });
  expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(line)).toEqual({ text });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CheckedInputs } from '../../src/ingest/check/check.ts';
import { InputError } from '../../src/ingest/check/input-error.ts';
import { validate } from '../../src/ingest/ingest.ts';
import { articleLines } from '../../src/ingest/read/article-lines.ts';
import { lines } from '../../src/ingest/read/lines.ts';
import type { Fault } from '../../src/model/fault.ts';

const AUTHORITY = `entities:
  - { id: ada-bell, type: Person, name: Ada Bell }
  - { id: norland, type: Country, name: Norland }
`;

const statement = (id: string, changes: object = {}) => ({
  id,
  act: '057',
  about: ['norland'],
  quotations: [
    {
      quoteType: 'direct',
      quote: 'We agree',
      attributions: [
        {
          speaker: 'ada-bell',
          rank: 'preferred',
          basis: 'cue-named',
          confidence: 0.9,
          evidence: 'said Bell',
        },
      ],
    },
  ],
  ...changes,
});

const record = (id: string, statements: object[] = [statement(`${id}-agrees`)], changes: object = {}) => ({
  id,
  text: 'Norland: “We agree”, said Bell 🎈.',
  annotation: { article: { title: 'A meeting', language: 'en' }, statements },
  ...changes,
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'on-record-'));
  writeFileSync(join(folder, 'entities.yaml'), AUTHORITY);
});
afterEach(() => rmSync(folder, { recursive: true }));

function checked(...records: (object | string | Uint8Array)[]): CheckedInputs {
  const parts = records.map((one) =>
    Buffer.from(typeof one === 'string' || one instanceof Uint8Array ? one : JSON.stringify(one)),
  );
  writeFileSync(
    join(folder, 'articles.ndjson'),
    Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])),
  );
  return validate([folder], join(folder, 'entities.yaml'));
}

function faults(...records: Parameters<typeof checked>): Omit<Fault, 'file'>[] {
  try {
    checked(...records);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).faults.map(({ file, ...fault }) => {
      expect(file).toMatch(/articles\.ndjson$/);
      return { field: '', ...fault };
    });
  }
}

describe('articles.ndjson', () => {
  test('holds an article a line; empty lines are passed over', () => {
    const sound = checked(record('one'), '', record('two'), '  \r');
    expect(sound).toMatchObject({ articles: 2, statements: 2 });
    expect([...sound.read()].map(({ id }) => id)).toEqual(['one', 'two']);
    expect([sound.has('two'), sound.has('three')]).toEqual([true, false]);
  });

  test('may begin with a byte order mark, which is no part of it nor of a text', () => {
    const { text } = record('one');
    const sound = checked(
      Buffer.from(`\ufeff${JSON.stringify(record('one'))}`),
      record('two', [], { text: `\ufeff${text}` }),
    );
    expect([...sound.read()].map(({ properties }) => properties.text)).toEqual([text, text]);
  });

  test('names the faults of an annotation beside those of the text', () => {
    const broken = record('a', [statement('s', { act: 57, about: ['norlnd'] })], {
      text: 'Cafe\u0301 We agree said Bell',
    });
    expect(faults(broken).map(({ field }) => field)).toEqual([
      'text',
      'annotation.statements[0].act',
      'annotation.statements[0].about[0]',
    ]);
  });

  test('may be given itself, and stand beside folders', () => {
    checked(record('one'));
    const paths = [join(folder, 'articles.ndjson'), 'test/fixtures/second-opinion'];
    expect(validate(paths, 'seed/entities.yaml').articles).toBe(2);
  });

  test.each<[string, object | string, Partial<Fault>]>([
    ['no JSON', '{"id": ', { field: '', detail: expect.stringContaining('not valid JSON: ') }],
    ['no object', '[]', { field: '', detail: 'found []', expected: 'fields, each as "name: value"' }],
    [
      'an id that is none',
      record('A Meeting'),
      { field: 'id', expected: 'lower-case letters and digits joined by single hyphens' },
    ],
    ['no text', record('a', [], { text: undefined }), { field: 'text', detail: 'is missing' }],
    [
      'an empty text',
      record('a', [], { text: ' \n' }),
      { field: 'text', expected: 'the text of the article, got none' },
    ],
    [
      'half a character',
      record('a', [], { text: 'a \ud83c b' }),
      { field: 'text', expected: 'well-formed Unicode, got a lone surrogate' },
    ],
    [
      'decomposed characters',
      record('a', [], { text: 'Cafe\u0301' }),
      { field: 'text', expected: 'Unicode in NFC (composed characters)' },
    ],
    [
      'another field',
      record('a', [], { txt: 'a' }),
      { field: 'txt', detail: 'there is no field "txt"', nearest: 'text' },
    ],
    [
      'no annotation',
      record('a', [], { annotation: undefined }),
      { field: 'annotation', detail: 'is missing', expected: 'fields, each as "name: value"' },
    ],
    [
      'an annotation with a wrong field',
      record('a', [statement('s', { act: 57 })]),
      { field: 'annotation.statements[0].act', detail: 'found 57', expected: 'text' },
    ],
    [
      'an unknown entity',
      record('a', [statement('s', { about: ['norlnd'] })]),
      { field: 'annotation.statements[0].about[0]', nearest: 'norland' },
    ],
    [
      'a quote that is not in the text',
      record('a', [
        statement('s', { quotations: [{ ...statement('s').quotations[0], quote: 'We agreed' }] }),
      ]),
      { field: 'annotation.statements[0].quotations[0].quote', nearest: '"We agree”"' },
    ],
  ])('%s is refused, with line and field', (_, broken, wanted) => {
    expect(faults(record('sound'), broken)).toMatchObject([{ line: 2, ...wanted }]);
  });

  test('bytes that are not UTF-8 are refused, with their line', () => {
    const wanted = { line: 2, detail: 'the line is not valid UTF-8', expected: 'text in UTF-8' };
    expect(faults(record('sound'), Buffer.from('{"id": "caf\xe9"}', 'latin1'))).toMatchObject([wanted]);
  });

  test('two articles of one id are refused, with both places', () => {
    const [fault] = faults(record('one'), record('two', []), record('one', []));
    expect(fault).toMatchObject({ line: 3, field: '', expected: 'another id' });
    expect(fault!.detail).toMatch(/^the article id one is also that of .*articles\.ndjson:1$/);
  });

  test('a shared fact may be described differently', () => {
    expect(
      checked(
        record('one', [statement('shared')]),
        record('two', [statement('own'), statement('shared', { act: '111' })]),
      ).statements,
    ).toBe(3);
  });

  test('an event that nothing tells of is refused, with the nearest one', () => {
    const at = { at: ['meetings'] };
    const event = { id: 'meeting', kind: 'meeting', label: 'They meet', evidence: ['agree'] };
    const [fault, ...others] = faults(
      record('one', [statement('a', at)]),
      record('two', [statement('b', { at: ['meeting'] })]),
      {
        ...record('three'),
        annotation: { ...record('three').annotation, events: [event] },
      },
    );
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      line: 1,
      field: 'annotation.statements[0].at[0]',
      detail: 'there is no event "meetings"',
      nearest: 'meeting',
    });
  });

  test('very many problems end the check, which says so', () => {
    const broken = Array.from({ length: 1500 }, (_, index) => record(`a-${index}`, [], { text: '' }));
    expect(() => checked(...broken)).toThrow(/The check ended after 1000 problems; there may be more\.$/);
  });

  describe('that changes after it was checked', () => {
    const records = (count: number) => Array.from({ length: count }, (_, nth) => record(`a-${nth}`));
    const change = (changed: object[]) =>
      writeFileSync(
        join(folder, 'articles.ndjson'),
        changed.map((one) => `${JSON.stringify(one)}\n`).join(''),
      );

    test('is what it was when few are loaded, which are read once', () => {
      const sound = checked(...records(2));
      change([record('a-0'), record('a-1', [])]);
      expect([...sound.read()].map(({ facts }) => facts.length)).toEqual([3, 3]);
    });

    test('is refused when many are loaded, which are read again', () => {
      const many = records(4000);
      const sound = checked(...many);
      expect([...sound.read()]).toHaveLength(4000);
      change(many.with(1, record('a-1', [])));
      expect(() => [...sound.read()]).toThrow(/a-1 was changed while it was being loaded/);
    });
  });
});

test('lines are the same however the file falls into chunks', () => {
  const content = 'first\n\nthird 🎈\nlast';
  writeFileSync(join(folder, 'lines'), content);
  for (const size of [1, 2, 3, 7, 1000]) {
    const found = [...lines(join(folder, 'lines'), size)].map((line) => Buffer.from(line).toString());
    expect(found).toEqual(content.split('\n'));
  }
});

test('reading stops where the reader stops', () => {
  checked(record('one'), record('two'));
  for (const { line, value } of articleLines(join(folder, 'articles.ndjson'), () => expect.unreachable())) {
    expect([line, (value as { id: string }).id]).toEqual([1, 'one']);
    break;
  }
});

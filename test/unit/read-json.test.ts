import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JSON_TEXT } from '../../src/limits.ts';
import { JsonError, readJson, readJsonBytes } from '../../src/model/read-json.ts';

function refusal(read: () => unknown): JsonError {
  try {
    read();
  } catch (error) {
    if (error instanceof JsonError) return error;
    throw error;
  }
  throw new Error('it was read');
}

const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;

describe('JSON', () => {
  test('is read as a parser reads it', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => {
        const value = JSON.parse(text);
        if (text.includes('__proto__')) return;
        expect(readJson(text)).toEqual(value);
        expect(readJson(JSON.stringify(value, null, 2))).toEqual(value);
        expect(readJsonBytes(Buffer.from(`\uFEFF${text}`))).toEqual(value);
      }),
      { seed: 14 },
    );
  });

  test('that a parser refuses is refused, with the place, and nothing else is', () => {
    const mutated = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom(...'{}[]",:\\01-e.tn \n\u0007x'))
      .map(([text, at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1));
    fc.assert(
      fc.property(mutated, (text) => {
        let isSound = true;
        try {
          JSON.parse(text);
        } catch {
          isSound = false;
        }
        if (!isSound)
          expect(refusal(() => readJson(text)).sentence).toMatch(/^not valid JSON: line \d+, column \d+: /);
        else if (!/"\s*:/.test(text)) expect(readJson(text)).toEqual(JSON.parse(text));
      }),
      { seed: 14, numRuns: 2000 },
    );
  });

  test.each([
    ['', 'line 1, column 1: the text ends', 'a value'],
    ['{"a": 1,\n "b" 2}', 'line 2, column 6: found "2"', 'a colon'],
    ['{"a": 1 "b": 2}', 'line 1, column 9: found "\\""', 'a comma or }'],
    ['[1, 2', 'line 1, column 6: the text ends', 'a comma or ]'],
    ['[1,]', 'line 1, column 4: found "]"', 'a value'],
    ["{'a': 1}", 'line 1, column 2: found "\'"', 'the name of a field, in double quotes'],
    ['"a\nb"', 'line 1, column 3: found "\\n"', 'an escape such as \\n for a control character'],
    ['"caf\\xe9"', 'line 1, column 5: found "\\\\"', 'an escape such as \\n or \\u00e9'],
    ['{} {}', 'line 1, column 4: found "{"', 'the end of the text'],
    ['NaN', 'line 1, column 1: found "N"', 'a value'],
    ['01', 'line 1, column 2: found "1"', 'the end of the text'],
  ])('such as %j is refused where it breaks', (text, place, expected) => {
    const error = refusal(() => readJson(text));
    expect([error.sentence, error.fault.expected]).toEqual([`not valid JSON: ${place}`, expected]);
  });

  test.each([
    ['{"a": 1, "a": 1}', ['a'], 10],
    ['{"a": 1, "\\u0061": 2}', ['a'], 10],
    ['[0, {"b": {"c": [], "d": 1, "c": []}}]', [1, 'b', 'c'], 29],
    ['{"": 1, "": 2}', [''], 9],
    ['{"__proto__": 1}', ['__proto__'], 2],
    ['{"a": {"__pr\\u006fto__": {}}}', ['a', '__proto__'], 8],
  ])('%s names a field twice, or as none can be named', (text, path, column) => {
    expect(refusal(() => readJson(text)).fault).toMatchObject({ line: 1, column, path });
  });

  test('may have the same field in different objects', () => {
    expect(readJson('[{"a": 1}, {"a": {"a": 2}}]')).toEqual([{ a: 1 }, { a: { a: 2 } }]);
  });

  test.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
    ['both in turn', '[{"a":', '}]'],
  ])('has an end of depth: %s', (_, open, close) => {
    const most = JSON_TEXT.depth / open.match(/[[{]/g)!.length;
    expect(() => readJson(nested(open, close, most))).not.toThrow();
    for (const depth of [most + 1, 5000, 1_500_000]) {
      const { fault } = refusal(() => readJson(nested(open, close, depth)));
      expect(fault).toMatchObject({ isTooLarge: true, detail: 'is nested too deeply' });
      expect(refusal(() => readJson(open.repeat(depth))).fault.isTooLarge).toBe(true);
    }
  });

  test.each([
    ['numbers', '[', '0', ']'],
    ['empty objects', '{"a":[', '{}', ']}'],
    ['texts', '[', '"a"', ']'],
  ])('has an end of %s', (_, before, one, after) => {
    const list = (count: number) => before + Array(count).fill(one).join() + after;
    expect(() => readJson(list(JSON_TEXT.values - 2))).not.toThrow();
    expect(refusal(() => readJson(list(1_000_000))).fault).toMatchObject({
      isTooLarge: true,
      detail: 'holds too many values',
    });
  });

  test('has an end of the names of fields', () => {
    const name = 'x'.repeat(JSON_TEXT.name);
    expect(readJson(`{"${name}": 1}`)).toEqual({ [name]: 1 });
    expect(refusal(() => readJson(`{"a": {"${name}x": 1}}`)).fault).toMatchObject({
      path: ['a'],
      isTooLarge: true,
    });
  });
});

describe('bytes that are not UTF-8', () => {
  test.each([
    ['Latin-1', Buffer.from('{"a":\n"caf\xe9"}', 'latin1'), '0xE9 on line 2'],
    ['UTF-16', Buffer.from('\uFEFF{"a": 1}', 'utf16le'), '0xFF on line 1'],
    ['half a character', Buffer.from([0x22, 0xe2, 0x82, 0x22]), '0xE2 on line 1'],
    ['a surrogate', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), '0xED on line 1'],
    ['an overlong slash', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), '0xC0 on line 1'],
    [
      'a replacement character before',
      Buffer.concat([Buffer.from('"\uFFFD\n'), Buffer.from([0xff])]),
      '0xFF on line 2',
    ],
    ['compressed bytes', Buffer.from([0x1f, 0x8b, 0x08]), '0x8B on line 1'],
  ])('such as %s are refused, with the byte and its line', (_, bytes, place) => {
    expect(refusal(() => readJsonBytes(bytes)).sentence).toBe(
      `not valid JSON: the byte ${place} is not UTF-8`,
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullTextQuery } from '../../src/search/full-text.ts';

describe('a full-text query', () => {
  test.each([
    ['nuclear war', '"nuclear" AND "war"'],
    ['"nuclear war" india', '"nuclear war" AND "india"'],
    ['war OR -peace*', '"war" AND "OR" AND "-peace*"'],
    ['text:x~2 (y)', '"text:x~2" AND "(y)"'],
    ['war"', '"war"'],
    ['"war', '"war"'],
    ['a\\" OR *:*', '"a" AND "OR"'],
    ['don’t', '"don’t"'],
    ['"" " " !', ''],
    ['', ''],
  ])('%j', (text, query) => {
    expect(fullTextQuery(text)).toBe(query);
  });

  test('holds quoted words and nothing else, whatever is asked', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('"', '\\', ' ', 'AND', '*', ':', '(', 'war', '”', '\n', '~', '/'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(fullTextQuery(text)).toMatch(/^("[^"\\]+"( AND "[^"\\]+")*)?$/);
      }),
    );
  });
});

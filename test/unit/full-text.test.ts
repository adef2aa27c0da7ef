import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fullTextQuery } from '../../src/search/full-text.ts';

const TERM = /(?:"[^"\\]+"|\("[^"\\]+" OR \/[a-z]*(?:\([a-z|]+\)\??)?\('s\)\?\/\^0\.01\))/.source;
const QUERY = RegExp(`^(?:${TERM}(?: AND ${TERM})*)?$`);

describe('a full-text query', () => {
  test.each([
    ['"nuclear war"', '"nuclear war"'],
    ['"nuclear war" "India"', '"nuclear war" AND "India"'],
    ['nuclear-war', '"nuclear-war"'],
    ['the', '"the"'],
    ['text:x~2 (2024)', '"text:x~2" AND "(2024)"'],
    ['US', `("US" OR /us('s)?/^0.01)`],
    ['ISIS', `("ISIS" OR /isis('s)?/^0.01)`],
    ['Múnir', `("Múnir" OR /munir('s)?/^0.01)`],
    ['پاکستان', '"پاکستان"'],
    ['don’t', '"don’t"'],
    ['"" " " !', ''],
    ['', ''],
  ])('%j', (text, query) => {
    expect(fullTextQuery(text)).toBe(query);
  });

  test('is for all words, each in any of its forms and first as it is', () => {
    expect(fullTextQuery('wars "nuclear war"')).toMatch(
      /^\("wars" OR \/war\(s\|[a-z|]+\)\?\('s\)\?\/\^0\.01\) AND "nuclear war"$/,
    );
  });

  test('holds quoted words and patterns of letters, whatever is asked', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('"', '\\', ' ', 'AND', '*', ':', '(', 'war', '”', '\n', '~', '/'))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(fullTextQuery(text)).toMatch(QUERY);
      }),
    );
  });
});

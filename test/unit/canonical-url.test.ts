import { expect, test } from 'vitest';
import { canonicalUrl } from '../../src/http/canonical-url.ts';

const REPEATED = new Set(['speaker', 'about']);

test.each([
  ['/v1/statements', '/v1/statements'],
  ['/v1/statements?speaker=b', '/v1/statements?speaker=b'],
  ['/v1/statements?speaker=b&speaker=a', '/v1/statements?speaker=a&speaker=b'],
  ['/v1/statements?speaker=b&limit=1&speaker=a&speaker=b', '/v1/statements?limit=1&speaker=a&speaker=b'],
  ['/v1/statements?speaker&speaker', '/v1/statements?speaker&speaker'],
])('%s is cached as %s', (url, expected) => {
  expect(canonicalUrl(url, REPEATED)).toBe(expected);
});

test('a parameter that is given twice by mistake stays so', () => {
  expect(canonicalUrl('/v1/statements?limit=1&limit=1', REPEATED)).toBe('/v1/statements?limit=1&limit=1');
});

import { expect, test } from 'vitest';
import { queries } from '../../src/endpoints/index.ts';
import { exampleUrl, requestReader } from '../../src/query/request-url.ts';

const requestOf = requestReader(queries);

test('the request of a URL is the one that it was made of', () => {
  for (const query of queries)
    for (const example of query.examples) {
      const shown = requestOf(exampleUrl(query, example));
      expect(shown?.asked.operationId).toBe(query.operationId);
      expect(Object.keys(shown!.request).sort()).toEqual(Object.keys(example.request).sort());
    }
});

test('parameters are read with their escapes, and those that are repeated as lists', () => {
  const shown = requestOf('/v1/entities/Asim%20Munir/timeline?kind=a&kind=b&from=2025');
  expect(shown?.asked.path).toBe('/v1/entities/{id}/timeline');
  expect(shown?.request).toEqual({ id: 'Asim Munir', kind: ['a', 'b'], from: '2025' });
});

test('a URL that asks no query has no request', () => {
  expect(requestOf('/v1/nothing')).toBeUndefined();
});

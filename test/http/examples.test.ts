import { describe, expect, test } from 'vitest';
import { queries } from '../../src/endpoints/index.ts';
import { exampleAddress } from '../../src/query/example-url.ts';
import { testService } from '../support/service.ts';

const service = testService();

describe('each documented example works', () => {
  const examples = queries.flatMap((query) =>
    query.examples.map((example) => ({ summary: example.summary, url: exampleAddress(query, example) })),
  );

  test.each(examples)('$url', async ({ url }) => {
    const { status, body } = await service.get(url);
    expect(status).toBe(200);
    if (body.items) expect(body.items.length).toBeGreaterThan(0);
  });
});

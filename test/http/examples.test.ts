import { describe, expect, test } from 'vitest';
import { queries } from '../../src/endpoints/index.ts';
import { testService } from '../support/service.ts';

const service = testService();

/** The address that a request of an example goes to. */
function address(path: string, request: Record<string, string>): string {
  const rest = new URLSearchParams();
  let filled = path;
  for (const [name, value] of Object.entries(request)) {
    if (path.includes(`{${name}}`)) filled = filled.replace(`{${name}}`, encodeURIComponent(value));
    else rest.set(name, value);
  }
  return rest.size > 0 ? `${filled}?${rest}` : filled;
}

describe('each documented example works', () => {
  const examples = queries.flatMap(({ path, examples }) =>
    examples.map(({ summary, request }) => ({ summary, url: address(path, request) })),
  );

  test.each(examples)('$url', async ({ url }) => {
    const { status, body } = await service.get(url);
    expect(status).toBe(200);
    if (body.items) expect(body.items.length).toBeGreaterThan(0);
  });
});

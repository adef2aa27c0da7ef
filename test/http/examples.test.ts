import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { queries } from '../../src/endpoints/index.ts';
import { EXAMPLES_FOLDER, exampleResponses } from '../../src/http/openapi/example-responses.ts';
import { documentationOf } from '../../src/http/openapi/query-documentation.ts';
import { testService } from '../support/service.ts';

const service = testService();
const documented = queries.map((query) => ({ id: query.operationId, ...documentationOf(query) }));
const REWRITE = '`npm run examples` writes docs/examples anew';

/** What is another one in each run: when something was written, and how often by then. */
const OF_A_RUN: Record<string, unknown> = { at: '2026-01-31T12:00:00.000Z', version: 1 };

/** A response as every run makes it. */
const withoutMoments = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (key, value) => OF_A_RUN[key] ?? value);

/** What two outlets have in common, of which the seed has one. */
const OF_SEVERAL_OUTLETS = '/v1/stats/agreement';

describe('every documented example responds with what it promises', () => {
  const examples = documented.flatMap(({ examples, isList }) => examples.map(({ url }) => ({ url, isList })));

  test.each(examples)('$url', async ({ url, isList }) => {
    const { status, body } = await service.get(url);
    expect(status).toBe(200);
    if (isList && !url.startsWith(OF_SEVERAL_OUTLETS)) expect((body.items ?? body).length).toBeGreaterThan(0);
  });
});

describe('every example response of the documentation is that of the service', () => {
  test.each(documented)('$id: $responseUrl', async ({ id, responseUrl }) => {
    const { status, body } = await service.get(responseUrl);
    expect(status).toBe(200);
    if (process.env.WRITE_EXAMPLES) {
      await writeFile(join(EXAMPLES_FOLDER, `${id}.json`), JSON.stringify(withoutMoments(body), null, 2));
      return;
    }
    expect(exampleResponses.get(id), REWRITE).toEqual(withoutMoments(body));
  });

  test('and there is none of an operation that is gone', () => {
    const ids = new Set(documented.map(({ id }) => id));
    expect([...exampleResponses.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

describe('the format of an answer', () => {
  test.each([
    ['text/csv', 'text/csv; charset=utf-8'],
    ['text/csv; charset=utf-8', 'text/csv; charset=utf-8'],
    ['application/x-ndjson', 'application/x-ndjson'],
    ['image/png, application/ld+json;q=0.9, */*;q=0.1', 'application/ld+json'],
    ['text/html, application/ld+json;q=0.9, */*;q=0.1', 'text/html; charset=utf-8'],
    ['application/ld+json, text/html;q=0.9', 'application/ld+json'],
    ['*/*', 'application/json'],
  ])('Accept: %s is answered with %s', async (accept, type) => {
    const { status, headers } = await service.get('/v1/statements', { accept });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
    expect(headers.vary).toMatch(/accept/i);
  });

  test('the parameter goes before the header', async () => {
    const { headers } = await service.get('/v1/countries?format=csv', { accept: 'application/json' });
    expect(headers['content-type']).toContain('text/csv');
  });

  test('what there is not is a 406 that says what there is', async () => {
    const { status, body } = await service.get('/v1/countries', { accept: 'image/png' });
    expect(status).toBe(406);
    expect(body).toMatchObject({ code: 'not-acceptable', detail: expect.stringContaining('text/csv') });
  });

  test('what one query has not, another may have', async () => {
    const { status, body } = await service.get('/v1/countries?format=gexf');
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({
      parameter: 'format',
      expected: expect.stringContaining('ndjson'),
    });
  });
});

describe('a table or stream of a list', () => {
  test('goes to the end of the match, with the same items as the pages', async () => {
    const { body: whole } = await service.get('/v1/mentions?format=ndjson');
    const lines = String(whole)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const paged = [];
    let next: string | null = null;
    do {
      const { body } = await service.get(`/v1/mentions?limit=7${next ? `&cursor=${next}` : ''}`);
      paged.push(...body.items);
      next = body.next;
    } while (next);
    expect(lines).toEqual(paged);
    const { body: table } = await service.get('/v1/mentions?format=csv');
    expect(String(table).trimEnd().split('\r\n').length).toBe(paged.length + 1);
  });

  test('ends at a limit, if one is given', async () => {
    const { body } = await service.get('/v1/mentions?format=ndjson&limit=3');
    expect(String(body).trimEnd().split('\n').length).toBe(3);
  });

  test('says in a header when a limit cut off a list without pages', async () => {
    const url = '/v1/stats/statements?groupBy=speaker&format=csv';
    expect((await service.get(url)).headers['x-truncated']).toBeUndefined();
    expect((await service.get(`${url}&limit=2`)).headers['x-truncated']).toBe('true');
  });
});

describe('a tag', () => {
  test('of the same version is answered with 304, of another format or version with 200', async () => {
    const { headers } = await service.get('/v1/events');
    expect((await service.get('/v1/events', { 'if-none-match': headers.etag! })).status).toBe(304);
    expect((await service.get('/v1/events?format=csv', { 'if-none-match': headers.etag! })).status).toBe(200);
    expect((await service.get('/v1/events', { 'if-none-match': 'W/"other"' })).status).toBe(200);
  });
});

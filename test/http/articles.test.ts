import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';
import { expectSpansOf, ids } from '../support/lists.ts';
import { testService } from '../support/service.ts';

const service = testService();
const file = readFileSync(join(projectFolder, 'seed/articles/shifting-sands/article.txt'), 'utf8');

describe('articles', () => {
  test.each<[Record<string, string>, string[]]>([
    [{}, ['shifting-sands']],
    [{ author: 'liam' }, ['shifting-sands']],
    [{ author: 'Liam' }, ['shifting-sands']],
    [{ author: 'Trump' }, []],
    [{ q: 'counterterrorism' }, ['shifting-sands']],
    [{ q: '"shifting sands"' }, ['shifting-sands']],
    [{ q: 'counterterrorism', author: 'Liam' }, ['shifting-sands']],
    [{ q: 'zebra' }, []],
    [{ publishedFrom: '1900-01-01' }, []],
    [{ publishedTo: '2100-01-01' }, []],
    [{ limit: '1' }, ['shifting-sands']],
  ])('%o', async (parameters, expected) => {
    expect(await ids(service, '/v1/articles', parameters)).toEqual(expected);
  });

  test('one page holds them all', async () => {
    const { body, headers } = await service.get('/v1/articles?limit=1');
    expect(body.next).toBeNull();
    expect(headers.link).toBeUndefined();
  });
});

describe('one article', () => {
  test('is the item of the list, with its text verbatim', async () => {
    const [item] = (await service.get('/v1/articles')).body.items;
    const { body } = await service.get('/v1/articles/shifting-sands');
    expect(body).toMatchObject(item);
    expect(body.text).toBe(file);
    expect(body.sha256).toBe(createHash('sha256').update(file).digest('hex'));
    expect(body.length).toBe([...file].length);
    expect(expectSpansOf(file, body)).toBeGreaterThan(5);
  });

  test('counts what it reports', async () => {
    const { body } = await service.get('/v1/articles/shifting-sands');
    expect(body.statements).toBe((await ids(service, '/v1/statements', { limit: 500 })).length);
    expect(body.mentions).toBeGreaterThan(100);
  });

  test('that is not there is a 404', async () => {
    const { status, body } = await service.get('/v1/articles/no-such-article');
    expect(status).toBe(404);
    expect(body.code).toBe('not-found');
  });
});

import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();
const byExternal = (path: string) => service.get(`/v1/entities/by-external/${path}`);

describe('/v1/entities/by-external/{scheme}/{value}', () => {
  test('is the entity itself, whatever the case', async () => {
    const { body } = await service.get('/v1/entities/pakistan');
    for (const path of ['wikidata/Q843', 'wikidata/q843', 'iso3166/PAK', 'iso3166/pak'])
      expect((await byExternal(path)).body).toEqual(body);
    expect((await byExternal('wikidata/Q35525')).body.id).toBe('white-house');
  });

  test('that nothing has', async () => {
    expect((await byExternal('wikidata/Q1')).body).toMatchObject({
      status: 404,
      code: 'not-found',
      detail: 'No entity has wikidata "Q1".',
    });
    expect((await byExternal('iso3166/PK')).status).toBe(404);
  });

  test('of a scheme that is not known', async () => {
    expect((await byExternal('viaf/1')).body).toMatchObject({
      status: 400,
      code: 'invalid-parameter',
      errors: [{ parameter: 'scheme', expected: 'one of wikidata, iso3166' }],
    });
    expect((await byExternal('wikidata/Q843?full=true')).body.code).toBe('unknown-parameter');
  });
});

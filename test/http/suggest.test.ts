import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

const suggest = async (query: string): Promise<{ id: string; match: string; type: string }[]> =>
  (await service.get(`/v1/suggest?q=${query}`)).body.items;
const ids = async (query: string) => (await suggest(query)).map(({ id }) => id);

describe('/v1/suggest', () => {
  test('finds a name by its beginning and by that of a word, each entity once', async () => {
    expect((await suggest('mun'))[0]).toEqual({
      id: 'asim-munir',
      name: 'Asim Munir',
      type: 'Person',
      match: 'Munir',
      description: 'General, army chief of Pakistan.',
    });
    expect(await ids('munir')).toEqual(['asim-munir']);
    expect(await ids('pak')).toEqual(['pakistan', 'pakistan-armed-forces']);
    expect(await ids('central')).toContain('us-central-command');
    expect(await ids('general%20m')).toEqual(['asim-munir', 'michael-kurilla']);
  });

  test('case, dots, accents and a leading "the" make no difference', async () => {
    const [first] = await suggest('US');
    expect(first).toMatchObject({ id: 'united-states', match: 'US' });
    for (const spelling of ['U.S.', 'u.s', 'the%20US'])
      expect(await suggest(spelling)).toEqual(await suggest('US'));
    expect(await ids('M%C3%BAn%C3%ADr')).toEqual(['asim-munir']);
    expect(await ids('GEN.%20MUN')).toEqual(['asim-munir']);
  });

  test('takes types and is bounded', async () => {
    expect(await ids('pak&type=Organization')).toEqual(['pakistan-armed-forces']);
    expect(await ids('u&type=Country&type=Place')).toEqual(['united-states', 'united-kingdom']);
    const { body } = await service.get('/v1/suggest?q=u&limit=1');
    expect(body).toMatchObject({ items: [{ id: 'united-states' }], truncated: true });
    expect((await service.get('/v1/suggest?q=zzz')).body).toEqual({ items: [], truncated: false });
  });

  test.each(['*', '~', 'a AND (', '"', 'mun*', 'mun~', 'a" OR "b', '\\', 'the', 'OR', "o'", 'a:b', '[a TO'])(
    'takes %s as text and never as a query',
    async (given) => {
      const { status, body } = await service.get(`/v1/suggest?q=${encodeURIComponent(given)}`);
      expect(status).toBe(/[a-z]/i.test(given) ? 200 : 400);
      if (status === 400) expect(body.code).toBe('invalid-parameter');
    },
  );

  test('says what is wrong with a request', async () => {
    const problem = async (query: string) => (await service.get(`/v1/suggest${query}`)).body;
    expect(await problem('')).toMatchObject({ code: 'invalid-parameter', errors: [{ parameter: 'q' }] });
    expect(await problem('?q=a&limit=51')).toMatchObject({ code: 'invalid-parameter' });
    expect(await problem('?q=a&type=person')).toMatchObject({
      errors: [{ expected: 'one of Person, Country, Organization, Place' }],
    });
    expect(await problem('?q=a&cursor=b')).toMatchObject({ code: 'unknown-parameter' });
  });
});

import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

interface Statement {
  speakers: { id: string }[];
  act: { cameo: string } | null;
  about: { id: string; as: string }[];
}

const get = async (query: string) => (await service.get(`/v1/statements?${query}`)).body;

/** The same counts, taken from the list itself. */
function counted(keys: string[]) {
  const counts = [...Map.groupBy(keys, (key) => key)].map(([value, { length: count }]) => ({ value, count }));
  return counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, 10);
}

const values = (facet: { value: string; count: number }[]) =>
  facet.map(({ value, count }) => ({ value, count }));

describe('facets of /v1/statements', () => {
  test.each([
    '',
    'about=Pakistan',
    'speaker=Kurilla',
    'act=051',
    'polarity=negative',
    'about=Pakistan&aboutAs=topic',
    'aboutAs=any&act=05',
    'q=war',
    'article=shifting-sands',
    'contested=true',
    'unattributed=true',
    'unattributed=false&attribution=any',
    'saidTo=2020-01-01&undated=include',
    'saidFrom=2018-01-01',
  ])('count what the list has: %s', async (query) => {
    const { items } = await get(`${query}&limit=500`);
    const { facets, ...rest } = await get(`${query}&facets=speaker&facets=about&facets=act&limit=1`);
    expect(rest.items).toHaveLength(1);
    expect(facets).toMatchObject({ of: items.length, sampled: false });
    const all = items as Statement[];
    const asked = new URLSearchParams(query);
    const as = asked.get('aboutAs') ?? (asked.has('polarity') ? 'target' : 'any');
    const counts = (one: { as: string }) => as === 'any' || as === one.as;
    expect(values(facets.about)).toEqual(
      counted(all.flatMap(({ about }) => about.filter(counts).map(({ id }) => id))),
    );
    expect(values(facets.act)).toEqual(counted(all.flatMap(({ act }) => act?.cameo ?? [])));
    if (!query.includes('attribution'))
      expect(values(facets.speaker)).toEqual(
        counted(all.flatMap(({ speakers }) => speakers.map(({ id }) => id))),
      );
  });

  test.each(['speaker', 'about', 'act'])('say how many match, whichever is asked for: %s', async (facet) => {
    const { items } = await get('act=11&limit=500');
    expect((await get(`act=11&facets=${facet}&limit=1`)).facets.of).toBe(items.length);
    expect((await get(`saidFrom=2090-01-01&facets=${facet}`)).facets).toMatchObject({ of: 0, [facet]: [] });
  });

  test('are named, and each value works as the filter of its name', async () => {
    const { facets } = await get('about=Pakistan&facets=speaker&facets=about&facets=act');
    expect(facets.speaker[0]).toEqual({
      value: 'michael-kurilla',
      label: 'Michael E. Kurilla',
      type: 'Person',
      count: 4,
    });
    for (const parameter of ['speaker', 'act']) {
      for (const { value, count } of facets[parameter]) {
        const { items } = await get(`about=Pakistan&${parameter}=${value}&limit=500`);
        expect(items).toHaveLength(count);
      }
    }
  });

  test('where other attributions count, so do their speakers', async () => {
    const { facets } = await get('contested=true&attribution=any&facets=speaker');
    expect(values(facets.speaker)).toEqual([
      { value: 'donald-trump', count: 1 },
      { value: 'michael-kurilla', count: 1 },
    ]);
    expect(facets).not.toHaveProperty('about');
  });

  test('are absent unless asked for, and leave paging as it is', async () => {
    expect(await get('about=Pakistan')).not.toHaveProperty('facets');
    const first = await get('facets=act&limit=2');
    const second = await get(`facets=act&limit=2&cursor=${first.next}`);
    expect(second.facets).toEqual(first.facets);
    expect(second.items[0].id).not.toBe(first.items[1].id);
  });

  test('says what is wrong with a request', async () => {
    expect(await get('facets=speakers')).toMatchObject({
      status: 400,
      code: 'invalid-parameter',
      errors: [{ parameter: 'facets', expected: 'one of speaker, about, act' }],
    });
    expect(await get('facet=act')).toMatchObject({ errors: [{ nearest: 'facets' }] });
  });
});

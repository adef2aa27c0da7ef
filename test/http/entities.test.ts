import { beforeAll, describe, expect, test } from 'vitest';
import { expectSpansOf, ids, idsOfAllPages, withParameters } from '../support/lists.ts';
import { testService } from '../support/service.ts';

const service = testService();
const list = (path: string, parameters: Record<string, string | number> = {}) =>
  ids(service, path, parameters);

const PEOPLE = [
  'asim-munir',
  'donald-trump',
  'liam',
  'marvin-weinbaum',
  'michael-kurilla',
  'raza-ahmad-rumi',
];
const COUNTRIES = ['india', 'pakistan', 'united-kingdom', 'united-states'];
const ORGANIZATIONS = ['pakistan-armed-forces', 'us-central-command'];
const PLACES = ['korean-peninsula', 'south-asia', 'white-house'];
const ALL = [...PEOPLE, ...COUNTRIES, ...ORGANIZATIONS, ...PLACES].toSorted();
const ANALYSTS = ['marvin-weinbaum', 'raza-ahmad-rumi'];
const SOLDIERS = ['asim-munir', 'michael-kurilla'];
const OF_US = ['donald-trump', 'michael-kurilla', 'united-states', 'us-central-command', 'white-house'];
const OF_PAKISTAN = ['asim-munir', 'pakistan', 'pakistan-armed-forces', 'raza-ahmad-rumi'];

let text: string;
beforeAll(async () => {
  text = (await service.get('/v1/articles/shifting-sands')).body.text;
});

describe('each list', () => {
  test.each<[string, string[]]>([
    ['/v1/entities', ALL],
    ['/v1/people', PEOPLE],
    ['/v1/countries', COUNTRIES],
    ['/v1/organizations', ORGANIZATIONS],
    ['/v1/leaders', ['donald-trump']],
    ['/v1/officials', ['marvin-weinbaum']],
    ['/v1/analysts', ANALYSTS],
  ])('%s', async (path, expected) => {
    expect(await list(path)).toEqual(expected);
  });
});

describe('each parameter by its effect', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['/v1/entities', { type: 'Person' }, PEOPLE],
    ['/v1/entities', { type: 'Country' }, COUNTRIES],
    ['/v1/entities', { type: 'Organization' }, ORGANIZATIONS],
    ['/v1/entities', { type: 'Place' }, PLACES],
    ['/v1/entities', { role: 'leader' }, ['donald-trump']],
    ['/v1/entities', { role: 'official' }, ['marvin-weinbaum']],
    ['/v1/entities', { role: 'analyst' }, ANALYSTS],
    ['/v1/entities', { role: 'military' }, SOLDIERS],
    ['/v1/entities', { role: 'journalist' }, []],
    ['/v1/entities', { country: 'united-states' }, OF_US],
    ['/v1/entities', { country: 'the U.S.' }, OF_US],
    ['/v1/entities', { country: 'Washington' }, OF_US],
    ['/v1/entities', { country: 'Islamabad' }, OF_PAKISTAN],
    ['/v1/entities', { country: 'india' }, ['india']],
    ['/v1/entities', { country: 'michael-kurilla' }, ['michael-kurilla']],
    ['/v1/entities', { q: 'command' }, ['michael-kurilla', 'us-central-command']],
    ['/v1/entities', { q: 'CENTCOM' }, ['us-central-command']],
    ['/v1/entities', { q: '"south asian"' }, ['marvin-weinbaum', 'south-asia']],
    ['/v1/entities', { q: 'zebra' }, []],
    ['/v1/entities', { type: 'Person', country: 'the US' }, ['donald-trump', 'michael-kurilla']],
    ['/v1/entities', { type: 'Country', role: 'leader' }, []],
    ['/v1/entities', { type: 'Person', role: 'military', country: 'Pakistan' }, ['asim-munir']],
    ['/v1/entities', { role: 'military', q: 'general' }, SOLDIERS],
    ['/v1/entities', { type: 'Organization', q: 'command' }, ['us-central-command']],
    ['/v1/entities', { type: 'Person', role: 'military', country: 'US', q: 'command' }, ['michael-kurilla']],
    ['/v1/people', { role: 'analyst' }, ANALYSTS],
    ['/v1/people', { country: 'pakistan', role: 'analyst' }, ['raza-ahmad-rumi']],
    ['/v1/people', { q: 'analyst' }, ANALYSTS],
    ['/v1/leaders', { country: 'the US' }, ['donald-trump']],
    ['/v1/leaders', { country: 'Pakistan' }, []],
    ['/v1/officials', { country: 'the US' }, []],
    ['/v1/analysts', { country: 'Pakistan' }, ['raza-ahmad-rumi']],
    ['/v1/analysts', { q: 'political' }, ['raza-ahmad-rumi']],
    ['/v1/countries', { q: 'asia' }, ['india', 'pakistan']],
    ['/v1/countries', { country: 'Britain' }, ['united-kingdom']],
    ['/v1/organizations', { country: 'the US' }, ['us-central-command']],
  ])('%s %o', async (path, parameters, expected) => {
    expect(await list(path, parameters)).toEqual(expected);
  });

  test.each(['/v1/countries', '/v1/leaders', '/v1/officials', '/v1/analysts'])(
    '%s has its role already',
    async (path) => {
      const { status, body } = await service.get(`${path}?role=leader`);
      expect(status).toBe(400);
      expect(body.code).toBe('unknown-parameter');
    },
  );
});

describe('pages', () => {
  test.each<[string, Record<string, string>]>([
    ['/v1/entities', {}],
    ['/v1/entities', { country: 'the US' }],
    ['/v1/entities', { role: 'military' }],
    ['/v1/entities', { q: 'general' }],
    ['/v1/people', {}],
    ['/v1/countries', {}],
    ['/v1/analysts', {}],
  ])('of %s %o join to the whole list, whatever their size', async (path, parameters) => {
    const whole = await list(path, { ...parameters, limit: 500 });
    for (let limit = 1; limit <= whole.length + 1; limit++) {
      const first = withParameters(path, { ...parameters, limit });
      expect(await idsOfAllPages(service, first, limit), first).toEqual(whole);
    }
  });
});

describe('one entity', () => {
  test.each(['asim-munir', 'General Munir', 'GENERAL ASIM MUNIR', 'gen munir', 'Gen. Munir', 'Munir'])(
    '/v1/entities/%s',
    async (id) => {
      const { status, body } = await service.get(`/v1/entities/${encodeURIComponent(id)}`);
      expect(status).toBe(200);
      expect(body.id).toBe('asim-munir');
    },
  );

  test.each(['the US', 'U.S.', 'Washington', 'America', 'united-states'])('/v1/entities/%s', async (id) => {
    expect((await service.get(`/v1/entities/${encodeURIComponent(id)}`)).body).toMatchObject({
      id: 'united-states',
      type: 'Country',
      name: 'United States',
      iso3166: 'USA',
      wikidata: 'Q30',
    });
  });

  test('has the roles, relations and counts that its evidence bears out', async () => {
    for (const id of ALL) {
      const { body } = await service.get(`/v1/entities/${id}`);
      expectSpansOf(text, body);
      for (const role of body.roles) expect(role.evidence.length, id).toBeGreaterThan(0);
      for (const relation of body.relations) expect(relation.evidence.length, id).toBeGreaterThan(0);
      expect(body.counts.relations).toBe(body.relations.length);
      expect(body.counts.statementsBy).toBe(
        (await list('/v1/statements', { speaker: id, attribution: 'any', limit: 500 })).length,
      );
      expect(body.counts.statementsAbout).toBe(
        (await list('/v1/statements', { about: id, limit: 500 })).length,
      );
      expect(body.counts.events).toBe((await list('/v1/events', { participants: id, limit: 500 })).length);
    }
  });

  test('links lead to lists of as many as are counted', async () => {
    const { counts, links } = (await service.get('/v1/entities/pakistan')).body;
    for (const [what, of] of Object.entries<number>(counts)) {
      const { status, body } = await service.get(
        `${links[what]}${links[what].includes('?') ? '&' : '?'}limit=500`,
      );
      expect(status, links[what]).toBe(200);
      expect(body.items.length, links[what]).toBe(of);
    }
    expect((await service.get(links.timeline)).status).toBe(200);
  });

  test('Munir is a general, and army chief of Pakistan', async () => {
    const { roles } = (await service.get('/v1/entities/asim-munir')).body;
    expect(roles).toMatchObject([
      { kind: 'military', title: 'army chief', of: { id: 'pakistan' }, former: false },
      { kind: 'military', title: 'General', of: null },
    ]);
  });

  test('Weinbaum is an analyst and a former official, of which country is not said', async () => {
    const { roles } = (await service.get('/v1/entities/marvin-weinbaum')).body;
    expect(roles).toMatchObject([
      { kind: 'analyst', title: 'analyst on South Asian affairs', former: false },
      { kind: 'official', title: 'former official', of: null, former: true },
    ]);
  });

  test('Kurilla commands CENTCOM, which is part of the United States', async () => {
    const kurilla = (await service.get('/v1/entities/kurilla')).body;
    expect(kurilla.relations).toMatchObject([
      { subject: { id: 'michael-kurilla' }, predicate: 'COMMANDS', object: { id: 'us-central-command' } },
    ]);
    const centcom = (await service.get('/v1/entities/CENTCOM')).body;
    expect(centcom.country).toEqual({ id: 'united-states', name: 'United States', type: 'Country' });
    expect(centcom.relations.map(({ predicate }: { predicate: string }) => predicate).toSorted()).toEqual([
      'COMMANDS',
      'PART_OF',
    ]);
  });

  test('Pakistan is a partner of the United States since about 1947', async () => {
    const { relations } = (await service.get('/v1/entities/pakistan')).body;
    expect(relations).toContainEqual(
      expect.objectContaining({
        predicate: 'PARTNER_OF',
        object: { id: 'united-states', name: 'United States', type: 'Country' },
        date: {
          ...{ edtf: '1947~/..', earliest: '1947-01-01', latest: '9999-12-31', basis: 'relative' },
          readings: [
            {
              ...{ edtf: '1947~/..', earliest: '1947-01-01', latest: '9999-12-31', basis: 'relative' },
              articles: ['shifting-sands'],
            },
          ],
        },
      }),
    );
  });
});

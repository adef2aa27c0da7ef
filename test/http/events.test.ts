import { beforeAll, describe, expect, test } from 'vitest';
import { expectSpansOf, ids, idsOfAllPages, withParameters } from '../support/lists.ts';
import { testService } from '../support/service.ts';

const service = testService();
const list = (parameters: Record<string, string | number | string[]> = {}) =>
  ids(service, '/v1/events', parameters);

const DATED = [
  'trump-munir-meeting-2025',
  'trump-invites-munir-2025',
  'us-pakistan-relations-established',
  'pakistan-independence-1947',
  'india-independence-1947',
];
const IN_2025 = DATED.slice(0, 2);
const IN_1947 = DATED.slice(2);
const UNDATED = [
  'war-not-kept-going',
  'us-reneges-on-promise',
  'us-pressure-on-pakistan',
  'us-pakistan-rapprochement',
  'us-pakistan-conversations',
  'us-engages-and-retreats',
  'regional-crisis',
  'pakistan-yields-to-us-demands',
  'pakistan-organized-crime-arrests',
  'pakistan-military-rule',
  'pakistan-india-tensions',
  'pakistan-india-de-escalation',
  'pakistan-counterterrorism-fight',
  'pakistan-contested-election',
  'munir-tenure',
  'munir-stay-in-us',
  'munir-appointed-army-chief',
  'counterterrorism-operations',
  'coordination-with-pakistan-military',
  'cold-war',
];
const ALL = [...DATED, ...UNDATED];
const OF_BOTH = [
  'trump-munir-meeting-2025',
  'us-pakistan-relations-established',
  'us-reneges-on-promise',
  'us-pressure-on-pakistan',
  'us-pakistan-rapprochement',
  'us-pakistan-conversations',
  'us-engages-and-retreats',
  'pakistan-yields-to-us-demands',
];
const OF_MUNIR = [
  'trump-munir-meeting-2025',
  'trump-invites-munir-2025',
  'us-pakistan-conversations',
  'pakistan-india-de-escalation',
  'munir-tenure',
  'munir-stay-in-us',
  'munir-appointed-army-chief',
];

let text: string;
beforeAll(async () => {
  text = (await service.get('/v1/articles/shifting-sands')).body.text;
});

describe('all events', () => {
  test('are listed with the dated ones first, newest or oldest first', async () => {
    expect(await list({ limit: 500 })).toEqual(ALL);
    expect(await list({ limit: 500, sort: 'oldest' })).toEqual([
      ...DATED.toReversed(),
      ...UNDATED.toReversed(),
    ]);
  });

  test('carry evidence that is the text of the article, to the character', async () => {
    const { body } = await service.get('/v1/events?limit=500');
    for (const event of body.items) expect(event.evidence.length, event.id).toBeGreaterThan(0);
    expect(expectSpansOf(text, body)).toBeGreaterThan(ALL.length);
  });
});

describe('each parameter by its effect', () => {
  test.each<[Record<string, string | string[]>, string[]]>([
    [{ participants: ['the US', 'Pakistan'] }, OF_BOTH],
    [{ participants: ['pakistan', 'united-states'] }, OF_BOTH],
    [{ participants: ['Washington', 'Islamabad'] }, OF_BOTH],
    [{ participants: 'General Munir' }, OF_MUNIR],
    [{ participants: ['Munir', 'Munir'] }, OF_MUNIR],
    [{ participants: ['Trump', 'Munir', 'the US', 'Pakistan'] }, ['trump-munir-meeting-2025']],
    [{ participants: ['Trump', 'India'] }, []],
    [{ actor: 'the US' }, OF_BOTH.filter((id) => id !== 'pakistan-yields-to-us-demands')],
    [{ recipient: 'the US' }, ['pakistan-yields-to-us-demands', 'munir-stay-in-us']],
    [{ recipient: 'India' }, ['pakistan-india-de-escalation']],
    [{ actor: 'Trump', recipient: 'Munir' }, ['trump-invites-munir-2025']],
    [
      { actor: 'the US', recipient: 'Pakistan' },
      ['us-reneges-on-promise', 'us-pressure-on-pakistan', 'us-engages-and-retreats'],
    ],
    [{ kind: 'meeting' }, ['trump-munir-meeting-2025']],
    [{ kind: 'independence' }, ['pakistan-independence-1947', 'india-independence-1947']],
    [{ kind: 'war' }, []],
    [{ place: 'White House' }, ['trump-munir-meeting-2025']],
    [{ place: 'the white house' }, ['trump-munir-meeting-2025']],
    [{ place: 'America' }, ['us-pakistan-conversations', 'munir-stay-in-us']],
    [{ article: 'shifting-sands' }, ALL],
    [{ article: 'no-such-article' }, []],
    [{ q: '"independence"' }, ['us-pakistan-relations-established', 'pakistan-independence-1947']],
    [
      { q: 'independence' },
      ['us-pakistan-relations-established', 'pakistan-independence-1947', 'india-independence-1947'],
    ],
    [{ q: 'White House' }, ['trump-munir-meeting-2025', 'trump-invites-munir-2025']],
    [{ q: '"general munir meet"' }, ['trump-munir-meeting-2025']],
    [{ q: 'zebra' }, []],
    [{ participants: 'the US', kind: 'diplomacy', q: 'warm' }, ['us-pakistan-rapprochement']],
    [{ article: 'shifting-sands', participants: 'Munir', kind: 'visit' }, ['munir-stay-in-us']],
    [
      { article: 'shifting-sands', q: 'Munir', from: '2025-01-01' },
      ['trump-munir-meeting-2025', 'trump-invites-munir-2025'],
    ],
  ])('%o', async (parameters, expected) => {
    expect(await list(parameters)).toEqual(expected);
  });
});

describe('days', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['a year', { from: '1947-01-01', to: '1947-12-31' }, IN_1947],
    ['a day within it: intervals overlap', { from: '1947-08-14', to: '1947-08-14' }, IN_1947],
    ['from the last day', { from: '1947-12-31' }, DATED],
    ['from the day after', { from: '1948-01-01' }, IN_2025],
    ['from the last day of all', { from: '2025-12-31' }, IN_2025],
    ['after all', { from: '2026-01-01' }, []],
    ['to the first day', { to: '2025-01-01' }, DATED],
    ['to the day before', { to: '2024-12-31' }, IN_1947],
    ['to the first day of all', { to: '1947-01-01' }, IN_1947],
    ['before all', { to: '1946-12-31' }, []],
    ['with undated ones', { from: '2019-01-01', undated: 'include' }, [...IN_2025, ...UNDATED]],
    ['undated ones alone', { to: '1946-12-31', undated: 'include' }, UNDATED],
    ['of a participant', { participants: 'Munir', from: '2025-01-01' }, OF_MUNIR.slice(0, 2)],
    [
      'of a participant, with undated ones',
      { participants: 'Munir', from: '2025-01-01', undated: 'include' },
      OF_MUNIR,
    ],
  ])('%s: %o', async (_name, parameters, expected) => {
    expect(await list(parameters)).toEqual(expected);
    const oldest = await list({ ...parameters, sort: 'oldest' });
    expect(oldest.toSorted()).toEqual(expected.toSorted());
  });
});

test('an item is the same whether or not days are asked for', async () => {
  const all = await service.get('/v1/events?limit=500');
  const dated = await service.get('/v1/events?from=1900-01-01&undated=include&limit=500');
  expect(dated.body.items).toEqual(all.body.items);
});

describe('pages', () => {
  const lists: Record<string, string | string[]>[] = [
    {},
    { participants: ['the US', 'Pakistan'] },
    { article: 'shifting-sands' },
    { q: 'Pakistan' },
    { from: '1947-06-01', undated: 'include' },
    { to: '2025-06-01' },
  ];

  test.each(
    lists.flatMap((one) => [
      { ...one, sort: 'newest' },
      { ...one, sort: 'oldest' },
    ]),
  )(
    'of %o join to the whole list, whatever their size',
    async (parameters) => {
      const whole = await list({ ...parameters, limit: 500 });
      expect(new Set(whole).size).toBe(whole.length);
      for (let limit = 1; limit <= whole.length + 1; limit++) {
        const first = withParameters('/v1/events', { ...parameters, limit });
        expect(await idsOfAllPages(service, first, limit), first).toEqual(whole);
      }
    },
    120_000,
  );
});

describe('one event', () => {
  test('is the item of the list, with the statements about it and at it', async () => {
    const { body } = await service.get('/v1/events?limit=500');
    for (const item of body.items) {
      const { statementsAbout, statementsAt, accounts, ...same } = (
        await service.get(`/v1/events/${item.id}`)
      ).body;
      expect(same).toEqual(item);
      expect(accounts).toMatchObject([{ article: { id: 'shifting-sands' }, label: item.label }]);
      const about = await ids(service, '/v1/statements', { about: item.id, limit: 500 });
      expect(statementsAbout.map(({ id }: { id: string }) => id)).toEqual(about);
      expect(statementsAt).toEqual(expect.any(Array));
    }
  });

  test('the meeting at the White House', async () => {
    const { body } = await service.get('/v1/events/trump-munir-meeting-2025');
    expect(body).toMatchObject({
      kind: 'meeting',
      date: { edtf: '2025', earliest: '2025-01-01', latest: '2025-12-31', basis: 'explicit' },
      place: { id: 'white-house' },
      act: { cameo: '040' },
      statementsAbout: [{ id: 'trump-thanks-munir' }],
      statementsAt: [{ id: 'pakistan-praised-for-arrests' }],
    });
  });

  test('a date that is about a year stays so', async () => {
    const { body } = await service.get('/v1/events/us-pakistan-relations-established');
    expect(body.date).toMatchObject({ edtf: '1947~', basis: 'relative' });
  });

  test('that is not there is a 404', async () => {
    expect((await service.get('/v1/events/no-such-event')).status).toBe(404);
  });
});

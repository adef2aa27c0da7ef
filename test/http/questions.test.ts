import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

// biome-ignore-start lint/suspicious/noExplicitAny: answers of every shape
const service = testService();

/** Who said what: the speaker, and the words that stand in the source. */
async function answer(url: string) {
  const { status, body } = await service.get(url);
  expect(status, url).toBe(200);
  expect(body.next).toBeNull();
  return body.items.map(({ id, speakers, quotations }: any) => ({
    id,
    speaker: speakers[0]?.id ?? null,
    words: quotations.map(({ evidence }: any) => evidence[0].exact),
  }));
}

const who = (items: { id: string; speaker: string | null }[]) =>
  Object.fromEntries(items.map(({ id, speaker }) => [id, speaker]));

const PHENOMENAL_PARTNER = {
  id: 'kurilla-pakistan-phenomenal-partner',
  speaker: 'michael-kurilla',
  words: [
    'the country remains an essential counterterrorism partner',
    'They [Pakistan] are in an active counterterrorism fight right now, and they have been a phenomenal partner in the counterterrorism world',
  ],
};

describe('each question is one request', () => {
  test('who said what about Pakistan', async () => {
    const items = await answer('/v1/statements?about=Pakistan');
    expect(who(items)).toEqual({
      'trump-calls-pakistan-dangerous': 'donald-trump',
      'weinbaum-us-priorities-change-quickly': 'marvin-weinbaum',
      'trump-thanks-munir': 'donald-trump',
      'rumi-tactical-romance': 'raza-ahmad-rumi',
      'rumi-institutionalize-relationship': 'raza-ahmad-rumi',
      'rumi-codify-alliance': 'raza-ahmad-rumi',
      'pakistan-praised-for-arrests': null,
      'kurilla-pakistan-phenomenal-partner': 'michael-kurilla',
      'kurilla-pakistan-counterterrorism-role': 'michael-kurilla',
      'kurilla-need-for-cooperation': 'michael-kurilla',
      'kurilla-coordination-led-to-success': 'michael-kurilla',
    });
    expect(items).toContainEqual({
      ...PHENOMENAL_PARTNER,
      words: expect.arrayContaining(PHENOMENAL_PARTNER.words),
    });
  });

  test('what Kurilla said about Pakistan', async () => {
    const items = await answer('/v1/statements?speaker=Kurilla&about=Pakistan');
    expect(items).toEqual([
      { ...PHENOMENAL_PARTNER, words: expect.arrayContaining(PHENOMENAL_PARTNER.words) },
      {
        id: 'kurilla-pakistan-counterterrorism-role',
        speaker: 'michael-kurilla',
        words: ['Pakistan’s role in continuing counterterrorism missions'],
      },
      {
        id: 'kurilla-need-for-cooperation',
        speaker: 'michael-kurilla',
        words: ['the need for US-Pakistan cooperation'],
      },
      {
        id: 'kurilla-coordination-led-to-success',
        speaker: 'michael-kurilla',
        words: [
          'direct and personal coordination with Pakistan’s military led to successful operations to combat and eliminate terrorism',
        ],
      },
    ]);
  });

  test('what was said in 2018', async () => {
    expect(await answer('/v1/statements?saidFrom=2018-01-01&saidTo=2018-12-31')).toEqual([
      {
        id: 'trump-calls-pakistan-dangerous',
        speaker: 'donald-trump',
        words: ['Pakistan “one of the most dangerous countries.”'],
      },
    ]);
  });

  test('who praised and who criticized whom', async () => {
    const { body } = await service.get('/v1/statements?act=051&act=111');
    const found = body.items.map(({ act, speakers, about }: any) => [
      speakers[0]?.id ?? null,
      act.cameo === '051' ? 'praised' : 'criticized',
      about.map(({ id }: any) => id),
    ]);
    expect(found).toEqual([
      ['donald-trump', 'criticized', ['pakistan']],
      ['marvin-weinbaum', 'criticized', ['pakistan', 'united-states']],
      ['marvin-weinbaum', 'criticized', ['donald-trump', 'united-states']],
      ['donald-trump', 'praised', ['war-not-kept-going']],
      [
        'donald-trump',
        'praised',
        ['asim-munir', 'india', 'pakistan', 'pakistan-india-de-escalation', 'trump-munir-meeting-2025'],
      ],
      [null, 'praised', ['pakistan', 'pakistan-organized-crime-arrests']],
      ['michael-kurilla', 'praised', ['pakistan', 'pakistan-counterterrorism-fight']],
    ]);
  });

  test('what analysts said about the United States', async () => {
    const items = await answer('/v1/statements?speakerRole=analyst&about=the+United+States');
    expect(who(items)).toEqual({
      'weinbaum-us-priorities-change-quickly': 'marvin-weinbaum',
      'weinbaum-us-policy-unpredictable': 'marvin-weinbaum',
      'rumi-tactical-romance': 'raza-ahmad-rumi',
      'rumi-institutionalize-relationship': 'raza-ahmad-rumi',
      'rumi-codify-alliance': 'raza-ahmad-rumi',
    });
    expect(items.flatMap(({ words }: any) => words)).toEqual(
      expect.arrayContaining([
        'We are dealing with an administration which changes its tune by the hour',
        'One minute the US has no interest, and the next minute priorities change rapidly',
        'Unless this relationship is institutionalized, beyond the security lens with which it is viewed, it’s another tactical romance',
      ]),
    );
  });

  test('which attributions are contested, and why', async () => {
    const { body } = await service.get('/v1/statements?contested=true');
    expect(body.items.map(({ id }: any) => id)).toEqual(['two-smart-people-stopped-war']);
    const [{ attributions, evidence }] = body.items[0].quotations;
    expect(evidence[0].exact).toBe(
      'These two very smart people decided not to keep going with a war that could have been a nuclear war',
    );
    expect(attributions).toMatchObject([
      {
        speakers: [{ id: 'donald-trump' }],
        rank: 'preferred',
        basis: 'signature',
        reason: expect.stringContaining('signed “– Donald Trump”'),
      },
      {
        speakers: [{ id: 'michael-kurilla' }],
        rank: 'normal',
        basis: 'cue-pronoun',
        reason: expect.stringContaining('“He stated,”'),
      },
    ]);
  });

  test('what was said about General Munir, and by whom', async () => {
    expect(await answer('/v1/statements?about=General+Munir')).toEqual([
      {
        id: 'trump-thanks-munir',
        speaker: 'donald-trump',
        words: [
          'Munir for his part in lowering tensions between Pakistan and India',
          'The reason I had him here was that I wanted to thank him for not going into the war [with India]',
        ],
      },
    ]);
  });

  test('which events involved both the US and Pakistan', async () => {
    const { body } = await service.get('/v1/events?participants=the+US&participants=Pakistan');
    expect(body.items.map(({ id, date }: any) => [id, date.edtf])).toEqual([
      ['trump-munir-meeting-2025', '2025'],
      ['us-pakistan-relations-established', '1947~'],
      ['us-reneges-on-promise', null],
      ['us-pressure-on-pakistan', null],
      ['us-pakistan-rapprochement', null],
      ['us-pakistan-conversations', null],
      ['us-engages-and-retreats', null],
      ['pakistan-yields-to-us-demands', null],
    ]);
    for (const { participants, evidence } of body.items) {
      const involved = participants.map(({ entity }: any) => entity.id);
      expect(involved).toEqual(expect.arrayContaining(['united-states', 'pakistan']));
      expect(evidence.length).toBeGreaterThan(0);
    }
  });
});
// biome-ignore-end lint/suspicious/noExplicitAny: answers of every shape

import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

const WORDS =
  'They [Pakistan] are in an active counterterrorism fight right now, and they have been a phenomenal partner in the counterterrorism world';

const check = async (params: Record<string, string>) => {
  const { status, body } = await service.get(`/v1/check?${new URLSearchParams(params)}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

describe('a quotation is checked', () => {
  test.each([
    [{ quote: WORDS }, 'verbatim'],
    [{ quote: `“${WORDS}”`, speaker: 'Kurilla' }, 'verbatim'],
    [
      { quote: '„they have been a phenomenal partner in the counter­terrorism world“'.replace('\u00ad', '') },
      'verbatim',
    ],
    [
      { quote: 'They are in an active counterterrorism fight … they have been a phenomenal partner' },
      'altered-cut',
    ],
    [
      { quote: 'they have been a reliable partner in the counterterrorism world', speaker: 'Kurilla' },
      'altered',
    ],
    [{ quote: 'a phenomenal partner in the counterterrorism world', speaker: 'Trump' }, 'said-by-another'],
    [
      { quote: 'one of the most dangerous countries', speaker: 'Trump', saidFrom: '2025', saidTo: '2025' },
      'other-occasion',
    ],
    [
      { quote: 'one of the most dangerous countries', speaker: 'Trump', saidFrom: '2018', saidTo: '2018' },
      'verbatim',
    ],
    [
      { quote: 'the country remains an essential counterterrorism partner', speaker: 'Kurilla' },
      'paraphrase',
    ],
    [{ quote: 'My grandmother bakes the best apple cake in Saarbrücken' }, 'not-in-the-record'],
    [{ quote: 'right now' }, 'too-short'],
  ])('%o', async (params, verdict) => {
    const body = await check(params);
    expect(body.verdict, JSON.stringify(body)).toBe(verdict);
    expect(body.explanation).toMatch(/\.$/);
  });

  test('what differs is shown word by word, with the words of the source and where they stand', async () => {
    const { findings, quote } = await check({
      quote: '«they have been a reliable partner in the counterterrorism world»',
    });
    expect(quote).toBe('they have been a reliable partner in the counterterrorism world');
    const [{ diff, outlets, statement }] = findings;
    expect(statement.id).toBe('kurilla-pakistan-phenomenal-partner');
    expect(diff).toEqual([
      { kind: 'same', text: 'they have been a' },
      { kind: 'left-out', text: 'phenomenal' },
      { kind: 'added', text: 'reliable' },
      { kind: 'same', text: 'partner in the counterterrorism world' },
    ]);
    expect(outlets[0]).toMatchObject({
      article: { id: 'shifting-sands' },
      evidence: [{ start: 5484, end: 5620 }],
    });
    expect(outlets[0].attributions[0]).toMatchObject({
      rank: 'preferred',
      speakers: [{ id: 'michael-kurilla' }],
    });
  });

  test('whose words they are is told, and that sources differ on it', async () => {
    const { verdict, findings } = await check({
      quote: 'two very smart people decided not to keep going with a war',
      speaker: 'Kurilla',
    });
    expect(verdict).toBe('said-by-another');
    expect(findings[0].warnings).toEqual([expect.objectContaining({ code: 'speaker-contested' })]);
    const ranks = findings[0].outlets[0].attributions.map(
      ({ rank, speakers }: { rank: string; speakers: { id: string }[] }) => [rank, speakers[0]?.id],
    );
    expect(ranks).toEqual(expect.arrayContaining([['normal', 'michael-kurilla']]));
  });
});

describe('what is no quotation', () => {
  test.each([
    ['', 'quote is missing, expected some text.'],
    ['quote=', 'quote is "", expected the words of a quotation.'],
    ['quote=%22%E2%80%A6%22', 'expected the words of a quotation'],
    [`quote=${'word+'.repeat(500)}`, 'expected at most 2000 characters'],
    ['quote=a+war&saidFrom=2020&saidTo=2018', 'after saidTo'],
  ])('%s is refused', async (query, detail) => {
    const { status, body } = await service.get(`/v1/check?${query}`);
    expect(status).toBe(400);
    expect(body.detail).toContain(detail);
  });

  test('nothing in it is an operator of the index', async () => {
    for (const quote of ['a AND (b OR', '*:* [x TO y]', '"\\" AND text:/.*/', '] [a', '+war -peace ^2~'])
      expect((await check({ quote })).verdict).toMatch(/not-in-the-record|too-short/);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../bench/checking/gold.ts';
import { checkQuotation } from '../../src/check-quotation/check-quotation.ts';
import type { AskedQuotation } from '../../src/check-quotation/record.ts';
import { projectFolder } from '../../src/project.ts';

const record = readRecord(join(projectFolder, 'test/fixtures/checking'));
const page = readFileSync(join(projectFolder, 'docs/checking.md'), 'utf8');
const check = (asked: AskedQuotation) => checkQuotation(asked, record);
const codes = (asked: AskedQuotation) =>
  check(asked).findings[0]?.warnings.map(({ code }) => code as string) ?? [];

/** The rows of the page's table of examples. */
const examples = [...page.matchAll(/^\| (\d+) \| (.+) \| (\S*) ?\| `([a-z-]+)`(?:, `([a-z-]+)`)? \|$/gm)].map(
  ([, policy, quote, speaker, verdict, warning]) => ({
    policy: Number(policy),
    quote: quote!,
    speaker: speaker!,
    verdict: verdict!,
    warning,
  }),
);

test('each policy that a quotation shows has an example', () => {
  expect([...new Set(examples.map(({ policy }) => policy))]).toEqual(
    Array.from({ length: 12 }, (_, nth) => nth + 1),
  );
});

test.each(examples)('policy $policy: $quote', ({ quote, speaker, verdict, warning }) => {
  const asked = { quote, speakers: speaker === '' ? undefined : [speaker] };
  expect(check(asked).verdict).toBe(verdict);
  expect(codes(asked)).toEqual(warning === undefined ? [] : [warning]);
});

describe('what the policy says beside the verdict', () => {
  test('the words that turn the sense are shown', () => {
    const { findings } = check({
      quote: 'the valley has to be evacuated this winter',
      speakers: ['lenn-aske'],
    });
    expect(findings[0]!.warnings[0]!.text).toBe('I do not believe that');
  });

  test('a cut is shown', () => {
    const { findings } = check({ quote: 'The wheat is lost … and we have seed for one more sowing' });
    expect(findings[0]!.words.cuts).toEqual(['What the drought spared, the locusts have eaten']);
  });

  test('the words that one outlet prints and another contradicts are shown', () => {
    const { findings } = check({ quote: 'it has not moved by the width of a hair in forty years' });
    expect(findings[0]!.outlets.map(({ articleId, kind, differs }) => [articleId, kind, differs])).toEqual([
      ['b-post', 'same', ''],
      ['b-gazette', 'differs', '“fourteen” for “forty”'],
    ]);
  });

  test('joined statements are named, of one speaker and of two', () => {
    const joined = (quote: string, speaker?: string) =>
      check({ quote, speakers: speaker === undefined ? undefined : [speaker] })
        .joined.map(({ statement }) => statement.id)
        .sort();
    expect(joined('Eight ships with grain are on their way, and we have seed for one more sowing')).toEqual([
      'harvest-aid',
      'harvest-fail',
    ]);
    expect(
      joined(
        'Bonuses at Lantern Bank were cut by 40 per cent last year, and there is no room in which such talks could be held',
        'corin-vale',
      ),
    ).toEqual(['bank-bonus', 'bank-merger']);
    expect(joined('The tunnel will not be finished this decade … on time and within the budget')).toEqual([
      'rail-delay',
      'rail-promise',
    ]);
  });

  test('the right words of another, a little altered, name the other', () => {
    const { verdict, findings } = check({
      quote: 'I lost twelve ewes to wolves this winter, and the ministry sent me a leaflet',
      speakers: ['kasper-lind'],
    });
    expect(verdict).toBe('said-by-another');
    expect(findings[0]!.statement.speakers).toEqual(['astrid-dale']);
  });
});

describe('a paraphrase gives no other numbers', () => {
  const statement = (said: string) => [
    {
      id: 'said',
      speakers: ['speaker'],
      said: null,
      about: [],
      renderings: [
        { id: 'said-0', articleId: 'article', quoteType: 'direct' as const, parts: [said], quoted: [] },
      ],
    },
  ];
  const verdictOf = (quote: string, said: string) =>
    checkQuotation({ quote, speakers: ['speaker'] }, statement(said)).verdict;
  const said = 'The flood destroyed 412 houses in our valley within two days';

  test.each([
    ['a round number', 'More than 400 homes in the valley were destroyed by the flood in two days'],
    [
      'the number in words',
      'In two days four hundred and twelve homes of the valley were destroyed by the flood',
    ],
  ])('%s is the same', (_what, quote) => {
    expect(verdictOf(quote, said)).toBe('paraphrase');
  });

  test.each([
    ['another number', 'Some 612 homes in the valley were destroyed by the flood in two days'],
    [
      'a number that is near and not said to be round',
      'The flood ruined 420 homes in the valley in two days',
    ],
  ])('%s is none', (_what, quote) => {
    expect(verdictOf(quote, said)).toBe('not-in-the-record');
  });

  test.each([
    [
      'Without any drugs 90 per cent of the sick get well again',
      'Nine out of ten patients recover without medicine',
    ],
    [
      'For four decades the bridge has been closed to lorries',
      'Lorries have been banned from the bridge for forty years',
    ],
  ])('%s', (quote, source) => {
    expect(verdictOf(quote, source)).toBe('paraphrase');
  });
});

describe('a paraphrase may leave out or turn round what is denied', () => {
  const verdictOf = (quote: string, text: string) =>
    checkQuotation({ quote, speakers: ['speaker'] }, [
      {
        ...{ id: 'said', speakers: ['speaker'], said: null, about: [] },
        renderings: [
          { id: 'said-0', articleId: 'article', quoteType: 'direct' as const, parts: [text], quoted: [] },
        ],
      },
    ]).verdict;

  test.each([
    [
      'a reason that was none',
      'The singer had a cold, so the concert was cancelled',
      'The concert was called off because the singer caught a cold, not because tickets sold badly.',
    ],
    [
      'a reason that was none, of something alike',
      'The flights were called off since the software for rosters broke down',
      'We cancelled flights because our rostering software failed, not because our pilots were ill.',
    ],
    [
      'what should have been',
      'A storm over the strait is something of which pilots should have been warned',
      'Nobody warned the pilots of the storm over the strait.',
    ],
  ])('%s', (_what, quote, source) => {
    expect(verdictOf(quote, source)).toBe('paraphrase');
  });

  test.each([
    [
      'the reason that was none, as one',
      'Tickets sold badly, and because of that there was no concert',
      'The concert was called off because the singer caught a cold, not because tickets sold badly.',
    ],
    [
      'what has been',
      'A storm over the strait is something of which pilots were warned',
      'Nobody warned the pilots of the storm over the strait.',
    ],
  ])('%s, is the contrary', (_what, quote, source) => {
    expect(verdictOf(quote, source)).not.toBe('paraphrase');
  });
});

describe('the contrary in other words is no paraphrase', () => {
  test.each([
    ['The tunnel is going to be completed within this decade', 'vera-colt'],
    ['The company is going to merge, and talks on the merger have begun', 'corin-vale'],
    ['The wheat harvest is saved, and locusts have spared the fields', 'adele-munk'],
    ['The tax on bottled water will be lowered in April', 'nora-quill'],
    ['Compensation for sheep killed by wolves will be refused to farmers', 'kasper-lind'],
  ])('%s', (quote, speaker) => {
    expect(check({ quote, speakers: [speaker] }).verdict).toBe('not-in-the-record');
  });
});

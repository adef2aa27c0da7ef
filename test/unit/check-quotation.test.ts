import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { finder, otherStatements } from '../../bench/checking/candidates.ts';
import { readQuotations, readRecord } from '../../bench/checking/gold.ts';
import { judge, measure } from '../../bench/checking/measure.ts';
import { checkQuotation } from '../../src/check-quotation/check-quotation.ts';
import type { RecordedStatement } from '../../src/check-quotation/record.ts';
import { searchQuery } from '../../src/check-quotation/search-query.ts';
import { CHECK } from '../../src/limits.ts';
import { projectFolder } from '../../src/project.ts';

const fixtures = join(projectFolder, 'test/fixtures');
const record = readRecord(join(fixtures, 'checking'));

/** The share of right verdicts that each file has to reach. */
const GOLDS = {
  checking: { 'tune.yaml': 97, 'held-out.yaml': 96, 'fresh.yaml': 96 },
  'checking-second': { 'tune.yaml': 95, 'tune-weak.yaml': 88, 'held-out.yaml': 90, 'fresh.yaml': 91 },
  'checking-third': { 'fresh.yaml': 97, 'later.yaml': 78 },
  'checking-fourth': { 'fresh.yaml': 91 },
  'checking-fifth': { 'fresh.yaml': 86 },
  'checking-sixth': { 'fresh.yaml': 90 },
  'checking-seventh': { 'fresh.yaml': 95 },
  'checking-eighth': { 'fresh.yaml': 86 },
  'checking-ninth': { 'fresh.yaml': 91 },
  'checking-tenth': { 'fresh.yaml': 93 },
};

/** The share of precision and recall that paraphrases and what is not in the record have to reach; less of the hardest. */
const LEAST_SHARE = 65;
const LEAST_SHARE_OF: Record<string, number> = {
  'checking-third/later.yaml': 60,
  // Its paraphrases share hardly a word with what they retell.
  'checking-eighth/fresh.yaml': 25,
};

describe.each(Object.entries(GOLDS))('the gold %s, among two thousand other statements', (name, files) => {
  const folder = join(fixtures, name);
  const statements = readRecord(folder);
  const find = finder([...statements, ...otherStatements(statements, 2000)], CHECK.hits, CHECK.statements);

  test.each(Object.entries(files))(
    '%s: no wrong one is confirmed, and no true one is absent',
    (file, least) => {
      const { right, paraphrase, notInTheRecord, mustNotBe } = measure(
        readQuotations(join(folder, file)).map((gold) => judge(gold, find)),
      );
      expect(mustNotBe).toEqual({ wrongCalledVerbatim: 0, trueCalledAbsent: 0, wrongSpeakerConfirmed: 0 });
      expect(right).toBeGreaterThan(least);
      const leastShare = LEAST_SHARE_OF[`${name}/${file}`] ?? LEAST_SHARE;
      for (const { precision, recall } of [paraphrase, notInTheRecord]) {
        expect(precision).toBeGreaterThan(leastShare);
        expect(recall).toBeGreaterThan(leastShare);
      }
    },
  );

  test('each warning that a quotation has to carry is carried', () => {
    const wanted = Object.keys(files)
      .flatMap((file) => readQuotations(join(folder, file)))
      .filter(({ warning }) => warning !== undefined)
      .map((gold) => judge(gold, find));
    expect(wanted.filter(({ warning, warnings }) => !warnings.includes(warning!))).toEqual([]);
  });
});

const said = (...parts: string[]): RecordedStatement[] => [
  {
    id: 'said',
    speakers: ['speaker'],
    said: null,
    about: [],
    renderings: [{ id: 'said-0', articleId: 'article', quoteType: 'direct', parts, quoted: [] }],
  },
];

const verdictOf = (quote: string, ...parts: string[]) => checkQuotation({ quote }, said(...parts)).verdict;

describe('what does not alter', () => {
  test.each([
    ['marks', '„We never signed that treaty“', 'We never signed that treaty.'],
    ['dashes', 'We signed—and we regret it', 'We signed, and we regret it'],
    [
      'spelling',
      'The organisation will honour its labour treaty',
      'The organization will honor its labor treaty',
    ],
    [
      'a doubled l, and forms of one word',
      'Whilst travelling towards Tarn we cancelled the treaty',
      'While traveling toward Tarn we canceled the treaty',
    ],
    [
      'spelling of possessives',
      "Our neighbour's councillors saw the theatre's defences and the neighbours' grey tyres",
      "Our neighbor's councilors saw the theater's defenses and the neighbors’ gray tires",
    ],
    [
      'spelling that follows no rule',
      'The anaesthetist enrolled at the archaeologists’ manoeuvres, fulfilment afterwards',
      'The anesthetist enrolled at the archeologists’ maneuvers, fulfillment afterward',
    ],
    ['numbers', 'Two hundred and six tanks crossed the border', '206 tanks crossed the border'],
    ['currencies', '$5 million were spent on umbrellas', '5 million dollars were spent on umbrellas'],
    ['pence', 'A ride costs 80p from May', 'A ride costs eighty pence from May'],
    ['kilometres', 'The wall is 12.5km long', 'The wall is 12.5 kilometres long'],
    ['kilograms', 'They seized 40 kg of amber', 'They seized forty kilograms of amber'],
    ['one dollar', 'A ride costs $1 from May', 'A ride costs one dollar from May'],
    ['miles', 'The wind reached 135mph at Tarn', 'The wind reached 135 miles an hour at Tarn'],
    ['speeds', 'The wind reached 90 km/h at Tarn', 'The wind reached 90 kilometres per hour at Tarn'],
    [
      'speeds in one word',
      'The wind reached 90km/h at Tarn',
      'The wind reached 90 kilometres an hour at Tarn',
    ],
    ['hours', 'The gates close at 10pm', 'The gates close at 10 p.m.'],
    ['abbreviations', 'The U.S. embassy burned all night', 'The US embassy burned all night'],
    ['a contraction', "We have signed and we won't regret it", "We've signed and we will not regret it"],
    ["a contraction of 'would'", 'Nobody asked what she’d charge', 'Nobody asked what she would charge'],
    ["a contraction of 'had'", 'I’d never gone there before May', 'I had never gone there before May'],
    ['thousands', 'They hired 1,850 guards', 'They hired one thousand eight hundred and fifty guards'],
    ['capitals', 'THE EMBASSY BURNED ALL NIGHT', 'The embassy burned all night'],
    ['an editor', 'The embassy [in Tarn] burned all night', 'The embassy burned all night'],
    ['an editor of the source', 'The embassy burned all night', 'The embassy [in Tarn] burned all night'],
    ['a changed letter', '[T]he embassy burned all night', 'the embassy burned all night'],
    [
      'parts',
      'The embassy burned all night and nobody came',
      'The embassy burned all night',
      'and nobody came',
    ],
    ['an ellipsis at an end', '… the embassy burned all night …', 'The embassy burned all night in Tarn'],
    [
      'the speaker named within',
      '"The embassy burned," he said, "all night."',
      'The embassy burned all night',
    ],
    [
      "a contraction of 'is'",
      "It's our embassy that burned all night",
      'It is our embassy that burned all night',
    ],
    [
      'the speaker named between marks of German',
      '„The embassy burned“, he said, „all night.“',
      'The embassy burned all night',
    ],
    [
      'the speaker named by a rarer verb',
      '“The embassy burned,” she recalled. “Nobody came.”',
      'The embassy burned. Nobody came.',
    ],
  ])('%s', (_what, quote, ...parts) => {
    expect(verdictOf(quote, ...parts)).toBe('verbatim');
  });
});

describe('what alters', () => {
  test.each([
    ['a negation', 'We will not sign the treaty with Tarn', 'We will sign the treaty with Tarn'],
    ['"only"', 'Only we will sign the treaty with Tarn', 'We will sign the treaty with Tarn'],
    ['"not only"', 'We signed not only the treaty with Tarn', 'We signed only the treaty with Tarn'],
    ['a word with one l', 'We have filled the treaty with Tarn', 'We have filed the treaty with Tarn'],
    ['a number', '216 tanks crossed the border of Tarn', '206 tanks crossed the border of Tarn'],
    ['a number in few words', 'There we count nine of them', 'There we count seven of them'],
    [
      'a cut of the sentence that denies the one before it',
      'They say the bridge of Tarn is safe ... We have closed it',
      'They say the bridge of Tarn is safe. It is not. We have closed it',
    ],
    ['a currency', '€5 million were spent on umbrellas', '$5 million were spent on umbrellas'],
    ['a possessive', "Tarn's ally crossed the border of Velm", 'Tarn ally crossed the border of Velm'],
    ['an editor who denies', 'We will [not] sign the treaty with Tarn', 'We will sign the treaty with Tarn'],
    [
      'an editor of the source who denies',
      'We will sign the treaty with Tarn',
      'We will [not] sign the treaty with Tarn',
    ],
    [
      'an editor who denies a word',
      'The bridge of Tarn is [un]safe for lorries',
      'The bridge of Tarn is safe for lorries',
    ],
    [
      'an editor who takes a denial away',
      'We have [often] signed a treaty with Tarn',
      'We have never signed a treaty with Tarn',
    ],
    [
      'an editor who gives another number',
      'Some [216] tanks crossed the border of Tarn',
      'Some 206 tanks crossed the border of Tarn',
    ],
    [
      'a word left out without a mark',
      'We signed the treaty with Tarn',
      'We signed the secret treaty with Tarn',
    ],
    [
      'another unit',
      'The wall along the border of Velm is 12km long',
      'The wall along the border of Velm is 12 miles long',
    ],
    [
      'a cut that leaves "nothing" out',
      'The harbour master saw … of the smugglers',
      'The harbour master saw nothing of the smugglers',
    ],
    [
      'a cut that turns the sense',
      'We … signed the treaty with Tarn',
      'We never signed the treaty with Tarn',
    ],
  ])('%s', (_what, quote, ...parts) => {
    expect(verdictOf(quote, ...parts)).toBe('altered');
  });
});

test('a sentence that is cut out denies its own alone', () => {
  const cut = 'The bridge of Tarn is safe … We counted every bolt';
  expect(verdictOf(cut, 'The bridge of Tarn is safe. No lorry will cross it. We counted every bolt')).toBe(
    'altered-cut',
  );
});

describe('of who is said to have said it', () => {
  const verdictOfSpeaker = (quote: string, ...parts: string[]) =>
    checkQuotation({ quote, speakers: ['speaker'] }, said(...parts)).verdict;

  test.each([
    ['two words in the place of others', 'The worse choir won in Tarn', 'The better choir lost in Tarn'],
    [
      'a denial that is left out',
      'We have to assume that it survived',
      'We have to assume that it did not survive',
    ],
    [
      'a whole clause, and something invented',
      'Farmers can live with that, and I have seen the ships of Velm burn',
      'Farmers can live with that. The rest is for the mayor to say.',
    ],
  ])('%s alters', (_what, quote, source) => {
    expect(verdictOfSpeaker(quote, source)).toBe('altered');
  });

  test('a short sentence of words that say something is long enough', () => {
    expect(verdictOfSpeaker('We failed our customers', 'We failed our customers. We regret it.')).toBe(
      'verbatim',
    );
    expect(verdictOfSpeaker('We will win', 'We will win. We always do.')).toBe('too-short');
  });
});

describe('what seems to deny and does not', () => {
  test.each([
    [
      'a verb that denies, denied in both',
      'Neither pump had failed before the lorry struck the bridge in Tarn',
      'The pumps had not failed, and the lorry struck the bridge in Tarn',
    ],
    [
      'what is no longer, and is abolished',
      'The toll on the bridge of Tarn will no longer be paid by miners',
      'The toll on the bridge of Tarn will be abolished for miners',
    ],
    [
      'what would not be done again, and was a mistake',
      'Having looked at the ledgers once more, the mayor conceded that the sale of the harbour had been an error and said sorry to the miners',
      'I have looked at the ledgers again and I would not sell that harbour today. I made a mistake, and I apologise to the miners',
    ],
    [
      'a condition',
      'The owner will resign if an inquiry finds that output came before the safety of miners',
      'We have never put production before the safety of miners. If the inquiry shows otherwise, I will resign.',
    ],
    [
      'a denial in the next sentence',
      'The rider was tested often this season and never swallowed anything',
      'I was tested often this season, and I am asked whether I swallowed anything. I did not.',
    ],
    [
      'a denial that is of another part of the sentence',
      'Within five years the lagoon would be poisoned by the mine',
      'The mine would poison the lagoon within five years and the compensation would not buy a single boat',
    ],
    [
      'a denial by "before anyone"',
      'Nobody had read the licence of the mine when it was signed',
      'The licence of the mine was signed before anyone had read it',
    ],
    [
      'a word that is denied, and its contrary',
      'The airport will not reopen for Easter unless the operator proves that its generator works',
      'Unless the operator can prove by Friday that the generator works, the airport stays shut over Easter',
    ],
  ])('%s', (_what, quote, source) => {
    expect(verdictOf(quote, source)).not.toBe('not-in-the-record');
  });
});

describe('what a paraphrase may say otherwise', () => {
  test.each([
    [
      'a share in other numbers',
      'Less than two per cent of the pilots in Tarn are ill',
      'Fewer than one pilot in fifty is ill in Tarn',
    ],
    [
      'a comparison the other way round',
      'Leaking pipes in Tarn waste more water each week than the brewery needs',
      'The brewery uses less water in a week than Tarn loses through its pipes',
    ],
    [
      'a denial of a verb that denies',
      'Vaccinated people can still spread the virus among patients',
      'The vaccine does not stop patients from passing the virus on',
    ],
    [
      'a verb and its particle in one word',
      'Because of smuggled umbrellas the governor has resigned',
      'The governor of Tarn stepped down over the smuggling of umbrellas',
    ],
  ])('%s', (_what, quote, source) => {
    expect(verdictOf(quote, source)).toBe('paraphrase');
  });

  test.each([
    [
      'other decimals',
      'The policy rate was put at 3.5 per cent by the bank of Tarn',
      'The bank of Tarn left the policy rate unchanged at 3.75 per cent',
    ],
    [
      'the contrary of a comparison',
      'Leaking pipes in Tarn waste less water each week than the brewery needs',
      'The brewery uses less water in a week than Tarn loses through its pipes',
    ],
    [
      'the contrary by "un"',
      'Most of those who died in Tarn had been vaccinated',
      'The dead of Tarn were all unvaccinated',
    ],
    [
      'what is with it and without it',
      'The negotiators from Tarn greeted one another with a handshake when they met in the harbour',
      'The delegations of Tarn met face to face in the harbour for the first time, without a handshake',
    ],
    [
      'what is called a lie',
      'The ministry concedes that the miners of Tarn had been warned about the gas',
      'It is a lie that the miners of Tarn were warned about the gas by this ministry',
    ],
  ])('but not %s', (_what, quote, source) => {
    expect(verdictOf(quote, source)).toBe('not-in-the-record');
  });
});

describe('a report of what a speaker says', () => {
  const verdictOfSpeaker = (quote: string, source: string) =>
    checkQuotation({ quote, speakers: ['speaker'] }, said(source)).verdict;

  test.each([
    [
      'names the speaker, and that it was conceded',
      'The crown prosecutor contended that a forger had been at work',
      'This is the work of a forger, and not of a good one.',
    ],
    [
      'gives the same number',
      'The government survived with a majority of seventeen',
      'The ayes were ahead by seventeen, so that the government continues',
    ],
  ])('%s', (_what, quote, source) => {
    expect(verdictOfSpeaker(quote, source)).toBe('paraphrase');
  });
});

describe('a speaker who said the contrary in words that are nearer', () => {
  const of = (id: string, speaker: string, text: string): RecordedStatement => ({
    ...said(text)[0]!,
    id,
    speakers: [speaker],
  });
  const quote = 'Passengers were in grave danger for several minutes';
  const contrary = of('contrary', 'boatman', 'At no point were passengers in danger.');
  const near = 'A passenger has a few minutes to leave a ferry, and the peril is great.';
  const speakers = ['boatman', 'purser'];

  test('is not confirmed by what is less near', () => {
    const { verdict } = checkQuotation({ quote, speakers }, [contrary, of('near', 'boatman', near)]);
    expect(verdict).toBe('not-in-the-record');
  });

  test('denies nothing of another', () => {
    const { verdict, findings } = checkQuotation({ quote, speakers }, [contrary, of('near', 'purser', near)]);
    expect(verdict).toBe('paraphrase');
    expect(findings.map(({ statement }) => statement.id)).toEqual(['near']);
  });

  test('denies nothing of other days', () => {
    const said = { earliest: '2030-01-01', latest: '2030-01-01' };
    const { verdict } = checkQuotation({ quote, speakers, from: '2031-01-01' }, [
      { ...contrary, said },
      of('near', 'boatman', near),
    ]);
    expect(verdict).toBe('paraphrase');
  });
});

test('a cut of what makes it stronger keeps the sense', () => {
  const apology = 'I apologise without reservation to the families of Tarn';
  expect(verdictOf('I apologise … to the families of Tarn', apology)).toBe('altered-cut');
});

test('words that stand all over a text are no other order of it', () => {
  const scattered =
    'The lights of the ministry were never moved, and on Friday the writing on the wall of the runway went down to half of it as they were out';
  expect(verdictOf('The lights on the runway never went out', scattered)).not.toBe('altered');
});

test('a condition that follows at once turns the sense', () => {
  const record = said('The mayor may have the bridge when he has paid for it');
  const { verdict, findings } = checkQuotation({ quote: 'The mayor may have the bridge' }, record);
  expect(verdict).toBe('verbatim');
  expect(findings[0]!.warnings).toMatchObject([
    { code: 'sense-turned', text: expect.stringMatching(/^when he/) },
  ]);
});

test('a paraphrase is looked for by other forms of its words, and by numbers in words and in digits', () => {
  const query = searchQuery('34 teachers resigned');
  for (const word of ['"teachers"', '"teacher"^', '"thirty four"^', '"resign"^', '"resigning"^'])
    expect(query).toContain(word);
});

test('a word that is the name of a property is a word', () => {
  expect(verdictOf('Each constructor paid 5 umbrellas', 'Each constructor paid five umbrellas')).toBe(
    'verbatim',
  );
  expect(verdictOf('Each constructor paid 5 umbrellas', 'Each sailor paid five umbrellas to Tarn')).toBe(
    'altered',
  );
});

test('a quotation without a word is looked for nowhere', () => {
  expect(searchQuery('“…”')).toBeUndefined();
  expect(verdictOf('“…”', 'We signed the treaty')).toBe('too-short');
});

test('a quotation of two people names both statements', () => {
  const { verdict, joined } = checkQuotation(
    { quote: 'Eight ships with grain are on their way, and we have seed for one more sowing' },
    record,
  );
  expect(verdict).toBe('altered');
  expect(joined.map(({ statement }) => statement.id).sort()).toEqual(['harvest-aid', 'harvest-fail']);
});

describe('what one outlet prints as it is, and another contradicts', () => {
  const printed = (...texts: [text: string, quoted?: string][]): RecordedStatement[] => [
    {
      ...said('')[0]!,
      renderings: texts.map(([text, quoted], nth) => ({
        ...{ id: `said-${nth}`, articleId: `article-${nth}`, parts: [text] },
        ...(quoted === undefined
          ? { quoteType: 'direct' as const, quoted: [] }
          : { quoteType: 'mixed' as const, quoted: [quoted] }),
      })),
    },
  ];
  const warned = (quote: string, statements: RecordedStatement[]) =>
    checkQuotation({ quote }, statements).findings[0]!.warnings.map(({ code }) => code);

  test.each([
    ['within', 'We counted nine wolves by the river'],
    ['at its end', 'We counted nine'],
    ['at its beginning', 'nine wolves by the river last night'],
  ])('differs %s', (_where, quote) => {
    const statements = printed(
      ['We counted nine wolves by the river last night'],
      ['We counted eleven wolves by the river last night'],
    );
    expect(warned(quote, statements)).toEqual(['outlets-differ']);
  });

  test('does not differ where the other outlet tells the rest in its own words', () => {
    const statements = printed(
      ['Our hunters went out and counted nine wolves by the river last night'],
      [
        'the hunters of Tarn had seen “nine wolves by the river last night”',
        'nine wolves by the river last night',
      ],
    );
    expect(warned('and counted nine wolves by the river last night', statements)).toEqual([]);
  });

  test('does not differ from what says the same in other words', () => {
    const statements = printed(
      ['We counted nine wolves by the river last night'],
      ['We counted nine wolves beside the stream last night'],
    );
    expect(warned('Last night nine wolves were counted next to the river', statements)).toEqual([]);
  });
});

test('the same words of two days are both shown', () => {
  const { findings } = checkQuotation(
    { quote: 'We trust the shepherds on both sides of the river', speakers: ['liska-amon'] },
    record,
  );
  expect(findings.map(({ statement, verdict }) => [statement.id, verdict])).toEqual([
    ['border-trust', 'verbatim'],
    ['border-trust-again', 'verbatim'],
  ]);
});

import { beforeAll, describe, expect, test } from 'vitest';
import { expectSpansOf, ids, idsOfAllPages, withParameters } from '../support/lists.ts';
import { testService } from '../support/service.ts';

const service = testService();
const list = (parameters: Record<string, string | number | string[]> = {}) =>
  ids(service, '/v1/statements', parameters);

const DATED = ['trump-calls-pakistan-dangerous'];
const UNDATED = [
  'weinbaum-us-priorities-change-quickly',
  'weinbaum-us-policy-unpredictable',
  'two-smart-people-stopped-war',
  'trump-thanks-munir',
  'rumi-tactical-romance',
  'rumi-institutionalize-relationship',
  'rumi-codify-alliance',
  'pakistan-praised-for-arrests',
  'kurilla-pakistan-phenomenal-partner',
  'kurilla-pakistan-counterterrorism-role',
  'kurilla-need-for-cooperation',
  'kurilla-coordination-led-to-success',
];
const ALL = [...DATED, ...UNDATED];

/** The statements of the list that are named, in its order. */
const inOrder = (...named: string[]) => {
  expect(ALL).toEqual(expect.arrayContaining(named));
  return ALL.filter((id) => named.includes(id));
};
const except = (...named: string[]) => ALL.filter((id) => !named.includes(id));
const startingWith = (...starts: string[]) =>
  ALL.filter((id) => starts.some((start) => id.startsWith(start)));

const OF_KURILLA = startingWith('kurilla-');
const OF_ANALYSTS = startingWith('weinbaum-', 'rumi-');
const OF_TRUMP = inOrder(
  'trump-calls-pakistan-dangerous',
  'two-smart-people-stopped-war',
  'trump-thanks-munir',
);
const PRAISE = inOrder(
  'two-smart-people-stopped-war',
  'trump-thanks-munir',
  'pakistan-praised-for-arrests',
  'kurilla-pakistan-phenomenal-partner',
);
const REQUESTS = inOrder(
  'rumi-institutionalize-relationship',
  'rumi-codify-alliance',
  'kurilla-need-for-cooperation',
);
const CRITICISM = startingWith('trump-calls-', 'weinbaum-');

let text: string;
beforeAll(async () => {
  text = (await service.get('/v1/articles/shifting-sands')).body.text;
});

describe('all statements', () => {
  test('are listed with the dated ones first, newest or oldest first', async () => {
    expect(await list({ limit: 500 })).toEqual(ALL);
    expect(await list({ limit: 500, sort: 'newest' })).toEqual(ALL);
    expect(await list({ limit: 500, sort: 'oldest' })).toEqual([...DATED, ...UNDATED.toReversed()]);
  });

  test('carry evidence that is the text of the article, to the character', async () => {
    const { body } = await service.get('/v1/statements?limit=500');
    expect(expectSpansOf(text, body)).toBeGreaterThan(3 * ALL.length);
    for (const { quotations } of body.items) {
      expect(quotations.length).toBeGreaterThan(0);
      for (const { attributions } of quotations) expect(attributions.length).toBeGreaterThan(0);
    }
  });
});

describe('each parameter by its effect', () => {
  test.each<[Record<string, string | string[]>, string[]]>([
    [{ speaker: 'michael-kurilla' }, OF_KURILLA],
    [{ speaker: 'donald-trump' }, OF_TRUMP],
    [{ speaker: 'united-states' }, []],
    [{ speaker: 'liam' }, []],
    [{ about: 'pakistan' }, except('weinbaum-us-policy-unpredictable', 'two-smart-people-stopped-war')],
    [{ about: 'united-states' }, [...OF_ANALYSTS, 'kurilla-need-for-cooperation']],
    [{ about: 'donald-trump' }, ['weinbaum-us-policy-unpredictable']],
    [{ about: 'pakistan-armed-forces' }, ['kurilla-coordination-led-to-success']],
    [{ about: 'india' }, ['trump-thanks-munir']],
    [{ about: 'india', aboutAs: 'topic' }, ['trump-thanks-munir']],
    [{ about: 'india', aboutAs: 'target' }, []],
    [{ about: 'india', polarity: 'positive' }, []],
    [{ about: 'india', polarity: 'positive', aboutAs: 'any' }, ['trump-thanks-munir']],
    [{ about: 'india', act: '051' }, ['trump-thanks-munir']],
    [{ about: 'india', act: '051', aboutAs: 'target' }, []],
    [{ about: 'india', polarity: 'positive', aboutAs: 'topic' }, ['trump-thanks-munir']],
    [
      { about: 'pakistan', aboutAs: 'topic' },
      inOrder(
        'weinbaum-us-priorities-change-quickly',
        'trump-thanks-munir',
        'rumi-tactical-romance',
        'kurilla-pakistan-counterterrorism-role',
        'kurilla-coordination-led-to-success',
      ),
    ],
    [{ aboutAs: 'topic' }, except('trump-calls-pakistan-dangerous', ...REQUESTS)],
    [{ about: 'pakistan', polarity: 'negative' }, ['trump-calls-pakistan-dangerous']],
    [{ contested: 'true' }, ['two-smart-people-stopped-war']],
    [{ contested: 'false' }, except('two-smart-people-stopped-war')],
    [{ unattributed: 'true' }, ['pakistan-praised-for-arrests']],
    [{ unattributed: 'false' }, except('pakistan-praised-for-arrests')],
    [{ unattributed: 'true', attribution: 'any' }, ['pakistan-praised-for-arrests']],
    [{ unattributed: 'false', attribution: 'any' }, except('pakistan-praised-for-arrests')],
    [{ about: 'war-not-kept-going' }, ['two-smart-people-stopped-war']],
    [{ about: 'trump-munir-meeting-2025' }, ['trump-thanks-munir']],
    [{ speakerRole: 'leader' }, OF_TRUMP],
    [{ speakerRole: 'analyst' }, OF_ANALYSTS],
    [{ speakerRole: 'official' }, startingWith('weinbaum-')],
    [{ speakerRole: 'military' }, OF_KURILLA],
    [{ speakerRole: 'journalist' }, []],
    [{ act: '051' }, PRAISE],
    [{ act: '05' }, PRAISE],
    [{ act: 'SUPPORT' }, PRAISE],
    [{ act: 'support' }, PRAISE],
    [{ act: 'praise' }, PRAISE],
    [{ act: 'Praise or endorse' }, PRAISE],
    [{ act: 'criticize' }, CRITICISM],
    [{ act: 'criticise' }, CRITICISM],
    [{ act: 'CRITICISE or denounce' }, CRITICISM],
    [{ act: ['praise', 'CRITICIZE'] }, inOrder(...PRAISE, ...CRITICISM)],
    [{ act: ['05', '051'] }, PRAISE],
    [{ act: 'REQUEST' }, REQUESTS],
    [{ act: '02' }, REQUESTS],
    [{ act: '01' }, startingWith('rumi-tactical', 'kurilla-pakistan-counter', 'kurilla-coordination')],
    [{ act: ['051', '111'] }, inOrder(...PRAISE, ...CRITICISM)],
    [{ act: ['111', 'request'] }, inOrder(...CRITICISM, ...REQUESTS)],
    [{ act: '15' }, []],
    [{ polarity: 'positive' }, inOrder(...PRAISE, ...REQUESTS, 'kurilla-coordination-led-to-success')],
    [{ polarity: 'negative' }, inOrder(...CRITICISM, 'rumi-tactical-romance')],
    [{ polarity: 'neutral' }, ['kurilla-pakistan-counterterrorism-role']],
    [{ quoteType: 'mixed' }, inOrder('trump-calls-pakistan-dangerous', 'rumi-tactical-romance')],
    [
      { quoteType: 'direct' },
      inOrder(
        ...startingWith('weinbaum-'),
        'two-smart-people-stopped-war',
        'trump-thanks-munir',
        'rumi-tactical-romance',
        'kurilla-pakistan-phenomenal-partner',
      ),
    ],
    [
      { quoteType: 'indirect' },
      except('trump-calls-pakistan-dangerous', 'two-smart-people-stopped-war', 'rumi-tactical-romance'),
    ],
    [{ article: 'shifting-sands' }, ALL],
    [{ article: 'no-such-article' }, []],
    [{ minConfidence: '0' }, ALL],
    [{ minConfidence: '0.5' }, except('trump-calls-pakistan-dangerous', 'pakistan-praised-for-arrests')],
    [{ minConfidence: '0.7' }, except('trump-calls-pakistan-dangerous', 'pakistan-praised-for-arrests')],
    [
      { minConfidence: '0.95' },
      inOrder(
        'weinbaum-us-policy-unpredictable',
        'trump-thanks-munir',
        'rumi-institutionalize-relationship',
        'kurilla-pakistan-phenomenal-partner',
        'kurilla-pakistan-counterterrorism-role',
        'kurilla-need-for-cooperation',
      ),
    ],
    [{ minConfidence: '1.0' }, []],
  ])('%o', async (parameters, expected) => {
    expect(await list(parameters)).toEqual(expected);
  });

  test('the speaker is that of the preferred attribution, of any, or of a contested one', async () => {
    expect(await list({ speaker: 'michael-kurilla', attribution: 'preferred' })).toEqual(OF_KURILLA);
    expect(await list({ speaker: 'michael-kurilla', attribution: 'any' })).toEqual(
      inOrder('two-smart-people-stopped-war', ...OF_KURILLA),
    );
    expect(await list({ speaker: 'michael-kurilla', attribution: 'any', contested: 'true' })).toEqual([
      'two-smart-people-stopped-war',
    ]);
    expect(await list({ speaker: 'marvin-weinbaum', contested: 'true' })).toEqual([]);
    expect(await list({ attribution: 'any' })).toEqual(ALL);
    expect(await list({ speakerRole: 'military', attribution: 'any' })).toEqual(
      inOrder('two-smart-people-stopped-war', ...OF_KURILLA),
    );
    expect(await list({ speakerRole: 'leader', contested: 'true' })).toEqual([
      'two-smart-people-stopped-war',
    ]);
  });
});

describe('names and aliases', () => {
  const ABOUT_US = [...OF_ANALYSTS, 'kurilla-need-for-cooperation'];

  test.each([
    'United States',
    'the US',
    'US',
    'us',
    'U.S.',
    'the U.S.',
    'THE UNITED STATES',
    'Washington',
    'washington',
    'America',
    'the US government',
    '  United   States ',
    'USA',
  ])('about=%s', async (about) => {
    expect(await list({ about })).toEqual(ABOUT_US);
  });

  test.each([
    'Kurilla',
    'KURILLA',
    'General Michael E. Kurilla',
    'general michael e kurilla',
    'Gen. Kurilla',
  ])('speaker=%s', async (speaker) => {
    expect(await list({ speaker })).toEqual(OF_KURILLA);
  });

  test('an organization, a metonym and a title', async () => {
    expect(await list({ about: 'CENTCOM' })).toEqual([]);
    expect(await list({ about: 'Islamabad' })).toEqual(await list({ about: 'pakistan' }));
    expect(await list({ about: 'General Munir' })).toEqual(['trump-thanks-munir']);
    expect(await list({ about: 'gen munir' })).toEqual(['trump-thanks-munir']);
    expect(await list({ about: 'the US government', speaker: 'Rumi' })).toEqual(startingWith('rumi-'));
  });

  test('the same name in two parameters', async () => {
    expect(await list({ speaker: 'Trump', about: 'Trump' })).toEqual([]);
    expect(await list({ speaker: 'Kurilla', about: 'Kurilla', attribution: 'any' })).toEqual([]);
  });
});

describe('days', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['the year', { saidFrom: '2018-01-01', saidTo: '2018-12-31' }, DATED],
    ['a day within it: intervals overlap', { saidFrom: '2018-06-15', saidTo: '2018-06-15' }, DATED],
    ['its first day', { saidTo: '2018-01-01' }, DATED],
    ['its last day', { saidFrom: '2018-12-31' }, DATED],
    ['the day before', { saidTo: '2017-12-31' }, []],
    ['the day after', { saidFrom: '2019-01-01' }, []],
    ['an interval around it', { saidFrom: '0001-01-01', saidTo: '9999-12-31' }, DATED],
    ['undated ones beside it', { saidFrom: '2018-01-01', undated: 'include' }, ALL],
    ['undated ones alone', { saidFrom: '2019-01-01', undated: 'include' }, UNDATED],
    ['undated ones up to a day', { saidTo: '2017-12-31', undated: 'include' }, UNDATED],
    ['no undated ones', { saidFrom: '2018-01-01', undated: 'exclude' }, DATED],
    ['no undated ones where no day is given', { undated: 'exclude' }, DATED],
    ['undated ones without days', { undated: 'only' }, UNDATED],
    ['reported: the article has no date', { reportedFrom: '1900-01-01' }, []],
    ['reported: the article has no date', { reportedTo: '2100-01-01' }, []],
  ])('%s: %o', async (_name, parameters, expected) => {
    expect(await list(parameters)).toEqual(expected);
    const oldest = await list({ ...parameters, sort: 'oldest' });
    expect(oldest.toSorted()).toEqual(expected.toSorted());
  });
});

describe('full text', () => {
  test.each<[string, string[]]>([
    ['counterterrorism', startingWith('kurilla-pakistan-')],
    ['phenomenal partner', ['kurilla-pakistan-phenomenal-partner']],
    ['partner phenomenal', ['kurilla-pakistan-phenomenal-partner']],
    ['"phenomenal partner"', ['kurilla-pakistan-phenomenal-partner']],
    ['"partner phenomenal"', []],
    ['COUNTERTERRORISM "PHENOMENAL PARTNER"', ['kurilla-pakistan-phenomenal-partner']],
    ['essential', ['kurilla-pakistan-phenomenal-partner']],
    ['security lens', ['rumi-tactical-romance']],
    ['zebra', []],
    ['phenomenal zebra', []],
    ['war [with India]', ['trump-thanks-munir']],
  ])('%s', async (q, expected) => {
    expect(await list({ q })).toEqual(expected);
  });

  test.each([
    'a AND (',
    'partner AND',
    'OR partner',
    'NOT partner',
    'text:partner',
    'partner~2',
    'partner^9',
    'part*',
    '*artner',
    '[a TO b]',
    '{a TO b}',
    'exact:"x',
    '"phenomenal partner',
    'a\\',
    '\\u0041',
    '/x/',
    'partner && x',
    '+partner -x',
    'a'.repeat(200),
    '🙂 partner',
    "it's",
    '’s',
    '²',
    'ﬁ',
  ])('%s holds no operator and breaks nothing', async (q) => {
    await list({ q });
  });

  test.each(['"', '""', '+', '\\', '*', '?', '(', '&&', '!', '- -', '“”', '🙂'])(
    '%s holds nothing to search for',
    async (q) => {
      const { status, body } = await service.get(withParameters('/v1/statements', { q }));
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ parameter: 'q', expected: 'a word or a number to look for' }]);
    },
  );

  test('an operator of Lucene is no operator', async () => {
    expect(await list({ q: 'phenomenal OR zebra' })).toEqual([]);
    expect(await list({ q: 'phenom*' })).toEqual([]);
    expect(await list({ q: 'phenomenal -partner' })).toEqual(['kurilla-pakistan-phenomenal-partner']);
  });
});

describe('combinations', () => {
  test.each<[Record<string, string>, string[]]>([
    [{ speaker: 'Kurilla', about: 'Pakistan' }, OF_KURILLA],
    [{ speaker: 'Kurilla', about: 'the US' }, ['kurilla-need-for-cooperation']],
    [{ speaker: 'Kurilla', about: 'Pakistan', act: '051' }, ['kurilla-pakistan-phenomenal-partner']],
    [{ speaker: 'Trump', polarity: 'negative' }, ['trump-calls-pakistan-dangerous']],
    [{ speaker: 'Trump', saidFrom: '2018-01-01' }, DATED],
    [{ speaker: 'Trump', saidFrom: '2018-01-01', undated: 'include' }, OF_TRUMP],
    [
      { about: 'Pakistan', speakerRole: 'analyst' },
      inOrder('weinbaum-us-priorities-change-quickly', ...startingWith('rumi-')),
    ],
    [{ about: 'Pakistan', q: 'phenomenal' }, ['kurilla-pakistan-phenomenal-partner']],
    [{ about: 'the US', q: 'phenomenal' }, []],
    [{ speaker: 'Kurilla', q: 'counterterrorism' }, startingWith('kurilla-pakistan-')],
    [{ speaker: 'Trump', q: 'counterterrorism' }, []],
    [{ speaker: 'Kurilla', attribution: 'any', q: 'war' }, ['two-smart-people-stopped-war']],
    [{ article: 'shifting-sands', q: 'war' }, inOrder('two-smart-people-stopped-war', 'trump-thanks-munir')],
    [{ article: 'no-such-article', q: 'war' }, []],
    [{ article: 'shifting-sands', speaker: 'Rumi', about: 'Pakistan' }, startingWith('rumi-')],
    [{ article: 'shifting-sands', contested: 'true', speaker: 'Trump' }, ['two-smart-people-stopped-war']],
    [{ article: 'shifting-sands', saidFrom: '2018-05-05', saidTo: '2018-05-05' }, DATED],
    [
      { act: '051', quoteType: 'direct', minConfidence: '0.8' },
      inOrder('trump-thanks-munir', 'kurilla-pakistan-phenomenal-partner'),
    ],
    [
      { about: 'war-not-kept-going', speaker: 'Kurilla', attribution: 'any', contested: 'true' },
      ['two-smart-people-stopped-war'],
    ],
    [
      {
        speaker: 'Kurilla',
        about: 'Pakistan',
        speakerRole: 'military',
        act: 'SUPPORT',
        polarity: 'positive',
        quoteType: 'indirect',
        saidFrom: '2000-01-01',
        undated: 'include',
        article: 'shifting-sands',
        q: 'partner',
        attribution: 'any',
        minConfidence: '0.9',
        sort: 'oldest',
        limit: '10',
      },
      ['kurilla-pakistan-phenomenal-partner'],
    ],
  ])('%o', async (parameters, expected) => {
    expect(await list(parameters)).toEqual(expected);
  });
});

describe('pages', () => {
  const lists: Record<string, string>[] = [
    {},
    { about: 'pakistan' },
    { speaker: 'Kurilla' },
    { speaker: 'Kurilla', about: 'pakistan' },
    { speaker: 'Kurilla', attribution: 'any' },
    { contested: 'true' },
    { article: 'shifting-sands' },
    { q: 'Pakistan' },
    { saidFrom: '2018-01-01', undated: 'include' },
    { saidTo: '2018-12-31', undated: 'include', polarity: 'negative' },
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
        const first = withParameters('/v1/statements', { ...parameters, limit });
        expect(await idsOfAllPages(service, first, limit), first).toEqual(whole);
      }
    },
    120_000,
  );

  test('a cursor goes on with another limit, and with another name of the same entity', async () => {
    const { body } = await service.get('/v1/statements?about=Pakistan&limit=2');
    const whole = await list({ about: 'pakistan' });
    expect(await list({ about: 'Islamabad', limit: 3, cursor: body.next })).toEqual(whole.slice(2, 5));
  });

  test('the Link header keeps the parameters of the request', async () => {
    const { headers, body } = await service.get('/v1/statements?about=the+US&q=%22US%22&limit=1');
    expect(headers.link).toBe(
      `</v1/statements?about=the+US&q=%22US%22&limit=1&cursor=${body.next}>; rel="next"`,
    );
  });

  test('a list of 50 by default, and no Link header at its end', async () => {
    const { headers, body } = await service.get('/v1/statements');
    expect(body.next).toBeNull();
    expect(headers.link).toBeUndefined();
  });
});

describe('one statement', () => {
  test('is the item of the list, with the events it was said at and its variants', async () => {
    const { body } = await service.get('/v1/statements?limit=500');
    for (const item of body.items) {
      const { saidAt, variants, ...same } = (await service.get(`/v1/statements/${item.id}`)).body;
      expect(same).toEqual(item);
      const others = item.quotations.map(
        ({ evidence }: { evidence: { exact: string }[] }) => evidence[0]!.exact,
      );
      expect(variants.toSorted()).toEqual(others.filter((exact: string) => exact !== item.text).toSorted());
      expect(saidAt).toEqual(expect.any(Array));
    }
  });

  test('has its renderings as variants', async () => {
    const { body } = await service.get('/v1/statements/trump-thanks-munir');
    expect(body.variants).toEqual(['Munir for his part in lowering tensions between Pakistan and India']);
    expect(body.text).toBe(
      'The reason I had him here was that I wanted to thank him for not going into the war [with India]',
    );
    expect(body.quotations.map(({ quoteType }: { quoteType: string }) => quoteType)).toEqual([
      'indirect',
      'direct',
    ]);
  });

  test('names the events that it was said at', async () => {
    const { body } = await service.get('/v1/statements/pakistan-praised-for-arrests');
    expect(body.saidAt).toEqual([
      {
        id: 'trump-munir-meeting-2025',
        name: 'President Trump and General Munir meet at the White House',
        type: 'Event',
      },
    ]);
  });

  test('that is not there is a 404', async () => {
    const { status, body } = await service.get('/v1/statements/no-such-statement');
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'not-found', detail: 'Nothing has the id "no-such-statement".' });
  });
});

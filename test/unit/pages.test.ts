import { describe, expect, test } from 'vitest';
import { statementFilters } from '../../src/endpoints/statement-filters.ts';
import { html } from '../../src/pages/html.ts';
import { citationsOf } from '../../src/pages/parts/cite.ts';
import { dateText } from '../../src/pages/parts/dates.ts';
import { type MarkedSpan, paragraphsOf, segmentsOf, within } from '../../src/pages/parts/segments.ts';
import { sentenceOf } from '../../src/pages/parts/sentence.ts';
import { webUrl } from '../../src/pages/parts/urls.ts';

const span = (id: string, start: number, end: number, kind: MarkedSpan['kind'] = 'fact'): MarkedSpan => ({
  id,
  kind,
  start,
  end,
});

const shown = (text: string, spans: MarkedSpan[]) =>
  segmentsOf(text, spans).map((segment) => [segment.text, segment.under.map(({ id }) => id).join('')]);

describe('a text with marks', () => {
  test('is cut where a span begins or ends, so that spans may overlap in any way', () => {
    expect(shown('abcdef', [span('1', 0, 4), span('2', 2, 6), span('3', 2, 3)])).toEqual([
      ['ab', '1'],
      ['c', '123'],
      ['d', '12'],
      ['ef', '2'],
    ]);
  });

  test('counts code points, of which some take two units', () => {
    expect(shown('🙂a🙂b', [span('1', 1, 3)])).toEqual([
      ['🙂', ''],
      ['a🙂', '1'],
      ['b', ''],
    ]);
  });

  test('leaves out what is empty, and ends what goes on beyond the text', () => {
    expect(shown('abc', [span('1', 1, 1), span('2', 2, 99), span('3', 50, 60)])).toEqual([
      ['ab', ''],
      ['c', '2'],
    ]);
  });

  test('takes ten thousand spans, all over the same words, in a short time', () => {
    const spans = Array.from({ length: 10_000 }, (_, nth) => span(`e-${nth}`, nth, 20_000 - nth));
    const began = process.cpuUsage();
    const segments = segmentsOf('x'.repeat(20_000), spans);
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1000);
    expect(segments).toHaveLength(19_999);
    expect(Math.max(...segments.map(({ under }) => under.length))).toBe(8);
  });

  test('is made of paragraphs, and a span over two of them lies in both', () => {
    const text = 'one\n\ntwo 🙂\nstill two\n \n\nthree\n';
    const paragraphs = paragraphsOf(text);
    expect(paragraphs.map(({ text: words }) => words.trim())).toEqual(['one', 'two 🙂\nstill two', 'three']);
    const points = [...text];
    for (const { text: words, start, end } of paragraphs)
      expect(points.slice(start, end).join('')).toBe(words);
    const over = [span('1', 1, 8)];
    expect(
      paragraphs.map((paragraph) => within(over, paragraph).map(({ start, end }) => [start, end])),
    ).toEqual([[[1, 3]], [[0, 3]], []]);
  });
});

test.each([
  ['2018', '2018'],
  ['2025-06', 'June 2025'],
  ['2025-06-18', '18 June 2025'],
  ['2025~', 'about 2025'],
  ['1947?', 'perhaps 1947'],
  ['1947/2025-06', '1947 to June 2025'],
  ['../1947', 'until 1947'],
  ['2019/', 'from 2019'],
  ['0044', '44'],
  ['201X', 'the 2010s'],
  ['{2018,2019}', '{2018,2019}'],
  ['2025-21', '2025-21'],
])('the date %s is read as %s', (edtf, words) => {
  expect(dateText(edtf)).toBe(words);
});

test.each([
  [
    'speakerRole=analyst&about=United States&saidFrom=2025&saidTo=2025',
    'What analysts said about the United States in 2025',
  ],
  [
    'speaker=Kurilla&speaker=Trump&about=India&about=Pakistan&polarity=positive&polarity=negative',
    'What Kurilla or Trump said about India or Pakistan in a friendly or hostile tone',
  ],
  [
    'speaker=Kurilla&speakerRole=official&currentRole=false&act=051&act=111',
    'What Kurilla, among former officials, said by the act “Praise or endorse” or “Criticize or denounce”',
  ],
  [
    'speakerOf=CENTCOM&speakerCountry=United Kingdom&currentRole=true',
    'What people of CENTCOM from the United Kingdom who hold a role now said',
  ],
  ['speakerRole=leader&unattributed=false', 'What leaders who are named said'],
  ['unattributed=true', 'What people who are not named said'],
  [
    'about=Pakistan&aboutAs=topic&quoteType=direct',
    'What was said about Pakistan as a topic in direct quotation',
  ],
  [
    'targetRole=military&targetCountry=Pakistan&contested=false&unnamedTarget=true&minOutlets=2&maxOutlets=2',
    'What was said that is aimed at officers from Pakistan and that has a target without a name and that is not contested and that 2 outlets report',
  ],
  ['q=terror&saidFrom=2018-06-18&saidTo=2018-06-18', 'What was said with the words “terror” on 18 June 2018'],
  ['saidTo=201X&undated=include', 'What was said until the 2010s or without a date'],
  ['undated=only', 'What was said without a date'],
  ['after=the war&before=the peace', 'What was said after the war and before the peace'],
  [
    'publisher=The Gazette&reportedFrom=2025-01',
    'What was said in articles of The Gazette that was reported since January 2025',
  ],
  [
    'onlyOutlet=A&firstOutlet=B&maxOutlets=1',
    'What was said that only A reports and that B reported first and that at most 1 outlet reports',
  ],
  [
    'minConfidence=0.5&flag=unsourced&attribution=any',
    'What was said attributed with at least 50 % confidence and on weak grounds (no source given) (by any attribution)',
  ],
])('the question %s is read as: %s', (asked, words) => {
  expect(sentenceOf(new URLSearchParams(asked), (given) => given)).toBe(words);
});

test('every filter of statements is a part of the sentence, or chooses what is counted', () => {
  const values: Record<string, string> = {
    contested: 'true',
    unattributed: 'true',
    unnamedTarget: 'true',
    undated: 'only',
    aboutAs: 'topic',
    attribution: 'any',
  };
  const silent = Object.keys(statementFilters).filter((name) => {
    const asked = new URLSearchParams({ [name]: values[name] ?? '0.5' });
    return sentenceOf(asked, (given) => given) === sentenceOf(new URLSearchParams(), (given) => given);
  });
  expect(silent).toEqual([]);
});

test('a template escapes text, in attributes too, and takes what templates made as it is', () => {
  const hostile = `"><script>'&`;
  expect(String(html`<p title="${hostile}">${html`<b>${hostile}</b>`}${[hostile, null]}</p>`)).toBe(
    '<p title="&quot;&gt;&lt;script&gt;&#39;&amp;"><b>&quot;&gt;&lt;script&gt;&#39;&amp;</b>&quot;&gt;&lt;script&gt;&#39;&amp;</p>',
  );
});

test('a link leads to a page, and to nothing that runs', () => {
  expect(webUrl('https://example.org/a?b=c')).toBe('https://example.org/a?b=c');
  for (const url of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'ftp://x',
    'https://',
    null,
  ])
    expect(webUrl(url)).toBeUndefined();
});

test('a statement is cited in each style without breaking out of it', () => {
  const article = { id: 'a', title: '100% {true}\n<b>', published: null };
  const statement = {
    id: 'one-two',
    text: '- A_b} *c* <script>',
    said: {
      edtf: '2018',
      earliest: '2018-01-01',
      latest: '2018-12-31',
      basis: 'explicit' as const,
      readings: [],
    },
    act: null,
    speakers: [
      { id: 'x', name: 'X & Y', type: 'Person' as const },
      { id: 'z', name: 'State Department', type: 'Organization' as const },
    ],
    contested: [],
    about: [],
    unnamedTargets: [],
    quotations: [
      {
        id: 'q',
        quoteType: 'direct' as const,
        article,
        match: null,
        evidence: [],
        quoted: [],
        cue: null,
        unnamedTargets: [],
        attributions: [],
      },
    ],
  };
  const texts = Object.fromEntries(
    citationsOf(statement, 'https://record.test').map(({ label, text }) => [label, text]),
  );
  expect(texts.APA).toBe(
    'X & Y & State Department. (2018). “- A_b} *c* <script>” [Statement]. In 100% {true} <b>. On Record. https://record.test/v1/statements/one-two',
  );
  expect(texts.BibTeX).toContain('author = {X \\& Y and {State Department}},');
  expect(texts.BibTeX).toContain(
    'title = {- A\\_b *c* <script>},\n  year = {2018},\n  note = {In 100\\% true <b>},',
  );
  expect(texts.Markdown).toContain('> \\- A\\_b\\} \\*c\\* \\<script\\>');
  expect(texts['To embed in a page']).toContain('<p dir="auto">- A_b} *c* &lt;script&gt;</p>');
});

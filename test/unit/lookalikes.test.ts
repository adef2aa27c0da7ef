import { describe, expect, test } from 'vitest';
import { Anchor, isSpan } from '../../src/ingest/facts/anchor.ts';

const fault = (text: string, quote: Parameters<Anchor['find']>[0]) => {
  const found = new Anchor(text).find(quote);
  if (isSpan(found)) throw new Error('found');
  return found;
};

describe('a quote that only looks like words of the article', () => {
  test.each([
    [
      'a no-break space',
      'We\u00a0agree on it.',
      'We agree',
      'U+00A0 stands where U+0020 was expected',
      '"We\\u00a0agree"',
    ],
    [
      'a narrow one',
      'We\u202fagree on it.',
      'We agree',
      'U+202F stands where U+0020 was expected',
      '"We\\u202fagree"',
    ],
    [
      'a soft hyphen',
      'It is Pak\u00adistan.',
      'Pakistan',
      'U+00AD stands where nothing was expected',
      '"Pak\\u00adistan"',
    ],
    [
      'a next line',
      'We\u0085agree.',
      'We agree',
      'U+0085 stands where U+0020 was expected',
      '"We\\u0085agree"',
    ],
    ['a line break', 'We\nagree.', 'We agree', 'U+000A stands where U+0020 was expected', '"We\\nagree"'],
    ['two spaces', 'We  agree.', 'We agree', 'U+0020 U+0020 stands where U+0020 was expected', '"We  agree"'],
    [
      'a zero-width space',
      'We\u200bagree.',
      'Weagree',
      'U+200B stands where nothing was expected',
      '"We\\u200bagree"',
    ],
    [
      'a mark of direction',
      'We \u200fagree.',
      'We agree',
      'U+200F stands where nothing was expected',
      '"We \\u200fagree"',
    ],
    ['another apostrophe', 'It’s so.', "It's so", "U+2019 ’ stands where U+0027 ' was expected", '"It’s so"'],
    ['another dash', 'so–so it is', 'so-so', 'U+2013 – stands where U+002D - was expected', '"so–so"'],
    [
      'an ellipsis',
      'so… it is',
      'so... it',
      'U+2026 … stands where U+002E . U+002E . U+002E . was expected',
      '"so… it"',
    ],
    [
      'a ligature',
      'the o\ufb03ce says',
      'the office',
      'U+FB03 ﬃ stands where U+0066 f U+0066 f U+0069 i was expected',
      '"the oﬃce"',
    ],
    [
      'a full-width digit',
      'all ２０ of us',
      'all 20',
      'U+FF12 ２ stands where U+0032 2 was expected; U+FF10 ０ stands where U+0030 0 was expected',
      '"all ２０"',
    ],
    [
      'a space of the quote',
      'We agree.',
      'We\u00a0agree',
      'U+0020 stands where U+00A0 was expected',
      '"We agree"',
    ],
    [
      'a soft hyphen of the quote',
      'We agree.',
      'We ag\u00adree',
      'nothing stands where U+00AD was expected',
      '"We agree"',
    ],
    [
      'characters of two units',
      '🎈\u00a0𝔉 agree',
      '🎈 𝔉',
      'U+00A0 stands where U+0020 was expected',
      '"🎈\\u00a0𝔉"',
    ],
  ])('because of %s is told which characters differ', (_, text, quote, said, nearest) => {
    const { detail, ...hints } = fault(text, quote);
    expect(detail).toMatch(/^".*" is not in the article: /);
    expect(detail.split(' is not in the article: ')[1]).toBe(said);
    expect(hints).toEqual({ expected: 'words of the article, to the character', nearest });
    expect(isSpan(new Anchor(text).find(JSON.parse(nearest)))).toBe(true);
  });

  test('shows what nobody sees in the quote, too', () => {
    expect(fault('We agree.', 'We\u00a0agree').detail).toMatch(/^"We\\u00a0agree" is not/);
  });

  test('says of a prefix what differs in it', () => {
    const { detail, nearest } = fault('so we\u00a0agree, and they agree', {
      exact: 'agree',
      prefix: 'so we ',
    });
    expect(detail).toContain('not with this prefix and suffix: U+00A0 stands where U+0020 was expected');
    expect(nearest).toBe('"so we\\u00a0agree"');
  });

  test('says five differences, and how many more there are', () => {
    const spaces = ['\u00a0', '\u2002', '\u2003', '\u2004', '\u2005', '\u2006', '\u2007'];
    expect(fault(`a${spaces.map((space) => `${space}b`).join('')}`, 'a b b b b b b b').detail).toMatch(
      /; and 2 more$/,
    );
  });

  test('looks like nothing where other words stand', () => {
    expect(fault('We agree.', 'They differ').detail).toBe('"They differ" is not in the article');
  });
});

describe('a line break', () => {
  const systems = [
    ['Unix', '\n'],
    ['Windows', '\r\n'],
    ['an old Macintosh', '\r'],
  ] as const;
  for (const [article, end] of systems) {
    test.each(systems)(`of ${article} is found by a quote with that of %s`, (_, other) => {
      const text = `🎈 “We agree.${end}${end}We always did,” she said.${end}End`;
      const anchor = new Anchor(text);
      for (const quote of [
        `We agree.${other}${other}We always did`,
        { exact: `We agree.${other}${other}We always did`, prefix: '“', suffix: ',”' },
        { exact: 'We always did', prefix: `agree.${other}${other}` },
        { exact: 'she said.', suffix: `${other}End` },
      ]) {
        const span = anchor.find(quote);
        if (!isSpan(span)) throw new Error(span.detail);
        const points = Array.from(text);
        expect(span.exact).toBe(points.slice(span.start, span.end).join(''));
        expect(span.prefix).toBe(points.slice(Math.max(0, span.start - 32), span.start).join(''));
        expect(span.suffix).toBe(points.slice(span.end, span.end + 32).join(''));
        const wanted = typeof quote === 'string' ? quote : quote.exact;
        expect(span.exact.replaceAll(/\r\n?/g, '\n')).toBe(wanted.replaceAll(/\r\n?/g, '\n'));
      }
    });
  }
});

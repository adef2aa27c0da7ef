import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Anchor, type AnchorFailure, isSpan, type Span } from '../../src/ingest/facts/anchor.ts';

const TEXT =
  'Tbilisi 🌍 spoke. “Ports first,” she said. 📦 “Ports first,” she said 𝔉 again. USA and US.\nEnd';
const anchor = new Anchor(TEXT);

/** What stands between two offsets in code points. */
const cut = (text: string, { start, end }: Span) => Array.from(text).slice(start, end).join('');

function span(found: Span | AnchorFailure): Span {
  if (!isSpan(found)) throw new Error(found.detail);
  return found;
}

function failure(found: Span | AnchorFailure): AnchorFailure {
  if (isSpan(found)) throw new Error(`found ${JSON.stringify(found)}`);
  return found;
}

describe('a quote', () => {
  test('that stands once is found, and counted in code points', () => {
    const found = span(anchor.find('spoke'));
    expect(found).toEqual({
      exact: 'spoke',
      prefix: 'Tbilisi 🌍 ',
      suffix: '. “Ports first,” she said. 📦 “Po',
      start: 10,
      end: 15,
    });
    expect(cut(TEXT, found)).toBe('spoke');
  });

  test('may itself hold characters beyond the basic plane', () => {
    const found = span(anchor.find('𝔉 again'));
    expect(cut(TEXT, found)).toBe('𝔉 again');
    expect(found.end - found.start).toBe(7);
  });

  test('that stands twice is told apart by its prefix', () => {
    const found = span(anchor.find({ exact: 'Ports first', prefix: '📦 “' }));
    expect(found.prefix.endsWith('📦 “')).toBe(true);
    expect(cut(TEXT, found)).toBe('Ports first');
  });

  test('that stands twice is told apart by its suffix', () => {
    const found = span(anchor.find({ exact: 'she said', suffix: ' 𝔉' }));
    expect(found.suffix.startsWith(' 𝔉 again')).toBe(true);
  });

  test('that stands twice is told apart by its occurrence', () => {
    const [first, second] = [1, 2].map((occurrence) =>
      span(anchor.find({ exact: 'Ports first', occurrence })),
    );
    expect(first!.start).toBeLessThan(second!.start);
    expect(cut(TEXT, second!)).toBe('Ports first');
  });

  test('counts its occurrence among those with the prefix', () => {
    const found = span(anchor.find({ exact: 'she said', prefix: '” ', occurrence: 2 }));
    expect(found.suffix.startsWith(' 𝔉')).toBe(true);
  });

  test('that is not there is answered with the nearest words', () => {
    expect(failure(anchor.find('Ports last,'))).toEqual({
      detail: '"Ports last," is not in the article',
      expected: 'words of the article, to the character',
      nearest: '"Ports first"',
    });
  });

  test('that is like nothing in the text has no nearest', () => {
    expect(failure(anchor.find('xxxxxxxxxxxxxxxxx')).nearest).toBeUndefined();
  });

  test('that stands twice without more is answered with each place', () => {
    const { detail, expected, nearest } = failure(anchor.find('Ports first'));
    expect(detail).toBe('"Ports first" is in the article 2 times');
    expect(expected).toBe('a prefix, a suffix or an occurrence that tells which is meant');
    expect(nearest).toMatch(/^1: ….* \| 2: …/);
  });

  test('with a wrong prefix is answered with what stands there', () => {
    const { detail, nearest } = failure(anchor.find({ exact: 'spoke', prefix: 'X', occurrence: 1 }));
    expect(detail).toBe('"spoke" is in the article, but not with this prefix and suffix');
    expect(nearest).toContain('🌍 spoke.');
  });

  test('with an occurrence that is too high is answered with the highest', () => {
    const { detail, expected } = failure(anchor.find({ exact: 'Ports first', occurrence: 3 }));
    expect(detail).toBe('"Ports first" has no occurrence 3');
    expect(expected).toBe('an occurrence from 1 to 2');
  });

  test('never leaves half a character in a message', () => {
    const text = `${'🌍'.repeat(11)}a spot here a spot ${'🌍'.repeat(11)}`;
    for (const quote of ['a spot', 'a slot here', 'z spot here a spot 🌍']) {
      expect(JSON.stringify(new Anchor(text).find(quote))).not.toMatch(/\\ud[89a-f]/i);
    }
  });
});

describe('whole words', () => {
  test('are not found within a word', () => {
    expect(span(anchor.findWords({ exact: 'US' })).suffix).toBe('.\nEnd');
  });

  test('that are only a part of a word are refused, with the word', () => {
    expect(failure(anchor.findWords({ exact: 'Tbil' }))).toEqual({
      detail: '"Tbil" is only a part of a word',
      expected: 'whole words',
      nearest: '"Tbilisi"',
    });
  });

  test('are counted, and are none where there are none', () => {
    expect(anchor.ordinals({ exact: 'she said' })).toEqual([1, 2]);
    expect(anchor.ordinals({ exact: 'she said', suffix: '.' })).toEqual([1]);
    expect(failure(anchor.findWords({ exact: 'nothing', occurrence: 1 })).detail).toContain(
      'is not in the article',
    );
  });
});

test('every span, cut out of its text by code points, is its quote, with what stands around it', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', ' ', '🌍', '𝔉', 'é', '\n'), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (characters, from, length) => {
      const start = from % characters.length;
      const end = Math.min(characters.length, start + 1 + (length % 8));
      const exact = characters.slice(start, end).join('');
      const text = characters.join('');
      const all = new Anchor(text);
      const count = characters.filter((_, at) => characters.slice(at).join('').startsWith(exact)).length;
      for (let occurrence = 1; occurrence <= count; occurrence++) {
        const found = span(all.find({ exact, occurrence }));
        expect(cut(text, found)).toBe(exact);
        expect(text).toContain(found.prefix + exact + found.suffix);
      }
      expect(isSpan(all.find({ exact, occurrence: count + 1 }))).toBe(false);
    }),
  );
});

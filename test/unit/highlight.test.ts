import { describe, expect, test } from 'vitest';
import { highlight } from '../../src/search/highlight.ts';

const marked = (text: string, search: string) =>
  highlight('text', text, search).map(({ fragments }) =>
    fragments.map((fragment) => (fragment.match ? `«${fragment.text}»` : fragment.text)).join(''),
  );

describe('highlight', () => {
  test.each([
    ['Munir met Trump', 'trump MUNIR', ['«Munir» met «Trump»']],
    ['São Paulo, Łódź', 'sao lodz', ['«São» Paulo, «Łódź»']],
    ['US-Pakistan relations', 'US-Pakistan', ['«US-Pakistan» relations']],
    ['a phenomenal partner', '"phenomenal partner"', ['a «phenomenal partner»']],
    ['a partner, phenomenal', '"phenomenal partner"', []],
    ['wars and <b>war</b>', '"war"', ['wars and <b>«war»</b>']],
    ['wars and <b>war</b>', 'war', ['«wars» and <b>«war»</b>']],
    ['the army’s criticism', 'armies criticise', ['the «army’s» «criticism»']],
    ['an army', 'the army’s', ['an «army»']],
    ['nothing of it', 'war', []],
    ['', 'war', []],
  ])('%s for %s', (text, search, passages) => {
    expect(marked(text, search)).toEqual(passages);
  });

  test('shows three short passages of a long text, which do not overlap', () => {
    const text = Array.from({ length: 200 }, (_, nth) => `${`word${nth} `.repeat(20)}war`).join(' ');
    const passages = marked(text, 'war');
    expect(passages).toHaveLength(3);
    let from = 0;
    for (const passage of passages) {
      const plain = passage.replaceAll(/[«»]/g, '');
      const at = text.indexOf(plain, from);
      expect(at).toBeGreaterThanOrEqual(from);
      expect(plain.length).toBeLessThan(400);
      from = at + plain.length;
    }
    for (const passage of marked('war '.repeat(1000), 'war')) expect(passage.length).toBeLessThan(1000);
  });
});

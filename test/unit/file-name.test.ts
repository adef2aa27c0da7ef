import { expect, test } from 'vitest';
import { contentDisposition } from '../../src/http/file-name.ts';

/** The name in ASCII, and the whole one where it is another. */
function names(url: string): string[] {
  const header = contentDisposition(url, 'csv')!;
  expect(header).toMatch(/^[ -~]*$/);
  const [, plain, , whole] = /^inline; filename="([\w.-]+)"(; filename\*=UTF-8''([\w.%-]+))?$/.exec(header)!;
  return whole ? [plain!, decodeURIComponent(whole)] : [plain!];
}

test.each([
  ['/v1/statements?format=csv', ['statements.csv']],
  [
    '/v1/statements?speaker=Kurilla&about=the+US&format=csv&bom=true',
    ['statements-speaker-Kurilla-about-the-US.csv'],
  ],
  [
    '/v1/statements?rows=quotation&q=%22a/b%22..%5C&limit=5&cursor=abc',
    ['statements-rows-quotation-q-a-b.csv'],
  ],
  ['/v1/stats/who-about-whom', ['stats-who-about-whom.csv']],
  ['/v1/search?q=Zo%C3%AB%20%E5%B1%B1%E7%94%B0', ['search-q-Zoe.csv', 'search-q-Zo\u00eb-山田.csv']],
  [
    '/v1/statements?speaker=%E0%B8%81%E2%80%AE%0D%0ASet-Cookie:a',
    ['statements-speaker-Set-Cookie-a.csv', 'statements-speaker-ก-Set-Cookie-a.csv'],
  ],
  ['/v1/entities/%C3%89mile/timeline', ['entities-Emile-timeline.csv', 'entities-\u00c9mile-timeline.csv']],
  ['/v1/search?q=%ff', ['search-q.csv']],
])('the file of %s is called by what was asked, in words that every file system takes', (url, expected) => {
  expect(names(url)).toEqual(expected);
});

test('a name fits into a file system, in whole characters', () => {
  const [, whole] = names(`/v1/search?q=${encodeURIComponent('山'.repeat(300))}`);
  expect(Buffer.byteLength(whole!)).toBeLessThanOrEqual(200);
  expect(whole).toMatch(/^search-q-山+\.csv$/);
});

test('what nobody saves has none', () => {
  expect(contentDisposition('/v1/statements', 'json')).toBeUndefined();
});

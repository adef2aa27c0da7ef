import { describe, expect, test } from 'vitest';
import { formatOf, readArticle, UnreadableArticle } from '../../../src/draft/reading/read-article.ts';

const PARAGRAPHS = [
  'OSLO — The council of Norland voted on Tuesday to open the harbour to ships of every flag, after two years of talks that had failed again and again.',
  '“We have waited for this day,” said Ada Bell, the mayor. “Now the work begins.”',
  'Cal Dorn, a former pilot and analyst on trade, warned that the cranes were too old, and that nobody had asked who would pay for new ones.',
  'The vote was nine to four. It is the first time since 1998 that the council has changed the rules of the harbour, which date from the war.',
];

const PAGE = `<!doctype html>
<html lang="en-GB">
<head>
  <title>Harbour opens | The Norland Post</title>
  <meta property="og:title" content="Harbour of Norland opens to all">
  <meta property="og:site_name" content="The Norland Post (web)">
  <link rel="canonical" href="https://post.example/harbour">
  <script type="application/ld+json">{ "@context": "https://schema.org", "@graph": [ { "@type": "WebSite", "name": "x" },
    { "@type": ["NewsArticle"], "headline": "Harbour of Norland opens to all", "datePublished": "2025-06-12T08:00:00+02:00",
      "author": [{ "@type": "Person", "name": "Eva Marsh" }], "publisher": { "@type": "Organization", "name": "The Norland Post" } } ] }</script>
</head>
<body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
  <main><article>
    <h1>Harbour of Norland opens to all</h1>
    <p class="byline">By Eva Marsh</p>
    ${PARAGRAPHS.map((paragraph) => `<p>${paragraph.replace('“We', '&ldquo;We')}</p>`).join('\n')}
  </article></main>
  <aside><p>Subscribe to our newsletter</p></aside>
  <script>track()</script>
</body></html>`;

describe('an article is read', () => {
  test('out of the page of a newspaper, with what the page says of itself', () => {
    const article = readArticle(PAGE, 'html');
    expect(article).toMatchObject({
      title: 'Harbour of Norland opens to all',
      byline: ['Eva Marsh'],
      publisher: 'The Norland Post',
      published: '2025-06-12',
      language: 'en-GB',
      url: 'https://post.example/harbour',
    });
    for (const paragraph of PARAGRAPHS) expect(article.text).toContain(`\n\n${paragraph}\n`);
    expect(article.text).not.toMatch(/newsletter|track|Sport/);
    expect(article.leftOut).toContain('Subscribe to our newsletter');
  });

  test.each([
    ['<meta property="article:published_time" content="2024-02-29T10:00Z">', '2024-02-29'],
    ['<meta name="date" content="2024-02-30">', null],
    [
      '<script type="application/ld+json">{ broken</script><meta name="pubdate" content="3 May 2018">',
      '2018-05-03',
    ],
  ])('of the day that %s gives', (head, published) => {
    const page = `<html><head>${head}</head><body><p>Ada Bell said so.</p></body></html>`;
    expect(readArticle(page, 'html').published).toBe(published);
  });

  test('of plain text with headers, which are no part of it', () => {
    const article = readArticle(
      'Title: A vote\nBy: Eva Marsh\nDate: 12 June 2025\nSource: The Norland Post\n\nThe council voted.\r\nIt rained.\n',
      'text',
    );
    expect(article).toMatchObject({
      title: 'A vote',
      byline: ['Eva Marsh'],
      published: '2025-06-12',
      publisher: 'The Norland Post',
      text: 'The council voted.\nIt rained.\n',
    });
    expect(article.leftOut).toHaveLength(4);
  });

  test('of plain text without headers to the character', () => {
    const text = 'A vote\n\nBy Eva Marsh\n\n  “Yes,” she said: no.\n';
    expect(readArticle(text, 'text')).toMatchObject({
      title: 'A vote',
      byline: ['Eva Marsh'],
      text,
      leftOut: [],
    });
  });

  test('of Markdown, without its marks', () => {
    const article = readArticle(
      '---\ntitle: A vote\nauthor: Eva Marsh\ndate: 2025-06-12\n---\n# A vote\n\nThe **council** [voted](https://x.example).\n\n> “Yes,” she said.\n',
      'markdown',
    );
    expect(article).toMatchObject({
      title: 'A vote',
      byline: ['Eva Marsh'],
      published: '2025-06-12',
      text: 'A vote\n\nThe council voted.\n\n“Yes,” she said.\n',
    });
  });

  test.each([
    ['page.HTML', 'x', 'html'],
    ['a.md', 'x', 'markdown'],
    ['a.txt', '<html>', 'text'],
    ['', ' <!DOCTYPE html><p>x', 'html'],
    ['', 'Ada Bell', 'text'],
  ])('as what it is: %s %s', (name, text, format) => {
    expect(formatOf(name, text)).toBe(format);
  });

  test.each([
    ['html', '<html><body><script>x</script></body></html>'],
    ['text', ' \n–\n'],
    ['markdown', '---\n---\n'],
  ] as const)('and refused where there is nothing to read: %s', (format, text) => {
    expect(() => readArticle(text, format)).toThrow(UnreadableArticle);
  });

  test('however deep its page is nested', () => {
    const deep = `${'<div>'.repeat(2000)}Ada Bell said so.${'</div>'.repeat(2000)}`;
    expect(readArticle(`<html><body>${deep}</body></html>`, 'html').text).toContain('Ada Bell said so.');
  });
});

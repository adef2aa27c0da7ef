import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { blocksOf, clean, depthOf } from './blocks.ts';
import { languageOr } from './language.ts';
import { namesOf } from './names-of.ts';
import { pageFacts } from './page-facts.ts';
import type { RawArticle } from './raw-article.ts';
import { dayOfText } from './written-day.ts';

/** What Readability takes: a document of any parser. */
type Readable = ConstructorParameters<typeof Readability>[0];

/** Readability takes a time that grows with the square of how deep a page is nested; no page of a newspaper is near this. */
const MOST_DEPTH = 150;
/** Longer remains of a page are told by their first words. */
const MOST_SHOWN = 60;
const MOST_TOLD = 20;

/** An article out of the HTML of a page: its own words, and what the page says of itself in JSON-LD, OpenGraph and `<time>`. */
export function readHtml(html: string): RawArticle {
  const { document } = parseHTML(withBody(html));
  const facts = pageFacts(document);
  const all = blocksOf(document.body);
  const parsed = depthOf(document.body) > MOST_DEPTH ? null : readable(html);
  const content = parsed?.content ? blocksOf(parseHTML(withBody(parsed.content)).document.body) : all;
  const title = clean(facts.title ?? parsed?.title ?? content[0] ?? '');
  const byline = facts.authors.length > 0 ? facts.authors : namesOf(parsed?.byline ?? '');
  const body = content.filter((block, index) => !(index < 3 && sameWords(block, title)));
  const lead = [
    title,
    ...(byline.length > 0 && !body.slice(0, 3).some((block) => byline.some((name) => block.includes(name)))
      ? [`By ${byline.join(' and ')}`]
      : []),
  ];
  const text = `${[...lead, ...body].filter(Boolean).join('\n\n')}\n`;
  return {
    title: title || firstWords(text),
    byline,
    publisher: facts.publisher ?? (parsed?.siteName ? clean(parsed.siteName) : null),
    published: facts.published ?? dayOfText(parsed?.publishedTime ?? ''),
    language: languageOr(facts.language ?? parsed?.lang ?? null, text),
    url: facts.url,
    text,
    leftOut: leftOutOf(all, text),
  };
}

/** What Readability takes for the article of a page; null where it finds none. */
const readable = (html: string) =>
  new Readability(parseHTML(withBody(html)).document as Readable, { charThreshold: 200 }).parse();

/** A parser of fragments alone takes what stands around the body for it. */
const withBody = (html: string) =>
  /<body[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;

const sameWords = (a: string, b: string) =>
  a.replace(/\W+/g, ' ').trim().toLowerCase() === b.replace(/\W+/g, ' ').trim().toLowerCase();
const firstWords = (text: string) => text.trim().split('\n')[0]!.slice(0, 200) || 'Untitled';

function leftOutOf(all: readonly string[], text: string): string[] {
  const kept = text.replace(/\s+/g, ' ');
  const left = all.filter((block) => !kept.includes(block.replace(/\s+/g, ' ')));
  const told = left
    .slice(0, MOST_TOLD)
    .map((block) => (block.length > MOST_SHOWN ? `${block.slice(0, MOST_SHOWN)}…` : block));
  return left.length > MOST_TOLD ? [...told, `and ${left.length - MOST_TOLD} more`] : told;
}

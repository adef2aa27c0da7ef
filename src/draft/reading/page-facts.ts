import { clean } from './blocks.ts';
import { dayOfText } from './written-day.ts';

/** What a page says of itself; null where it says nothing. */
export interface PageFacts {
  title: string | null;
  authors: string[];
  publisher: string | null;
  published: string | null;
  language: string | null;
  url: string | null;
}

interface Page {
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  documentElement: Element;
}
interface Element {
  getAttribute(name: string): string | null;
  textContent: string | null;
}

/** Reads JSON-LD first, then OpenGraph and other meta elements, then `<time>`, `<link>` and `<html lang>`. */
export function pageFacts(page: Page): PageFacts {
  const data = articleData(page);
  const meta = (...names: string[]) => {
    for (const name of names)
      for (const element of [
        page.querySelector(`meta[property="${name}"]`),
        page.querySelector(`meta[name="${name}"]`),
      ]) {
        const content = clean(element?.getAttribute('content') ?? '');
        if (content !== '') return content;
      }
    return null;
  };
  const authors = namesIn(data?.author);
  const author = meta('author', 'article:author', 'byl', 'parsely-author');
  const time = page.querySelector('time[datetime]')?.getAttribute('datetime') ?? '';
  return {
    title:
      textOf(data?.headline) ??
      meta('og:title', 'twitter:title') ??
      textIn(page.querySelector('h1')) ??
      textIn(page.querySelector('title')),
    authors:
      authors.length > 0
        ? authors
        : author && !/^https?:/.test(author)
          ? author
              .replace(/^by /i, '')
              .split(/, | and |; ?/)
              .map(clean)
              .filter(Boolean)
          : [],
    publisher: namesIn(data?.publisher)[0] ?? meta('og:site_name', 'application-name', 'publisher'),
    published:
      dayOfText(textOf(data?.datePublished) ?? '') ??
      dayOfText(
        meta(
          'article:published_time',
          'og:published_time',
          'date',
          'dc.date',
          'DC.date.issued',
          'pubdate',
          'parsely-pub-date',
        ) ?? '',
      ) ??
      dayOfText(time),
    language:
      textOf(data?.inLanguage) ??
      page.documentElement.getAttribute('lang') ??
      meta('og:locale', 'language')?.replace('_', '-') ??
      null,
    url:
      webUrl(page.querySelector('link[rel="canonical"]')?.getAttribute('href')) ??
      webUrl(meta('og:url')) ??
      webUrl(textOf(data?.url)),
  };
}

const textIn = (element: Element | null) => clean(element?.textContent ?? '') || null;
const textOf = (value: unknown): string | null => (typeof value === 'string' ? clean(value) || null : null);

const webUrl = (url: string | null | undefined): string | null =>
  url && /^https?:\/\/[^\s\\"<>]+$/i.test(url) && URL.canParse(url) ? url.slice(0, 2000) : null;

type Data = Record<string, unknown>;
const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The description of the article among those that a page holds as JSON-LD. */
function articleData(page: Page): Data | null {
  const all: Data[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const data = parsed(script.textContent ?? '');
    for (const one of [data].flat()) {
      if (!isData(one)) continue;
      all.push(one, ...[one['@graph']].flat().filter(isData));
    }
  }
  return (
    all.find((one) => [one['@type']].flat().some((type) => /Article|Posting|Report/.test(String(type)))) ??
    null
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A page with broken data has its meta elements all the same.
    return null;
  }
}

const namesIn = (value: unknown): string[] =>
  [value]
    .flat()
    .flatMap((one) => textOf(isData(one) ? one.name : one) ?? [])
    .filter((name) => !/^https?:/.test(name));

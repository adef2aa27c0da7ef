import { languageOr } from './language.ts';
import { namesOf } from './names-of.ts';
import type { RawArticle } from './raw-article.ts';
import { dayOfText } from './written-day.ts';

const HEADER =
  /^(title|headline|by|byline|author|authors|date|published|publication date|source|publisher|publication|url|link|language|lang)\s*:(.+)$/i;

/** Headers of a text by their names. */
interface Headers {
  title?: string;
  byline?: string;
  published?: string;
  publisher?: string;
  url?: string;
  language?: string;
}

/**
 * An article out of plain text. Lines such as "Title: …" at the top are headers and no part of it; else its first line is its title,
 * and "By …" below it names its authors. The rest stays to the character.
 */
export function readPlainText(given: string): RawArticle {
  const plain = unixText(given);
  const { headers, text, lines } = withoutHeaders(plain);
  const paragraphs = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean);
  const title = headers.title ?? paragraphs[0] ?? '';
  const byline =
    headers.byline ??
    paragraphs.slice(0, 6).find((line) => /^by \p{Lu}/iu.test(line) && line.length < 120) ??
    '';
  const dated =
    headers.published ??
    paragraphs.slice(0, 6).find((line) => line.length < 60 && dayOfText(line) !== null) ??
    '';
  return {
    title: title.slice(0, 300) || 'Untitled',
    byline: namesOf(byline),
    publisher: headers.publisher ?? null,
    published: dayOfText(dated),
    language: languageOr(headers.language ?? null, text),
    url: headers.url && /^https?:\/\/[^\s\\"<>]+$/i.test(headers.url) ? headers.url : null,
    text,
    leftOut: lines,
  };
}

/** Line feeds alone, composed characters, no control characters. */
export const unixText = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '');

const FIELDS: Record<string, keyof Headers> = {
  title: 'title',
  headline: 'title',
  by: 'byline',
  byline: 'byline',
  author: 'byline',
  authors: 'byline',
  date: 'published',
  published: 'published',
  'publication date': 'published',
  source: 'publisher',
  publisher: 'publisher',
  publication: 'publisher',
  url: 'url',
  link: 'url',
  language: 'language',
  lang: 'language',
};

function withoutHeaders(plain: string): { headers: Headers; text: string; lines: string[] } {
  const all = plain.split('\n');
  const headers: Headers = {};
  const lines: string[] = [];
  let at = 0;
  while (at < all.length && all[at]!.trim() === '') at++;
  for (; at < all.length; at++) {
    const [line, name, value] = HEADER.exec(all[at]!.trim()) ?? [];
    if (line === undefined) break;
    headers[FIELDS[name!.toLowerCase()]!] ??= value!.trim();
    lines.push(line);
  }
  // One line alone may be the beginning of the text; "By: …" alone is none.
  if (lines.length === 0 || (lines.length === 1 && all[at]?.trim() !== ''))
    return { headers: {}, text: plain, lines: [] };
  return { headers, text: all.slice(at).join('\n').replace(/^\n+/, ''), lines };
}

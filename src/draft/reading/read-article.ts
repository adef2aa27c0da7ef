import { TEXTS } from '../../limits.ts';
import type { RawArticle } from './raw-article.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-text.ts';

export const FORMATS = ['text', 'html', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** An article that nothing can be drafted of, and why. */
export class UnreadableArticle extends Error {
  readonly detail: string;
  readonly expected: string;

  constructor(detail: string, expected: string) {
    super(`${detail}, expected ${expected}`);
    this.detail = detail;
    this.expected = expected;
  }
}

/** What a file holds, by the ending of its name and else by its beginning. */
export function formatOf(name: string, text: string): Format {
  if (/\.(html?|xhtml)$/i.test(name)) return 'html';
  if (/\.(md|markdown)$/i.test(name)) return 'markdown';
  if (/\.(txt|text)$/i.test(name)) return 'text';
  return /^\s*(<!doctype html|<html|<head|<body|<article|<\?xml[^>]*>\s*<(!doctype )?html)/i.test(text)
    ? 'html'
    : 'text';
}

/** What is stated of an article beside what it says of itself. */
export type StatedFacts = Partial<Pick<RawArticle, 'title' | 'publisher' | 'published' | 'language' | 'url'>>;

/**
 * Reads an article out of a page or a text.
 * @param stated goes before what the page says of itself.
 * @param most characters that its text may have.
 * @throws UnreadableArticle where there is no text in it, or more than an article may have.
 */
export function readArticle(
  given: string,
  format: Format,
  { stated = {}, most = TEXTS.article }: { stated?: StatedFacts; most?: number } = {},
): RawArticle {
  if (given.length > 4 * TEXTS.article)
    throw new UnreadableArticle(`it has ${given.length} characters`, `at most ${4 * TEXTS.article}`);
  const article =
    format === 'html' ? readHtml(given) : format === 'markdown' ? readMarkdown(given) : readPlainText(given);
  if (!/[\p{L}\p{N}]/u.test(article.text))
    throw new UnreadableArticle('there is no text in it', 'an article');
  if (article.text.length > most)
    throw new UnreadableArticle(`its text has ${article.text.length} characters`, `at most ${most}`);
  return {
    ...article,
    title: article.title.replace(/\s+/g, ' ').slice(0, TEXTS.line),
    publisher: article.publisher?.slice(0, TEXTS.line) ?? null,
    ...stated,
  };
}

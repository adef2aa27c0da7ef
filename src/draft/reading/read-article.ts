import { TEXTS } from '../../limits.ts';
import type { RawArticle } from './raw-article.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlainText } from './read-text.ts';

const FORMATS = ['text', 'html', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** An article that nothing can be drafted of, and why. */
export class UnreadableArticle extends Error {}

/** What a file holds, by the ending of its name and else by its beginning. */
export function formatOf(name: string, text: string): Format {
  if (/\.(html?|xhtml)$/i.test(name)) return 'html';
  if (/\.(md|markdown)$/i.test(name)) return 'markdown';
  if (/\.(txt|text)$/i.test(name)) return 'text';
  return /^\s*(<!doctype html|<html|<head|<body|<article|<\?xml[^>]*>\s*<(!doctype )?html)/i.test(text)
    ? 'html'
    : 'text';
}

/**
 * Reads an article out of a page or a text.
 * @throws UnreadableArticle where there is no text in it, or more than an article may have.
 */
export function readArticle(given: string, format: Format): RawArticle {
  if (given.length > 4 * TEXTS.article)
    throw new UnreadableArticle(`it has ${given.length} characters, expected at most ${4 * TEXTS.article}`);
  const article =
    format === 'html' ? readHtml(given) : format === 'markdown' ? readMarkdown(given) : readPlainText(given);
  if (!/[\p{L}\p{N}]/u.test(article.text))
    throw new UnreadableArticle('there is no text in it, expected an article');
  if (article.text.length > TEXTS.article)
    throw new UnreadableArticle(
      `its text has ${article.text.length} characters, expected at most ${TEXTS.article}`,
    );
  return {
    ...article,
    title: article.title.replace(/\s+/g, ' ').slice(0, TEXTS.line),
    publisher: article.publisher?.slice(0, TEXTS.line) ?? null,
  };
}

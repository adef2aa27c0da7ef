import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { parse } from 'yaml';
import { blocksOf, clean } from './blocks.ts';
import { languageOr } from './language.ts';
import { namesOf } from './names-of.ts';
import type { RawArticle } from './raw-article.ts';
import { unixText } from './read-text.ts';
import { dayOfText } from './written-day.ts';

/** An article out of Markdown: its words without their marks; front matter gives what it says of itself. */
export function readMarkdown(given: string): RawArticle {
  const plain = unixText(given);
  const [whole, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(plain) ?? [''];
  const facts = frontMatter(front);
  const html = marked.parse(plain.slice(whole.length), { async: false });
  const blocks = blocksOf(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body);
  const title = facts.title ?? blocks[0] ?? '';
  const hasTitle = clean(blocks[0] ?? '') === clean(title);
  const text = `${[...(hasTitle ? [] : [title]), ...blocks].filter(Boolean).join('\n\n')}\n`;
  const byline = blocks.slice(0, 5).find((block) => /^by \p{Lu}/iu.test(block) && block.length < 120) ?? '';
  return {
    title: title.slice(0, 300) || 'Untitled',
    byline: namesOf(facts.author ?? byline),
    publisher: facts.publisher ?? facts.source ?? null,
    published: dayOfText(facts.published ?? facts.date ?? ''),
    language: languageOr(facts.language ?? facts.lang ?? null, text),
    url: facts.url && /^https?:\/\/[^\s\\"<>]+$/i.test(facts.url) ? facts.url : null,
    text,
    leftOut: whole === '' ? [] : ['front matter'],
  };
}

function frontMatter(text: string): Record<string, string | undefined> {
  if (text === '') return {};
  try {
    const read: unknown = parse(text);
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).map(([name, value]) => [
        name.toLowerCase(),
        [value].flat().map(written).join(' and '),
      ]),
    );
  } catch {
    // What is no YAML says nothing of the article.
    return {};
  }
}

const written = (value: unknown): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value);

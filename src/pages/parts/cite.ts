import { articlePath, statementPath } from '../../formats/resource-paths.ts';
import type { ArticleDetail } from '../../model/article.ts';
import type { Statement } from '../../model/statement.ts';
import { WORDS } from '../words.ts';
import { dateText } from './dates.ts';

/** A statement as others cite it, in the forms that they need. */
export interface Citation {
  label: string;
  text: string;
}

/**
 * A statement in the styles of writers and programs, and as a fragment of HTML for another page. What a style has no place for,
 * such as a speaker who cannot be named, is left out.
 * @param origin scheme and host of this service.
 */
export function citationsOf(statement: Statement, origin: string): Citation[] {
  const { id, text, said, speakers, quotations } = statement;
  const names = speakers.map(({ name }) => name).join(' & ') || WORDS.statement.anonymous;
  // What is no person has no surname that a style may put first.
  const authors =
    speakers
      .map(({ name, type }) => (type === 'Person' ? bibtex(name) : `{${bibtex(name)}}`))
      .join(' and ') || `{${WORDS.statement.anonymous}}`;
  const url = origin + statementPath(id);
  const year =
    said.earliest?.slice(0, 4) === said.latest?.slice(0, 4) ? said.earliest?.slice(0, 4) : undefined;
  const titles = oneLine([...new Set(quotations.map(({ article }) => article.title))].join('; '));
  const words = shortened(text);
  return [
    {
      label: WORDS.statement.citeApa,
      text: `${names}. (${year ?? 'n.d.'}). “${words}” [Statement]. In ${titles}. ${WORDS.name}. ${url}`,
    },
    {
      label: WORDS.statement.citeBibtex,
      text: `@misc{${id},
  author = {${authors}},
  title = {${bibtex(words)}},${year ? `\n  year = {${year}},` : ''}
  note = {In ${bibtex(titles)}},
  howpublished = {${WORDS.name}},
  url = {${url}}
}`,
    },
    {
      label: WORDS.statement.citeMarkdown,
      text: `> ${markdown(words)}\n>\n> — [${markdown(names)}](${url}), in *${markdown(titles)}*`,
    },
    { label: WORDS.statement.citeEmbed, text: embedOf(statement, origin) },
  ];
}

/** A fragment of HTML that shows a statement in another page, without a script and without loading anything. */
export function embedOf(
  { id, text, speakers }: Pick<Statement, 'id' | 'text' | 'speakers'>,
  origin: string,
): string {
  const url = origin + statementPath(id);
  const names = speakers.map(({ name }) => name).join(', ') || WORDS.statement.anonymous;
  return `<blockquote cite="${escaped(url)}"><p dir="auto">${escaped(shortened(text))}</p><footer><bdi>${escaped(names)}</bdi>, <a href="${escaped(url)}">${WORDS.name}</a></footer></blockquote>`;
}

/**
 * The same of an article, or of words of it.
 * @param span words of the article, with their id.
 */
export function articleEmbedOf(
  { id, title, publisher, published }: Pick<ArticleDetail, 'id' | 'title' | 'publisher' | 'published'>,
  origin: string,
  span?: { id: string; words: string },
): string {
  const url = origin + articlePath(id) + (span ? `#${span.id}` : '');
  const [first, cited] = span
    ? [span.words, `<cite><bdi>${escaped(shortened(title))}</bdi></cite>, `]
    : [title, ''];
  const told = [
    publisher ?? WORDS.article.unknownPublisher,
    ...(published.edtf === null ? [] : [dateText(published.edtf)]),
  ].map((part) => `<bdi>${escaped(part)}</bdi>, `);
  return `<blockquote cite="${escaped(url)}"><p dir="auto">${escaped(shortened(first))}</p><footer>${cited}${told.join('')}<a href="${escaped(url)}">${WORDS.name}</a></footer></blockquote>`;
}

const MOST = 400;

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');

const shortened = (text: string) => {
  const line = oneLine(text);
  const characters = [...line];
  return characters.length > MOST ? `${characters.slice(0, MOST).join('')}…` : line;
};

const bibtex = (text: string) =>
  text
    .replaceAll(/[\\{}]/g, '')
    .replaceAll(/[&%$#_]/g, '\\$&')
    .replaceAll('~', '\\textasciitilde{}')
    .replaceAll('^', '\\textasciicircum{}');

/** Without emphasis, links, entities and, at its beginning, a list. */
const markdown = (text: string) =>
  text
    .replaceAll(/[\\`*_{}[\]<>#|!~&]/g, '\\$&')
    .trimStart()
    .replace(/^(\d*)([-+=.)])/, '$1\\$2');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

import { statementPath } from '../../formats/resource-paths.ts';
import type { Attribution, Statement } from '../../model/statement.ts';
import { html, joined, NOTHING, type SafeHtml, when } from '../html.ts';
import { WORDS } from '../words.ts';
import { actBadge } from './act.ts';
import { time } from './dates.ts';
import { draftBadge } from './drafts.ts';
import { article, things } from './links.ts';

const { statement: words } = WORDS;

/** Who said something, or how the source describes those who did. */
export function speakers({
  speakers: named,
  quotations,
}: Pick<Statement, 'speakers' | 'quotations'>): SafeHtml {
  if (named.length > 0) return things(named, ` ${WORDS.sentence.and} `);
  const described = quotations.flatMap(({ attributions }) => attributions).find((one) => one.described);
  return anonymous(described);
}

/** Those who said something where nobody is named. */
export const anonymous = (attribution: Pick<Attribution, 'described'> | undefined): SafeHtml =>
  attribution?.described
    ? unnamed(attribution.described.words.exact)
    : html`<span class="muted">${words.anonymous}</span>`;

/** Whom or what a statement is about, and how the source describes those whom it is aimed at without naming them; nothing where that is nothing. */
export function aboutWhom({ about, unnamedTargets }: Pick<Statement, 'about' | 'unnamedTargets'>): SafeHtml {
  const described = unnamedTargets.map(({ words: exact }) => unnamed(exact));
  const named = about.length > 0 ? [things(about)] : [];
  return joined([...named, ...described], ', ');
}

const unnamed = (exact: string) =>
  html`<bdi>${exact}</bdi> <small>(${words.anonymous.toLowerCase()})</small>`;

/** That something of a statement is contested, and what; nothing where nothing is. */
export function contestedBadge(contested: readonly string[]): SafeHtml {
  if (contested.length === 0) return NOTHING;
  const fields = contested.map((field) => words.contestedFields[field] ?? field).join(', ');
  return html` <span class="badge contested">${words.contestedWhat(fields)}</span>`;
}

/** A statement as lists show it: who, about whom, by which act, when, the words, and where they are written. */
export function statementCard(statement: Statement): SafeHtml {
  const { id, said: date, act, contested, about, unnamedTargets, quotations, review } = statement;
  return html`<article class="card statement">
<p class="who"><strong>${speakers(statement)}</strong>${when(
    about.length + unnamedTargets.length > 0,
    () => html` <span class="muted">${words.about}</span> ${aboutWhom(statement)}`,
  )}</p>
<blockquote><a href="${statementPath(id)}">${said(statement)}</a></blockquote>
<p class="meta">${act && html`${actBadge(act)} `}${
    date.edtf === null ? html`<span class="muted">${words.undated}</span>` : time(date.edtf)
  } <span class="muted">·</span> ${sources(quotations)}${contestedBadge(contested)}${draftBadge(review)}</p>
</article>`;
}

/** How many sources of a statement its card names. */
const NAMED_SOURCES = 3;

/** The articles that a statement is written in, each with how, at its first words there. */
function sources(quotations: Statement['quotations']): SafeHtml {
  const byArticle = Map.groupBy(quotations, ({ article: source }) => source.id);
  const first = [...byArticle.values()].slice(0, NAMED_SOURCES).map((inOne) => {
    const { id, article: source } = inOne[0]!;
    const types = [...new Set(inOne.map(({ quoteType }) => words.quoteType[quoteType]))];
    return html`<span class="source">${sentence(types.join(` ${WORDS.sentence.and} `))} ${words.inArticle} ${article(source, id)}${
      source.published ? html` <span class="muted">(${time(source.published)})</span>` : ''
    }</span>`;
  });
  const more = byArticle.size - first.length;
  return html`${joined(first, '; ')}${when(more > 0, () => html` <span class="muted">+${more}</span>`)}`;
}

/** A text as a sentence, whose first letter alone is a capital. */
const sentence = (text: string) => text.charAt(0) + text.slice(1).toLowerCase();

const MARKS = /[“”„"«»]/;

/** The text of a statement: between quotation marks only where some source quotes it, and where it brings none along. */
export const said = ({ text, quotations }: Pick<Statement, 'text' | 'quotations'>): SafeHtml =>
  quotations.some(({ quoteType }) => quoteType !== 'indirect') && !MARKS.test(text)
    ? html`<bdi class="quoted">${text}</bdi>`
    : html`<bdi>${text}</bdi>`;

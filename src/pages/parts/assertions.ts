import { articlePath, statementPath } from '../../formats/resource-paths.ts';
import type { Assertion } from '../../model/assertion.ts';
import type { ArticleEvidence } from '../../model/evidence.ts';
import { html, type SafeHtml, when } from '../html.ts';
import { WORDS } from '../words.ts';
import { inContext } from './evidence.ts';
import { article as articleLink } from './links.ts';

const { event: words } = WORDS;

/**
 * The URL of words of an article: a text fragment, which browsers scroll to and mark by themselves, with the words before it,
 * since the same may stand there more than once.
 */
export function wordsPath({
  article,
  exact,
  prefix,
}: Pick<ArticleEvidence, 'article' | 'exact' | 'prefix'>): string {
  const encoded = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
  const before = prefix.split(/\s+/).slice(1).join(' ').trim();
  const first = exact.split(/\n/)[0]!.split(' ').slice(0, 8).join(' ');
  return `${articlePath(article)}#:~:text=${before === '' ? '' : `${encoded(before)}-,`}${encoded(first)}`;
}

/**
 * What each article tells of a fact: who says so there, and by which words.
 * @param titles those of the articles that are known, by id.
 */
export function accounts(
  assertions: readonly Assertion[],
  evidence: readonly ArticleEvidence[],
  titles: ReadonlyMap<string, string>,
): SafeHtml {
  const articles = [...new Set([...assertions, ...evidence].map(({ article }) => article))];
  return html`<div class="side">${articles.map(
    (
      article,
    ) => html`<section class="card account"><h3>${articleLink({ id: article, title: titles.get(article) ?? article })}</h3>
<ul class="plain">${assertions.filter((one) => one.article === article).map((one) => html`<li class="meta">${asserted(one)}</li>`)}</ul>
${evidence
  .filter((one) => one.article === article)
  .map(
    (one) =>
      html`<blockquote class="words"><a href="${wordsPath(one)}" title="${WORDS.article.inText}">${inContext(one)}</a></blockquote>`,
  )}</section>`,
  )}</div>`;
}

/** Who says so, and how sure that is. */
export function asserted({ as, statement, confidence }: Assertion): SafeHtml {
  const how =
    statement === null
      ? html`${words.byAuthor[as ?? 'fact']}`
      : html`<a href="${statementPath(statement)}">${words.byStatement}</a>`;
  return html`${how}, ${WORDS.statement.confidence(confidence)}`;
}

/** Whether anything that says so is beyond a fact told by an author. */
const isOnlyTold = (assertions: readonly Assertion[]): boolean => assertions.every(({ as }) => as !== 'fact');

/** A short remark on who says so, where it is no author who tells it as a fact; nothing else needs one. */
export const toldBy = (assertions: readonly Assertion[]): SafeHtml =>
  when(
    assertions.length > 0 && isOnlyTold(assertions),
    () => html` <span class="badge">${words.notAsFact}</span>`,
  );

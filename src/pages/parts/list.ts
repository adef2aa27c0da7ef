import type { List } from '../define.ts';
import { html, NOTHING, type Part, type SafeHtml, when } from '../html.ts';
import { WORDS } from '../words.ts';
import { changed, nextPage } from './urls.ts';

/** The way to the other pages of a list; nothing where it has one page. */
export function pageLinks(url: URL, { next, truncated }: List<unknown>): SafeHtml {
  const isFirst = !url.searchParams.has('cursor');
  return html`${when(truncated === true, () => html`<p class="muted">${WORDS.paging.truncated}</p>`)}${when(
    !isFirst || Boolean(next),
    () =>
      html`<nav class="pages" aria-label="${WORDS.paging.label}">${when(
        !isFirst,
        () => html`<a href="${changed(url, () => {})}">‹ ${WORDS.paging.first}</a>`,
      )}${when(Boolean(next), () => html`<a class="button" href="${nextPage(url, next!)}" rel="next">${WORDS.paging.next} ›</a>`)}</nav>`,
  )}`;
}

/** How many items a list has in all, where that was counted. */
export const totalLine = ({ total, sampled = false, items }: List<unknown>): SafeHtml =>
  total === undefined || items.length === 0
    ? html``
    : html`<p class="muted">${WORDS.paging.total(total, sampled)}</p>`;

/** The same within a line that has more. */
export const totalText = ({ total, sampled = false }: List<unknown>): SafeHtml =>
  html`<span>${total === undefined ? '' : WORDS.paging.total(total, sampled)}</span>`;

/**
 * A table with a caption; on a small screen it scrolls within its region.
 * @param ofNumbers the columns that hold numbers, which stand to the right.
 */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly Part[][],
  ofNumbers: readonly string[] = [],
): SafeHtml {
  const side = columns.map((column) => (ofNumbers.includes(column) ? html` class="number"` : NOTHING));
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column, place) => html`<th scope="col"${side[place]}>${column}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell, place) => html`<td${side[place]}>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>`;
}

import type { z } from 'zod';
import { changePath } from '../formats/resource-paths.ts';
import { PAGES } from '../limits.ts';
import { type Change, thingsOfChange } from '../model/change.ts';
import type { NameOf, Thing } from '../model/thing.ts';
import { definePage, type List } from './define.ts';
import { html, type SafeHtml, when } from './html.ts';
import { sorting } from './parts/choices.ts';
import { moment } from './parts/dates.ts';
import { thingLink } from './parts/decisions.ts';
import { activeFilters } from './parts/filters.ts';
import { changed, inFormat, withOnly } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { changes: words } = WORDS;

type ChangeItem = z.output<typeof Change>;

/** What was changed, commit by commit, the newest first: what was added, replaced, removed and decided, and what that touched. */
export const changesPage = definePage<List<ChangeItem> & { next: number | null }>({
  asks: { sort: 'newest' },
  things: ({ items }) => items.flatMap(thingsOfChange),
  render: ({ url, body: { items, next }, nameOf }) => ({
    title: words.title,
    description: words.lead,
    main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${activeFilters(url)}
<p class="bar"><span class="exports"><a href="${inFormat(url, 'atom')}" rel="alternate nofollow">${WORDS.formats.atom}</a></span>${sorting(url)}</p>
${when(items.length === 0, () => html`<p class="empty">${words.none}</p>`)}
${items.map((one) => changeCard(one, nameOf))}
${further(url, next)}`,
  }),
});

/** The way to the changes before or after those shown; a version is where they go on. */
function further(url: URL, next: number | null): SafeHtml {
  if (next === null) return html``;
  const isOldest = url.searchParams.get('sort') === 'oldest';
  const path = withOnly(url, isOldest ? 'since' : 'before', String(next));
  return html`<nav class="pages" aria-label="${WORDS.paging.label}">${when(
    url.searchParams.has('before') || url.searchParams.has('since'),
    () =>
      html`<a href="${changed(url, (search) => {
        search.delete('before');
        search.delete('since');
      })}">‹ ${WORDS.paging.first}</a>`,
  )}<a class="button" href="${path}" rel="next">${WORDS.paging.next} ›</a></nav>`;
}

const LISTS = [
  ['articlesAdded', 'article'],
  ['articlesReplaced', 'article'],
  ['articlesRemoved', 'article'],
  ['decisions', 'decision'],
  ['entities', 'entity'],
  ['statements', 'statement'],
  ['events', 'event'],
] as const satisfies readonly (readonly [keyof ChangeItem, Thing['kind']])[];

function changeCard(change: ChangeItem, nameOf: NameOf): SafeHtml {
  const { version, at, by, isBulk } = change;
  return html`<article class="card change" id="v${version}">
<h2><a href="${changePath(version)}">${moment(at)}</a></h2>
<p class="meta">${words.version(version)} · ${by === null ? words.byCommand : html`${words.by} <bdi>${by}</bdi>`}</p>
${when(isBulk, () => html`<p>${words.bulk}</p>`)}
${LISTS.map(([list, kind]) => named(words.lists[list], kind, change[list], nameOf))}
</article>
`;
}

/** The first things of a list by their names; what a whole article brings unfolds. */
function named(
  title: (count: number) => string,
  kind: Thing['kind'],
  ids: readonly string[],
  nameOf: NameOf,
): SafeHtml {
  if (ids.length === 0) return html``;
  const list = html`<ul>${ids.slice(0, PAGES.named).map((id) => html`<li>${thingLink({ kind, id }, nameOf)}</li>`)}</ul>${more(ids)}`;
  return OPEN.has(kind) || ids.length <= FEW
    ? html`<section><h3>${title(ids.length)}</h3>${list}</section>`
    : html`<details><summary>${title(ids.length)}</summary>${list}</details>`;
}

/** What was done itself stands in the open. */
const OPEN = new Set<Thing['kind']>(['article', 'decision']);

/** Things that stand in the open. */
const FEW = 3;

const more = (ids: readonly string[]): SafeHtml =>
  when(ids.length > PAGES.named, () => html`<p class="muted">${words.more(ids.length - PAGES.named)}</p>`);

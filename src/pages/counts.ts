import type { z } from 'zod';
import type { Agreement, OutletCounts } from '../model/outlet.ts';
import type { StatementGroup } from '../model/sums.ts';
import { definePage, type List } from './define.ts';
import { html, type Part, type SafeHtml, when } from './html.ts';
import { scoreClass } from './parts/act.ts';
import { choices } from './parts/choices.ts';
import { activeFilters } from './parts/filters.ts';
import { article, thing } from './parts/links.ts';
import { table } from './parts/list.ts';
import { pathWith } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { counts: words } = WORDS;

interface Counted<Item> extends List<Item> {
  total: number;
  sampled: boolean;
}

/** A list of counts as a table, with the number of all that are counted. */
function countsPage<Item>(
  title: string,
  {
    lead = () => html``,
    rows,
  }: { lead?: (url: URL) => SafeHtml; rows: (url: URL, items: Item[]) => SafeHtml },
) {
  return definePage<Counted<Item>>({
    render: ({ url, body: { items, total, sampled, truncated } }) => ({
      title,
      main: html`<h1>${title}</h1>
${lead(url)}
${activeFilters(url)}
<p class="muted">${WORDS.statements.counted(total, sampled)}.</p>
${items.length === 0 ? html`<p class="empty">${words.none}</p>` : rows(url, items)}
${when(truncated === true, () => html`<p class="muted">${WORDS.paging.truncated}</p>`)}`,
    }),
  });
}

type Group = z.output<typeof StatementGroup>;

export const groupsPage = countsPage<Group>(words.groups, {
  lead: (url) => choices(url, { label: words.by, name: 'groupBy', options: words.groupBy }),
  rows: (url, items) => {
    const by = url.searchParams.get('groupBy') ?? '';
    return table(
      words.groups,
      [words.groupBy[by] ?? by, words.statements, words.mean, words.friendly, words.hostile],
      items.map(({ group, count, goldsteinMean, positive, negative }) => [
        group.type === null
          ? html`<bdi>${group.name ?? group.id}</bdi>`
          : thing({ ...group, name: group.name ?? '' }),
        counted(count, statementsOf(url, by, group.id)),
        goldsteinMean === null
          ? '–'
          : html`<span class="act ${scoreClass(goldsteinMean)}">${WORDS.signed(goldsteinMean)}</span>`,
        positive,
        negative,
      ]),
      [words.statements, words.mean, words.friendly, words.hostile],
    );
  },
});

/** The filters that list what a group counts; a group without an id is of what has none. */
const FILTERS: Record<string, (id: string | null) => Record<string, string> | undefined> = {
  speaker: (id): Record<string, string> => (id === null ? { unattributed: 'true' } : { speaker: id }),
  about: (id) => (id === null ? undefined : { about: id }),
  act: (id) => (id === null ? undefined : { act: id }),
  // A list by polarity is of targets alone, unless it says otherwise.
  polarity: (id) => (id === null ? undefined : { aboutAs: 'any', polarity: id }),
  role: (id) => (id === null ? undefined : { speakerRole: id }),
  article: (id) => (id === null ? undefined : { article: id }),
  year: daysOf,
  month: daysOf,
};

function daysOf(id: string | null): Record<string, string> {
  return id === null ? { undated: 'only' } : { saidFrom: id, saidTo: id };
}

/** Parameters of counts that lists of statements do not have. */
const OF_COUNTS = new Set(['groupBy', 'speakerType', 'targetType', 'limit', 'format', 'rows', 'bom']);

/** The statements that a group counts, under the same filters; undefined where no filter says which these are. */
function statementsOf(url: URL, by: string, id: string | null): string | undefined {
  const own = FILTERS[by]?.(id);
  return own && listWith(url, own);
}

function listWith(url: URL, own: Record<string, string>): string {
  const filters: Record<string, string[]> = {};
  for (const [name, value] of url.searchParams)
    if (!OF_COUNTS.has(name)) filters[name] = [...(filters[name] ?? []), value];
  return pathWith('/v1/statements', {
    ...filters,
    ...own,
    ...(filters.aboutAs && { aboutAs: filters.aboutAs }),
  });
}

const counted = (count: number, path: string | undefined): Part =>
  path === undefined || count === 0 ? count : html`<a href="${path}">${count}</a>`;

const outletLink = ({ name, article: id }: { name: string; article: string | null }): SafeHtml =>
  id === null ? html`<bdi>${name}</bdi>` : article({ id, title: name });

export const outletsPage = countsPage<z.output<typeof OutletCounts>>(words.outlets, {
  rows: (url, items) =>
    table(
      words.outlets,
      [words.outlet, words.statements, words.alone, words.shared, words.first],
      items.map(({ statements, alone, shared, first, ...outlet }) => {
        const { name, article: id } = outlet;
        // An article that names no publisher is an outlet of its own, which no filter knows by a name.
        const [all, only, before] =
          id === null
            ? [{ publisher: name }, { onlyOutlet: name }, { firstOutlet: name }]
            : [{ article: id }, { article: id, maxOutlets: '1' }, undefined];
        return [
          outletLink(outlet),
          counted(statements, listWith(url, all)),
          counted(alone, listWith(url, only)),
          shared,
          counted(first, before && listWith(url, before)),
        ];
      }),
      [words.statements, words.alone, words.shared, words.first],
    ),
});

export const agreementPage = countsPage<z.output<typeof Agreement>>(words.agreement, {
  rows: (_url, items) =>
    table(
      words.agreement,
      [words.one, words.other, words.shared, words.dated, words.differ, words.oneFirst, words.otherFirst],
      items.map(({ one, other, shared, dated, datesDiffer, oneFirst, otherFirst }) => [
        outletLink(one),
        outletLink(other),
        ...[shared, dated, datesDiffer, oneFirst, otherFirst],
      ]),
      [words.shared, words.dated, words.differ, words.oneFirst, words.otherFirst],
    ),
});

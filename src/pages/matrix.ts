import type { z } from 'zod';
import type { WhoAboutWhom } from '../model/sums.ts';
import { definePage, type List } from './define.ts';
import { html, type SafeHtml, when } from './html.ts';
import { scoreClass } from './parts/act.ts';
import { activeFilters } from './parts/filters.ts';
import { thing } from './parts/links.ts';
import { table } from './parts/list.ts';
import { plainText } from './parts/plain-text.ts';
import { pathWith } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { matrix: words } = WORDS;

type Pair = z.output<typeof WhoAboutWhom>;

/** Rows and columns of the table: more do not fit on a screen, and the list below it has all. */
const MOST = { rows: 20, columns: 12 };

export const matrixPage = definePage<List<Pair> & { total: number; sampled: boolean }>({
  asks: { limit: 500 },
  render: ({ url, body: { items, truncated, total, sampled } }) => ({
    title: words.title,
    main: html`<h1>${words.title}</h1>
<p class="muted">${WORDS.statements.counted(total, sampled)}. ${words.explain}</p>
${activeFilters(url)}
${items.length === 0 ? html`<p class="empty">${words.none}</p>` : html`${matrix(url, items)}${list(url, items)}`}
${when(truncated === true, () => html`<p class="muted">${WORDS.paging.truncated}</p>`)}`,
  }),
});

interface Side {
  id: string | null;
  name: string;
  type: string | null;
  count: number;
}

/** Speakers in rows, targets in columns, those with the most statements first. */
function matrix(url: URL, pairs: readonly Pair[]): SafeHtml {
  const rows = mostFrequent(pairs, ({ speaker }) => speaker).slice(0, MOST.rows);
  const columns = mostFrequent(pairs, ({ target }) => target).slice(0, MOST.columns);
  const byIds = new Map(pairs.map((pair) => [`${pair.speaker.id} ${pair.target.id}`, pair]));
  return html`<p class="scale"><span>${words.legend}:</span> <span class="s-5">${words.scale[0]!}</span><span class="s-3"></span><span class="s-1"></span><span class="s0">${words.scale[1]!}</span><span class="s1"></span><span class="s3"></span><span class="s5">${words.scale[2]!}</span></p>
<div class="scroll" role="region" aria-label="${words.title}" tabindex="0"><table class="matrix">
<caption>${words.shown(rows.length, columns.length)}</caption>
<thead><tr><td class="corner">${words.corner}</td>${columns.map((column) => html`<th scope="col" title="${plainText(column.name)}">${thing({ ...column, name: shortened(column.name) })}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      row,
    ) => html`<tr><th scope="row">${thing(row)}</th>${columns.map((column) => cell(url, byIds.get(`${row.id} ${column.id}`)))}</tr>
`,
  )}</tbody>
</table></div>`;
}

function cell(url: URL, pair: Pair | undefined): SafeHtml {
  if (pair === undefined) return html`<td></td>`;
  const { count, goldsteinMean } = pair;
  return html`<td class="${scoreClass(goldsteinMean)}"><a href="${statementsOf(url, pair)}" title="${words.cell(count, goldsteinMean)}"><strong>${count}</strong>${
    goldsteinMean === null ? '' : html` <small>${WORDS.signed(goldsteinMean)}</small>`
  }</a></td>`;
}

const list = (url: URL, pairs: readonly Pair[]): SafeHtml =>
  html`<details><summary>${words.list}</summary>${table(
    words.title,
    [words.speaker, words.target, words.count, words.mean],
    pairs.map((pair) => [
      thing(pair.speaker),
      thing(pair.target),
      html`<a href="${statementsOf(url, pair)}">${pair.count}</a>`,
      pair.goldsteinMean === null ? '–' : WORDS.signed(pair.goldsteinMean),
    ]),
    [words.count, words.mean],
  )}</details>`;

/** Parameters of the table that lists of statements do not have, or that the pair sets itself. */
const OF_THE_TABLE = new Set([
  'speakerType',
  'targetType',
  'limit',
  'format',
  'rows',
  'bom',
  'speaker',
  'about',
  'unnamedTarget',
]);

/** The statements of a pair, under the same filters. */
function statementsOf(url: URL, { speaker, target }: Pair): string {
  const filters: Record<string, string[]> = {};
  for (const [name, value] of url.searchParams)
    if (!OF_THE_TABLE.has(name)) filters[name] = [...(filters[name] ?? []), value];
  const by = speaker.id === null ? { unattributed: 'true' } : { speaker: speaker.id };
  const to = target.id === null ? { unnamedTarget: 'true' } : { about: target.id };
  return pathWith('/v1/statements', { ...filters, ...by, ...to });
}

function mostFrequent(pairs: readonly Pair[], sideOf: (pair: Pair) => Omit<Side, 'count'>): Side[] {
  const sides = new Map<string | null, Side>();
  for (const pair of pairs) {
    const side = sideOf(pair);
    const known = sides.get(side.id);
    if (known) known.count += pair.count;
    else sides.set(side.id, { ...side, count: pair.count });
  }
  return [...sides.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** A name that fits over a column. */
const shortened = (name: string) => (name.length > 36 ? `${[...name].slice(0, 34).join('')}…` : name);

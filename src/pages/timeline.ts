import { definePage, type List } from './define.ts';
import { html, type Part, type SafeHtml, when } from './html.ts';
import { choices } from './parts/choices.ts';
import { dateText } from './parts/dates.ts';
import { activeFilters } from './parts/filters.ts';
import { table } from './parts/list.ts';
import { pathWith } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { timeline: words } = WORDS;

interface Bucket {
  start: string | null;
  end: string | null;
  statements: number;
  events: number;
}

interface Timeline extends List<Bucket> {
  undated: { statements: number; events: number };
}

/** Bars of the chart: the newest ones, since more would be thinner than a line. */
const MOST_BARS = 120;
const HEIGHT = 160;
const STEP = 10;

export const timelinePage = definePage<Timeline>({
  render: ({ url, body: { items, undated } }) => {
    const interval = url.searchParams.get('interval') ?? 'month';
    const dated = items.filter(
      (item): item is Bucket & { start: string; end: string } => item.start !== null,
    );
    const filled = dated.filter(({ statements, events }) => statements + events > 0);
    return {
      title: words.title,
      main: html`<h1>${words.title}</h1>
${activeFilters(url)}
${choices(url, { label: words.interval, name: 'interval', options: words.intervals, byDefault: 'month' })}
${filled.length === 0 ? html`<p class="empty">${words.none}</p>` : chart(dated.slice(-MOST_BARS))}
<p class="muted">${words.undated(undated.statements, undated.events)}</p>
${when(filled.length > 0, () =>
  table(
    words.table,
    [words.interval, words.statements, words.events],
    filled
      .toReversed()
      .map((bucket) => [
        labelOf(bucket, interval),
        counted(bucket.statements, listOf('/v1/statements', url, bucket, ['saidFrom', 'saidTo'])),
        counted(bucket.events, pathWith('/v1/events', { from: bucket.start, to: bucket.end })),
      ]),
    [words.statements, words.events],
  ),
)}`,
    };
  },
});

type Dated = Bucket & { start: string; end: string };

/** Bars of statements and of events, one beside the other, for those who see; the table has the numbers. */
function chart(buckets: readonly Dated[]): SafeHtml {
  const most = Math.max(1, ...buckets.map(({ statements, events }) => Math.max(statements, events)));
  const width = Math.max(buckets.length * STEP, 200);
  const bar = (value: number, x: number, kind: string) => {
    const height = Math.round((value / most) * HEIGHT);
    return value === 0
      ? ''
      : html`<rect class="${kind}" x="${x}" y="${HEIGHT - height}" width="4" height="${height}"></rect>`;
  };
  const first = buckets[0]!;
  const last = buckets.at(-1)!;
  return html`<figure class="chart"><svg viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${words.chart}" preserveAspectRatio="none">${buckets.map(
    ({ statements, events }, place) =>
      html`${bar(statements, place * STEP, 'statements')}${bar(events, place * STEP + 4, 'events')}`,
  )}</svg><figcaption><span>${dateText(first.start)}</span><span><span class="swatch statements"></span> ${words.statements} <span class="swatch events"></span> ${words.events} (${words.tallest(most)})</span><span>${dateText(last.end)}</span></figcaption></figure>`;
}

const labelOf = ({ start, end }: Dated, interval: string): string => {
  if (interval === 'year') return dateText(start.slice(0, 4));
  if (interval === 'month') return dateText(start.slice(0, 7));
  return interval === 'day' ? dateText(start) : dateText(`${start}/${end}`);
};

const OF_THE_LINE = new Set(['interval', 'from', 'to', 'format', 'saidFrom', 'saidTo']);

/** The list of what an interval counts, under the same filters. */
function listOf(path: string, url: URL, { start, end }: Dated, [from, to]: [string, string]): string {
  const filters: Record<string, string[]> = {};
  for (const [name, value] of url.searchParams)
    if (!OF_THE_LINE.has(name)) filters[name] = [...(filters[name] ?? []), value];
  return pathWith(path, { ...filters, [from]: start, [to]: end });
}

const counted = (count: number, path: string): Part =>
  count === 0 ? 0 : html`<a href="${path}">${count}</a>`;

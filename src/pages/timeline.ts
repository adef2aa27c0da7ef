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
/** Pixels of the chart: what the bars have, and what stands above and below them. */
const HEIGHT = 160;
const ABOVE = 10;
const BELOW = 26;
/** A digit of the scale, and the least of it. */
const DIGIT = 9;
/** At most so many lines of the scale, and names of intervals; on a phone every other one of these. */
const MOST_LINES = 4;
const MOST_NAMES = 8;
/** The last part of the line, in which a name would end outside of it. */
const END = 94;

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
${filled.length === 0 ? html`<p class="empty">${words.none}</p>` : chart(dated.slice(-MOST_BARS), interval)}
${when(dated.length > MOST_BARS, () => html`<p class="muted">${words.newest(MOST_BARS, words.intervals[interval]!.toLowerCase())}</p>`)}
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

/** Bars of statements and of events, one beside the other, over a scale and the names of intervals; the table has the numbers. */
function chart(buckets: readonly Dated[], interval: string): SafeHtml {
  const most = Math.max(1, ...buckets.map(({ statements, events }) => Math.max(statements, events)));
  const step = stepOf(most);
  const lines = Array.from({ length: Math.ceil(most / step) + 1 }, (_, nth) => nth * step);
  const top = lines.at(-1)!;
  const heightOf = (value: number) => round((value / top) * HEIGHT);
  const y = (value: number) => ABOVE + HEIGHT - heightOf(value);
  const slot = 100 / buckets.length;
  const bar = (value: number, at: number, kind: string) =>
    value === 0
      ? ''
      : html`<rect class="${kind}" x="${round(at)}%" y="${y(value)}" width="${round(slot * 0.38)}%" height="${heightOf(value)}"></rect>`;
  const every = Math.ceil(buckets.length / MOST_NAMES);
  const width = DIGIT * (String(top).length + 1);
  const height = ABOVE + HEIGHT + BELOW;
  return html`<figure class="chart"><figcaption><span><span class="swatch statements"></span> ${words.statements}</span><span><span class="swatch events"></span> ${words.events}</span></figcaption>
<div class="plot"><svg class="scale" width="${width}" height="${height}" aria-hidden="true">${lines.map(
    (value) =>
      html`<text x="${width - 8}" y="${y(value) + 4}" text-anchor="end">${value.toLocaleString('en')}</text>`,
  )}</svg><svg width="100%" height="${height}" role="img" aria-label="${words.chart}">${lines.map(
    (value) => html`<line x1="0" x2="100%" y1="${y(value)}" y2="${y(value)}"></line>`,
  )}${buckets.map(
    (bucket, place) =>
      html`<g><title>${words.bar(labelOf(bucket, interval), bucket.statements, bucket.events)}</title>${bar(bucket.statements, (place + 0.1) * slot, 'statements')}${bar(bucket.events, (place + 0.52) * slot, 'events')}</g>`,
  )}${buckets.map((bucket, place) => (place % every === 0 ? name(bucket, place, { slot, every, interval }) : ''))}</svg></div></figure>`;
}

/** The name of an interval below its bars; every other one is left out on a phone. */
function name(
  bucket: Dated,
  place: number,
  { slot, every, interval }: { slot: number; every: number; interval: string },
): SafeHtml {
  const at = (place + 0.5) * slot;
  const isMinor = (place / every) % 2 === 1;
  return html`<text class="${isMinor ? 'minor' : 'major'}" x="${round(at)}%" y="${ABOVE + HEIGHT + 18}" text-anchor="${at > END ? 'end' : 'middle'}">${shortLabelOf(bucket, interval)}</text>`;
}

/** The distance of the lines of a scale: one, two or five, or ten times such a one. */
function stepOf(most: number): number {
  for (let power = 1; ; power *= 10)
    for (const one of [1, 2, 5]) if (most / (one * power) <= MOST_LINES) return one * power;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

const labelOf = ({ start, end }: Dated, interval: string): string => {
  if (interval === 'year') return dateText(start.slice(0, 4));
  if (interval === 'month') return dateText(start.slice(0, 7));
  return interval === 'day' ? dateText(start) : dateText(`${start}/${end}`);
};

/** The same in few characters. */
function shortLabelOf({ start }: Dated, interval: string): string {
  const [year, month, day] = start.split('-');
  if (interval === 'year') return dateText(year!);
  const short = WORDS.date.months[Number(month) - 1]!.slice(0, 3);
  return interval === 'month' ? `${short} ${Number(year)}` : `${Number(day)} ${short}`;
}

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

import { eventPath, statementPath } from '../formats/resource-paths.ts';
import type { Contest } from '../model/contest.ts';
import { definePage, type List } from './define.ts';
import { html, type Part, type SafeHtml, when } from './html.ts';
import { choices, sorting } from './parts/choices.ts';
import { time } from './parts/dates.ts';
import { activeFilters } from './parts/filters.ts';
import { article, things } from './parts/links.ts';
import { pageLinks, totalText } from './parts/list.ts';
import { queues } from './parts/queues.ts';
import { WORDS } from './words.ts';

const { contested: words } = WORDS;

/** How many there are of each kind. */
interface Facets {
  of: number;
  type?: { value: string; count: number }[];
  field?: { value: string; count: number }[];
}

type Difference = Contest['differences'][number];
type Reading = Difference['readings'][number];

/** The queue of what sources differ on: each difference with its readings side by side, and the way to decide about it. */
export const contestedPage = definePage<List<Contest> & { facets?: Facets }>({
  asks: { facets: ['type', 'field'] },
  render: ({ url, body }) => ({
    title: words.title,
    description: words.lead,
    main: html`<h1>${words.title}</h1>
${queues(url)}
<p class="lead">${words.lead}</p>
${choices(url, { label: words.ofWhat, name: 'type', options: words.types, counts: body.facets?.type, any: words.anyType })}
${choices(url, { label: words.inWhat, name: 'field', options: words.fields, counts: body.facets?.field, any: words.anyField })}
${activeFilters(url, { without: ['type', 'field'] })}
<p class="bar">${totalText({ ...body, total: body.facets?.of })}${sorting(url)}</p>
${when(body.items.length === 0 && !body.next, () => html`<p class="empty">${words.none}</p>`)}
${body.items.map(contestItem)}
${pageLinks(url, body)}`,
  }),
});

function contestItem({ id, type, text, differences }: Contest): SafeHtml {
  const path = type === 'event' ? eventPath(id) : statementPath(id);
  return html`<article class="card contest" id="${id}">
<h2><span class="badge type">${words.kinds[type]}</span> <a href="${path}"><bdi>${text}</bdi></a></h2>
${differences.map(differenceOf)}
<p><a class="button" href="${path}#decide">${words.decide}</a></p>
</article>
`;
}

const differenceOf = ({ field, readings }: Difference): SafeHtml =>
  html`<section><h3>${words.differ[field]}</h3>
<ul class="readings">${readings.map((reading) => html`<li>${readingOf(field, reading)}</li>`)}</ul></section>`;

/** What some articles say, and which: by whom and when they were published. */
function readingOf(field: Difference['field'], { isShown, articles, ...reading }: Reading): SafeHtml {
  return html`<p><strong>${shownValue(field, reading)}</strong>${when(isShown, () => html` <span class="badge">${words.shown}</span>`)}</p>
<ul class="plain">${articles.map(
    ({ id, title, publisher, published }) =>
      html`<li>${article({ id, title })}<br><span class="meta"><bdi>${publisher ?? WORDS.article.unknownPublisher}</bdi> · ${published === null ? WORDS.article.unknownDate : time(published)}</span></li>`,
  )}</ul>`;
}

function shownValue(
  field: Difference['field'],
  { value, label, entities }: Pick<Reading, 'value' | 'label' | 'entities'>,
): Part {
  if (entities.length > 0) return things(entities, ` ${WORDS.sentence.and} `);
  if (field === 'date') return time(value);
  return html`<bdi>${label ?? value}</bdi>`;
}

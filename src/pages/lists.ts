import type { z } from 'zod';
import { articlePath, entityPath, eventPath } from '../formats/resource-paths.ts';
import type { Article } from '../model/article.ts';
import type { Entity, Relation } from '../model/entity.ts';
import type { Event } from '../model/event.ts';
import type { ListedExclusion } from '../model/excluded.ts';
import type { Mention } from '../model/mention.ts';
import type { TimelineItem } from '../model/timeline.ts';
import { definePage, type List, type PageDefinition } from './define.ts';
import { predicateText, timeline } from './entity.ts';
import { html, joined, NOTHING, type SafeHtml, when } from './html.ts';
import { actBadge } from './parts/act.ts';
import { toldBy, wordsPath } from './parts/assertions.ts';
import { choices } from './parts/choices.ts';
import { time } from './parts/dates.ts';
import { draftBadge } from './parts/drafts.ts';
import { inContext } from './parts/evidence.ts';
import { activeFilters } from './parts/filters.ts';
import { article, thing, things } from './parts/links.ts';
import { pageLinks, totalLine } from './parts/list.ts';
import { queues } from './parts/queues.ts';
import { pathWith } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { lists: words } = WORDS;

/** The page of a list whose items are shown one below the other. */
function listPage<Item, Facets = undefined>(
  title: string | undefined,
  itemOf: (item: Item) => SafeHtml,
  {
    lead = () => NOTHING,
    facets,
    chosenIn = () => [],
  }: {
    /** What stands above the list. */
    lead?: (url: URL, counts: Facets | undefined) => SafeHtml;
    /** What is counted for that. */
    facets?: readonly string[];
    /** The filters that stand there. */
    chosenIn?: (url: URL, counts: Facets | undefined) => readonly string[];
  } = {},
): PageDefinition {
  return definePage<List<Item> & { facets?: Facets }>({
    asks: { total: true, ...(facets && { facets }) },
    render: ({ url, body, query }) => {
      const heading = title ?? query.summary;
      return {
        title: heading,
        main: html`<h1>${heading}</h1>
${lead(url, body.facets)}
${activeFilters(url, { without: chosenIn(url, body.facets) })}
${totalLine(body)}
${when(body.items.length === 0 && !body.next, () => html`<p class="empty">${WORDS.generic.none}</p>`)}
<div class="items">${body.items.map(itemOf)}</div>
${pageLinks(url, body)}`,
      };
    },
  });
}

/** How many roles of a person a list names. */
const NAMED_ROLES = 3;

const entityItem = ({ id, name, type, description, country, roles, review }: Entity): SafeHtml => {
  const held = roles
    .slice(0, NAMED_ROLES)
    .map(({ kind, title, of }) => html`<bdi>${title ?? kind}</bdi>${of ? html`, ${thing(of)}` : ''}`);
  return html`<div class="card item"><p><a class="title" href="${entityPath(id)}"><bdi>${name}</bdi></a> <span class="badge type">${WORDS.entity.types[type]}</span>${draftBadge(review)}${country ? html` <span class="muted">${thing(country)}</span>` : ''}</p>
${description === null ? '' : html`<p><bdi>${description}</bdi></p>`}
${when(held.length > 0, () => html`<p class="meta">${joined(held, ' · ')}</p>`)}</div>`;
};

/** A list of people, countries and the like. */
export const entitiesPage = (title?: string) => listPage<Entity>(title, entityItem);

export const eventsPage = listPage<Event>(
  words.events,
  ({
    id,
    kind,
    label,
    date,
    act,
    place,
    participants,
    assertions,
    review,
  }) => html`<div class="card item"><p><a class="title" href="${eventPath(id)}"><bdi>${label}</bdi></a>${draftBadge(review)}</p>
<p class="meta">${kind} · ${date.edtf === null ? WORDS.statement.undated : time(date.edtf)}${place ? html` · ${thing(place)}` : ''}${act ? html` ${actBadge(act)}` : ''}${toldBy(assertions)}</p>
${when(participants.length > 0, () => html`<p class="meta">${things(participants.map(({ entity }) => entity))}</p>`)}</div>`,
);

export const articlesPage = listPage<Article>(
  words.articles,
  ({
    id,
    title,
    publisher,
    published,
    authors,
    review,
  }) => html`<div class="card item"><p><a class="title" href="${articlePath(id)}"><bdi>${title}</bdi></a>${draftBadge(review)}</p>
<p class="meta">${when(authors.length > 0, () => html`${WORDS.article.by} ${things(authors.map((author) => ({ ...author, type: 'Person' })))} · `)}<bdi>${publisher ?? WORDS.article.unknownPublisher}</bdi> · ${published.edtf === null ? WORDS.article.unknownDate : time(published.edtf)}</p></div>`,
);

export const relationsPage = listPage<Relation>(
  words.relations,
  ({
    id,
    subject,
    predicate,
    object,
    date,
    assertions,
    evidence,
    review,
  }) => html`<div class="card item" id="${id}"><p>${thing(subject)} <strong>${predicateText(predicate)}</strong> ${thing(object)}${date.edtf === null ? '' : html` <span class="muted">(${time(date.edtf)})</span>`}${toldBy(assertions)}${draftBadge(review)}</p>
${evidence.map((one) => html`<blockquote class="words"><a href="${wordsPath(one)}" title="${WORDS.article.inText}">${inContext(one)}</a></blockquote>`)}</div>`,
);

export const mentionsPage = listPage<z.output<typeof Mention>>(
  words.mentions,
  ({
    id,
    entity,
    form,
    reason,
    article: source,
    evidence,
    review,
  }) => html`<div class="card item"><blockquote class="words">${inContext(evidence)}</blockquote>
<p class="meta">${entity ? html`${thing(entity)}, ${WORDS.forms[form]}` : html`${words.unresolved}${reason === null ? '' : html`: <bdi>${reason}</bdi>`}`} · ${article(source, id)}${draftBadge(review)}</p></div>`,
);

/** How many claims are kept out of each article. */
interface ExcludedCounts {
  article: { value: string; label: string; count: number }[];
}

/** Whether the articles that a list is of are among those to choose from. */
const areOffered = (url: URL, counts: ExcludedCounts | undefined): boolean =>
  url.searchParams.getAll('article').every((id) => counts?.article.some(({ value }) => value === id));

const articleChoices = (url: URL, counts: ExcludedCounts | undefined): SafeHtml =>
  counts === undefined || counts.article.length === 0
    ? NOTHING
    : choices(url, {
        label: words.ofArticle,
        name: 'article',
        options: Object.fromEntries(counts.article.map(({ value, label }) => [value, label])),
        counts: counts.article,
        any: words.anyArticle,
      });

export const excludedPage = listPage<z.output<typeof ListedExclusion>, ExcludedCounts>(
  words.excluded,
  ({
    id,
    reason,
    article: source,
    evidence,
  }) => html`<div class="card item" id="${id}"><blockquote class="words">${inContext(evidence)}</blockquote>
<p><strong>${words.whyExcluded}</strong>: <bdi>${reason}</bdi></p>
<p class="meta">${article(source, id)} · ${source.published === null ? WORDS.article.unknownDate : time(source.published)} · <a href="${pathWith('/v1/excluded', { article: source.id })}">${words.allOfArticle}</a></p></div>`,
  {
    lead: (url, counts) =>
      html`${queues(url)}<p class="lead">${words.excludedLead}</p>${articleChoices(url, counts)}`,
    facets: ['article'],
    chosenIn: (url, counts) => (areOffered(url, counts) ? ['article'] : []),
  },
);

export const entityTimelinePage = definePage<List<z.output<typeof TimelineItem>>>({
  asks: { total: true },
  render: ({ url, body, query }) => ({
    title: query.summary,
    main: html`<h1>${query.summary}</h1>
${activeFilters(url)}
${totalLine(body)}
${body.items.length === 0 ? html`<p class="empty">${WORDS.entity.none}</p>` : html`<h2 class="hidden">${WORDS.entity.line}</h2>${timeline(decodeURIComponent(url.pathname.split('/')[3]!), body.items)}`}
${pageLinks(url, body)}`,
  }),
});

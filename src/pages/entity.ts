import type { z } from 'zod';
import { eventPath, statementPath } from '../formats/resource-paths.ts';
import type { EntityDetail, Relation, Role } from '../model/entity.ts';
import type { TimelineItem } from '../model/timeline.ts';
import { definePage, type List } from './define.ts';
import { html, joined, type SafeHtml, when } from './html.ts';
import { actBadge } from './parts/act.ts';
import { toldBy, wordsPath } from './parts/assertions.ts';
import { dateText, time } from './parts/dates.ts';
import { decideOnEntity } from './parts/decide-form.ts';
import { draftBadge } from './parts/drafts.ts';
import { feedOf, followLink } from './parts/follow.ts';
import { thing, things } from './parts/links.ts';
import { plainText } from './parts/plain-text.ts';
import { contestedBadge } from './parts/statement-card.ts';
import { pathWith } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { entity: words } = WORDS;

type Item = z.output<typeof TimelineItem>;

interface Further {
  line: List<Item>;
}

export const entityPage = definePage<EntityDetail, Further>({
  further: ({ id }) => ({
    line: {
      operationId: 'listEntityTimeline',
      params: { id, limit: '60', attribution: 'any', sort: 'newest' },
    },
  }),
  render: ({ body, further: { line } }) => {
    const { id, type, name, aliases, description, country, iso3166, wikidata, roles, relations, links } =
      body;
    const facts = [
      words.types[type],
      ...(iso3166 === null ? [] : [iso3166]),
      ...(country === null ? [] : [thing(country)]),
      ...(wikidata === null
        ? []
        : [
            html`<a href="https://www.wikidata.org/wiki/${wikidata}" rel="noopener noreferrer external">Wikidata ${wikidata}</a>`,
          ]),
    ];
    const feed = pathWith(links.timeline, { sort: 'newest', format: 'atom' });
    return {
      title: name,
      description: description ?? name,
      head: feedOf(feed, words.feed(plainText(name))),
      main: html`<article class="one entity">
<p class="kicker">${joined(facts, ' · ')}</p>
<h1><bdi>${name}</bdi></h1>
${description === null ? '' : html`<p class="lead"><bdi>${description}</bdi></p>`}
${counts(body)}
<div class="columns">
<section>
<h2>${words.line}</h2>
${line.items.length === 0 ? html`<p class="empty">${words.none}</p>` : timeline(id, line.items)}
<p>${when(Boolean(line.next), () => html`<a href="${links.timeline}">${words.wholeLine} ›</a> · `)}${followLink(feed)}</p>
</section>
<aside class="facets" aria-label="${words.roles}">
${when(roles.length > 0, () => html`<h2>${words.roles}</h2><ul class="stack">${roles.map((role) => html`<li>${roleItem(role)}</li>`)}</ul>`)}
${when(relations.length > 0, () => html`<h2>${words.relations}</h2><ul class="stack">${relations.map((relation) => html`<li id="${relation.id}">${relationItem(relation)}</li>`)}</ul><p><a href="${links.relations}">${words.allRelations}</a></p>`)}
${when(aliases.length > 0, () => html`<h2>${words.alsoKnownAs}</h2><p>${joined(aliases.map((alias) => html`<bdi>${alias}</bdi>`))}</p>`)}
</aside>
</div>
${decideOnEntity(body)}
</article>`,
      scripts: type === 'Country' ? [] : ['decide.js'],
    };
  },
});

const COUNTS = ['statementsBy', 'statementsAbout', 'events', 'mentions', 'relations'] as const;

/** How often an entity occurs, each number with a link to what it counts. */
const counts = ({ counts: numbers, links }: EntityDetail): SafeHtml =>
  html`<ul class="counts">${COUNTS.filter((name) => numbers[name] > 0).map(
    (name) =>
      html`<li><a href="${links[name]}"><strong>${numbers[name].toLocaleString('en')}</strong> ${words.counts[name](numbers[name])}</a></li>`,
  )}</ul>`;

function roleItem({ kind, title, of, from, until, former, assertions, evidence }: Role): SafeHtml {
  const days = [
    ...(from === null ? [] : [words.since(dateText(from))]),
    ...(until === null ? [] : [words.until(dateText(until))]),
    ...(former ? [words.former] : []),
  ];
  const [first] = evidence;
  const label = html`<bdi>${title ?? kind}</bdi>`;
  return html`${first ? html`<a href="${wordsPath(first)}" title="${WORDS.article.inText}">${label}</a>` : label}${of ? html`, ${thing(of)}` : ''}${when(days.length > 0, () => html` <span class="muted">(${days.join(', ')})</span>`)}${toldBy(assertions)}`;
}

const relationItem = ({ subject, predicate, object, date, assertions }: Relation): SafeHtml =>
  html`${thing(subject)} <span class="muted">${predicateText(predicate)}</span> ${thing(object)}${date.edtf === null ? '' : html` <span class="muted">(${time(date.edtf)})</span>`}${toldBy(assertions)}`;

/** How a relation is read, such as "ally of". */
export const predicateText = (predicate: string) => predicate.toLowerCase().replaceAll('_', ' ');

/** Statements and events by year, the newest first, what has no date last. */
export function timeline(id: string, items: readonly Item[]): SafeHtml {
  const byYear = Map.groupBy(items, ({ date }) => date.earliest?.slice(0, 4).replace(/^0+/, '') ?? '');
  return html`${[...byYear].map(
    ([year, ofYear]) =>
      html`<section class="year"><h3>${year === '' ? WORDS.statement.undated : year}</h3><ol class="line">${ofYear.map((item) => timelineItem(id, item))}</ol></section>`,
  )}`;
}

function timelineItem(
  id: string,
  { kind, id: itemId, text, date, speakers, contested, act, review }: Item,
): SafeHtml {
  const path = kind === 'event' ? eventPath(itemId) : statementPath(itemId);
  const others = speakers.filter((speaker) => speaker.id !== id);
  return html`<li class="${kind}"><p class="meta"><span class="kind">${words.kinds[kind]}</span>${
    kind === 'saidAbout' && others.length > 0 ? html` ${words.by} ${things(others)}` : ''
  }${date.edtf === null || /^\d{4}$/.test(date.edtf) ? '' : html` · ${time(date.edtf)}`}${act ? html` ${actBadge(act)}` : ''}${contestedBadge(contested)}${draftBadge(review)}</p>
<p><a href="${path}"><bdi>${text}</bdi></a></p></li>`;
}

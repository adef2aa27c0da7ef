import type { z } from 'zod';
import { type Decision, thingsOfDecision } from '../model/decision.ts';
import { definePage, type List } from './define.ts';
import { html, when } from './html.ts';
import { choices, sorting } from './parts/choices.ts';
import { decisionItem } from './parts/decisions.ts';
import { activeFilters } from './parts/filters.ts';
import { pageLinks, totalText } from './parts/list.ts';
import { queues } from './parts/queues.ts';
import { WORDS } from './words.ts';

const { decisions: words } = WORDS;

type DecisionItem = z.output<typeof Decision>;

/** What reviewers decided: each decision with what it is about by name, narrowed by kind. */
export const decisionsPage = definePage<List<DecisionItem>>({
  asks: { total: true, sort: 'newest' },
  things: ({ items }) => items.flatMap(thingsOfDecision),
  render: ({ url, body, nameOf }) => ({
    title: words.title,
    description: words.lead,
    main: html`<h1>${words.title}</h1>
${queues(url)}
<p class="lead">${words.lead}</p>
${choices(url, { label: words.kind, name: 'kind', options: words.kinds, any: words.anyKind })}
${activeFilters(url, { without: ['kind'] })}
<p class="bar">${totalText(body)}${sorting(url)}</p>
${when(body.items.length === 0 && !body.next, () => html`<p class="empty">${words.none}</p>`)}
${body.items.map((one) => html`<article class="card decided" id="${one.id}">${decisionItem(one, nameOf)}</article>\n`)}
${pageLinks(url, body)}`,
  }),
});

/** One decision. */
export const decisionPage = definePage<DecisionItem>({
  things: thingsOfDecision,
  render: ({ body, nameOf }) => ({
    title: words.titleOfOne,
    description: `${words.kinds[body.kind]}: ${body.why}`,
    main: html`<h1>${words.titleOfOne}</h1>
<article class="card decided">${decisionItem(body, nameOf)}</article>
<p><a href="/v1/decisions">${words.all} ›</a></p>`,
  }),
});

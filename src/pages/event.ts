import type { z } from 'zod';
import { statementPath } from '../formats/resource-paths.ts';
import { type Decision, thingsOfDecision } from '../model/decision.ts';
import type { EventDetail } from '../model/event.ts';
import type { Figure } from '../model/figure.ts';
import { definePage, type List } from './define.ts';
import { html, type Part, type SafeHtml, when } from './html.ts';
import { actBadge } from './parts/act.ts';
import { accounts, asserted, toldBy, wordsPath } from './parts/assertions.ts';
import { time } from './parts/dates.ts';
import { decideOnEvent } from './parts/decide-form.ts';
import { decisionList, decisionsAbout } from './parts/decisions.ts';
import { feedOf, followLink } from './parts/follow.ts';
import { article, thing, things } from './parts/links.ts';
import { table } from './parts/list.ts';
import { plainText } from './parts/plain-text.ts';
import { eventAccounts } from './parts/readings.ts';
import { contestedBadge } from './parts/statement-card.ts';
import { pathWith } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { event: words } = WORDS;

interface Further {
  decisions: List<z.output<typeof Decision>>;
}

export const eventPage = definePage<EventDetail, Further>({
  further: ({ id }) => ({ decisions: decisionsAbout(id) }),
  things: (_body, { decisions }) => decisions.items.flatMap(thingsOfDecision),
  render: ({ body, further: { decisions }, nameOf }) => {
    const { id, kind, label, date, act, mode, contexts, place, participants, figures, assertions, evidence } =
      body;
    const titles = new Map(body.accounts.map(({ article }) => [article.id, article.title]));
    const ofRole = (role: string) =>
      participants.filter((one) => one.role === role).map(({ entity }) => entity);
    const facts: [string, Part][] = [
      [
        words.date,
        date.edtf === null ? html`<span class="muted">${WORDS.statement.noDate}</span>` : time(date.edtf),
      ],
      ...(place ? [[words.place, thing(place)] as [string, Part]] : []),
      ...(['actor', 'recipient'] as const).flatMap((role): [string, Part][] => {
        const entities = ofRole(role);
        return entities.length > 0 ? [[words[role], things(entities)]] : [];
      }),
      ...(mode === null ? [] : [[words.mode, mode] as [string, Part]]),
      ...(contexts.length > 0
        ? [[words.context, contexts.join(', ').replaceAll('_', ' ')] as [string, Part]]
        : []),
    ];
    const feed = pathWith('/v1/statements', { about: id, format: 'atom' });
    return {
      title: label,
      head: feedOf(feed, words.feed(plainText(label))),
      main: html`<article class="one event">
<p class="kicker">${WORDS.entity.types.Event} · ${kind}</p>
<h1><bdi>${label}</bdi></h1>
<p class="meta">${act ? actBadge(act) : ''}${toldBy(assertions)}${contestedBadge(body.contested)}</p>
${when(body.contested.length > 0, () => html`<p class="notice">${WORDS.statement.contestedHint}</p>`)}
<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${when(figures.length > 0, () => html`<h2>${words.figures}</h2>${figureTable(figures, titles)}`)}
<h2>${words.accounts}</h2>
${eventAccounts(body)}
${accounts(assertions, evidence, titles)}
${statementList(words.about, body.statementsAbout)}
${statementList(words.at, body.statementsAt)}
${decisionList(decisions.items, nameOf)}
${decideOnEvent(body)}
<p><a href="${pathWith('/v1/statements', { about: id })}">${words.all} ›</a> · ${followLink(feed)}</p>
</article>`,
      scripts: ['decide.js'],
    };
  },
});

/** Numbers that are given of an event, side by side. */
const figureTable = (figures: readonly Figure[], titles: ReadonlyMap<string, string>): SafeHtml =>
  table(
    words.figures,
    [words.what, words.number, words.saidBy, words.words],
    figures.map((figure) => [
      figure.what,
      html`<strong><bdi>${numberOf(figure)}</bdi></strong>`,
      html`${article({ id: figure.assertion.article, title: titles.get(figure.assertion.article) ?? figure.assertion.article })}: ${asserted(figure.assertion)}`,
      html`<a href="${wordsPath(figure.evidence)}"><bdi>${figure.evidence.exact}</bdi></a>`,
    ]),
    [words.number],
  );

function numberOf({ value, from, to, unit }: Figure): string {
  const [exact, least, most] = [value, from, to].map((number) => number?.toLocaleString('en'));
  const range = least && most ? `${least}–${most}` : least ? words.atLeast(least) : words.upTo(most ?? '?');
  const number = exact ?? range;
  return unit === null ? number : `${number} ${unit}`;
}

const statementList = (title: string, statements: EventDetail['statementsAbout']): SafeHtml =>
  when(
    statements.length > 0,
    () =>
      html`<h2>${title}</h2><ul>${statements.map(({ id, text }) => html`<li><a href="${statementPath(id)}"><bdi>${text}</bdi></a></li>`)}</ul>`,
  );

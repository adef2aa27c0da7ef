import type { z } from 'zod';
import { entityPath, eventPath, statementPath } from '../../formats/resource-paths.ts';
import type { Decision } from '../../model/decision.ts';
import type { NameOf, Thing } from '../../model/thing.ts';
import type { FurtherRequest } from '../define.ts';
import { html, joined, type SafeHtml, when } from '../html.ts';
import { WORDS } from '../words.ts';
import { moment } from './dates.ts';
import { article as articleLink } from './links.ts';

const { decisions: words } = WORDS;

type DecisionItem = z.output<typeof Decision>;

/** The decisions about one thing, by its id. */
export const decisionsAbout = (id: unknown): FurtherRequest => ({
  operationId: 'listDecisions',
  params: { target: id, limit: '100' },
});

/** What reviewers decided about something, under a heading; nothing where that is nothing. */
export const decisionList = (decisions: readonly DecisionItem[], nameOf: NameOf): SafeHtml =>
  when(
    decisions.length > 0,
    () =>
      html`<h2>${words.title}</h2><ul class="plain">${decisions.map((one) => html`<li class="card">${decisionItem(one, nameOf)}</li>`)}</ul>`,
  );

/** A decision: what, about what, why, by whom and when, and whether it holds. */
export function decisionItem(decision: DecisionItem, nameOf: NameOf): SafeHtml {
  const { id, kind, by, at, why, rank, speakers, of, ids, entity, into, article, isActive } = decision;
  const link = ({ kind: what, id: named }: Thing) => thingLink({ kind: what, id: named }, nameOf);
  // What was merged has the name of what it was merged into, and is told from it by its id.
  const former = (one: Thing) =>
    into !== null && nameOf('entity', one.id) === nameOf('entity', into)
      ? html`<code>${one.id}</code>`
      : link(one);
  const whom = joined(
    speakers.map((speaker) => link({ kind: 'entity', id: speaker })),
    ` ${WORDS.sentence.and} `,
  );
  const about = [
    ...(decision.statement === null ? [] : [link({ kind: 'statement', id: decision.statement })]),
    ...distinct(
      ids.map((one) => ({ kind: of === 'events' ? 'event' : 'statement', id: one }) as const),
      nameOf,
    ).map(link),
    ...(entity === null || into === null
      ? []
      : [
          html`${former({ kind: 'entity', id: entity })} ${words.goesOnAs} ${link({ kind: 'entity', id: into })}`,
        ]),
    ...(decision.decision === null
      ? []
      : [html`${words.revokedOne} ${link({ kind: 'decision', id: decision.decision })}`]),
  ];
  return html`<p><a href="/v1/decisions/${id}"><strong>${words.kinds[kind]}</strong></a>${
    rank === null
      ? ''
      : html`: ${speakers.length === 0 ? words.nobody : whom}, <strong>${WORDS.statement.rank[rank as 'normal'].toLowerCase()}</strong>`
  }${when(!isActive, () => html` <span class="badge">${words.revoked}</span>`)}</p>
${when(about.length > 0, () => html`<ul class="plain about">${about.map((one) => html`<li>${one}</li>\n`)}</ul>`)}
<p><span class="muted">${words.why}</span> <bdi>${why}</bdi></p>
<p class="meta">${words.by} <bdi>${by}</bdi>, ${moment(at)}${
    article === null
      ? ''
      : html` · ${words.of} ${articleLink({ id: article, title: nameOf('article', article) ?? article })}`
  }</p>`;
}

/** Things that were found to be one have one name, and are shown once. */
function distinct<T extends Thing>(things: readonly T[], nameOf: NameOf): T[] {
  const byName = new Map(things.map((one) => [nameOf(one.kind, one.id) ?? one.id, one]));
  return [...byName.values()];
}

const PATHS: Record<Exclude<Thing['kind'], 'article'>, (id: string) => string> = {
  decision: (id) => `/v1/decisions/${id}`,
  statement: statementPath,
  event: eventPath,
  entity: entityPath,
};

/** A link by the name of a thing; what is there no longer is named by its id. */
export function thingLink({ kind, id }: Thing, nameOf: NameOf): SafeHtml {
  const name = nameOf(kind, id);
  if (name === undefined) return html`<code>${id}</code> <span class="muted">(${words.gone})</span>`;
  if (kind === 'article') return articleLink({ id, title: name });
  return html`<a href="${PATHS[kind](id)}"><bdi>${name}</bdi></a>`;
}

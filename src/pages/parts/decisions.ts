import type { z } from 'zod';
import type { Decision } from '../../model/decision.ts';
import type { FurtherRequest } from '../define.ts';
import { html, joined, type SafeHtml, when } from '../html.ts';
import { WORDS } from '../words.ts';
import { time } from './dates.ts';

const { decisions: words } = WORDS;

/** The decisions about one thing, by its id. */
export const decisionsAbout = (id: unknown): FurtherRequest => ({
  operationId: 'listDecisions',
  params: { target: id, limit: '100' },
});

/** What reviewers decided about something: what, who, when, why, and whether it holds. */
export const decisionList = (decisions: readonly z.output<typeof Decision>[]): SafeHtml =>
  when(
    decisions.length > 0,
    () =>
      html`<h2>${words.title}</h2><ul class="plain">${decisions.map(
        ({ id, kind, by, at, why, rank, speakers, ids, entity, into, isActive }) =>
          html`<li class="card"><p><a href="/v1/decisions/${id}"><strong>${words.kinds[kind]}</strong></a>${rank === null ? '' : html`: ${WORDS.statement.rank[rank as 'normal']}`}${when(
            speakers.length + ids.length > 0 || entity !== null,
            () =>
              html` (${joined([...speakers, ...ids, ...(entity === null ? [] : [entity, into])].map((one) => html`<bdi>${one}</bdi>`))})`,
          )}${when(!isActive, () => html` <span class="badge">${words.revoked}</span>`)}</p>
<p><bdi>${why}</bdi></p><p class="meta">${words.by} <bdi>${by}</bdi>, ${time(at.slice(0, 10))}</p></li>`,
      )}</ul>`,
  );

import type { z } from 'zod';
import { articlePath } from '../formats/resource-paths.ts';
import { type Decision, thingsOfDecision } from '../model/decision.ts';
import type { Quotation, StatementDetail } from '../model/statement.ts';
import { definePage, type List } from './define.ts';
import { html, type SafeHtml, when } from './html.ts';
import { actBadge } from './parts/act.ts';
import { attributionList, quotationHeading } from './parts/attributions.ts';
import { citationsOf } from './parts/cite.ts';
import { time } from './parts/dates.ts';
import { decideOnStatement } from './parts/decide-form.ts';
import { decisionList, decisionsAbout } from './parts/decisions.ts';
import { discovery } from './parts/discovery.ts';
import { partsInContext } from './parts/evidence.ts';
import { article, things } from './parts/links.ts';
import { plainText } from './parts/plain-text.ts';
import { contestedReadings, statementReadings } from './parts/readings.ts';
import { aboutWhom, contestedBadge, said, speakers } from './parts/statement-card.ts';
import { pathWith } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { statement: words } = WORDS;

interface Further {
  decisions: List<z.output<typeof Decision>>;
}

export const statementPage = definePage<StatementDetail, Further>({
  further: ({ id }) => ({ decisions: decisionsAbout(id) }),
  things: (_body, { decisions }) => decisions.items.flatMap(thingsOfDecision),
  render: ({ url, origin, body, further: { decisions }, nameOf }) => {
    const { text, said: date, act, contested, about, quotations, speakers: named, variants, saidAt } = body;
    const whom = [...about.map(({ name }) => name), ...body.unnamedTargets.map(({ words: exact }) => exact)];
    const names = named.map(({ name }) => name).join(', ') || words.anonymous;
    return {
      title: `${names}: ${text.length > 80 ? `${[...text].slice(0, 80).join('')}…` : text}`,
      description: `${names}${whom.length > 0 ? ` ${words.about} ${whom.join(', ')}` : ''}: ${[...text].slice(0, 200).join('')}`,
      head: discovery(url, origin),
      main: html`<article class="one statement">
<p class="kicker"><strong>${speakers(body)}</strong>${when(whom.length > 0, () => html` ${words.about} ${aboutWhom(body)}`)}</p>
<h1 class="said"><blockquote>${said(body)}</blockquote></h1>
<p class="meta">${act ? html`${actBadge(act)} ` : ''}${date.edtf === null ? html`<span class="muted">${words.noDate}</span>` : time(date.edtf)}${when(
        saidAt.length > 0,
        () => html` · ${words.saidAt} ${things(saidAt)}`,
      )}${contestedBadge(contested)}</p>
${when(contested.length > 0, () => html`<p class="notice">${words.contestedHint}</p>`)}
${when(contested.length > 0, () => contestedReadings(body))}
${statementReadings(body)}
<h2>${words.renderings(quotations.length)}</h2>
<div class="side">${quotations.map(rendering)}</div>
${when(variants.length > 0, () => html`<h2>${words.variants}</h2><ul>${variants.map((variant) => html`<li><bdi>${variant}</bdi></li>`)}</ul>`)}
${decisionList(decisions.items, nameOf)}
${decideOnStatement(body)}
<nav class="more" aria-label="${words.more}"><h2>${words.more}</h2>
<ul>${named.map(({ id, name }) => html`<li><a href="${pathWith('/v1/statements', { speaker: id })}">${words.moreBy(plainText(name))}</a></li>`)}${about.map(({ id, name }) => html`<li><a href="${pathWith('/v1/statements', { about: id })}">${words.moreAbout(plainText(name))}</a></li>`)}</ul></nav>
<details class="cite"><summary>${words.cite}</summary>${citationsOf(body, origin).map(
        ({ label, text: cited }) =>
          html`<h3>${label}</h3><pre tabindex="0" data-copy="${words.copy}" data-copied="${words.copied}">${cited}</pre>`,
      )}</details>
</article>`,
      scripts: ['decide.js'],
    };
  },
});

function rendering(quotation: Quotation): SafeHtml {
  const { id, article: source, evidence, match } = quotation;
  return html`<section class="card rendering" id="${id}">
<h3>${article(source, id)}</h3>
<p class="meta">${source.published === null ? WORDS.article.unknownDate : time(source.published)}</p>
${quotationHeading(quotation)}
<blockquote class="said">${partsInContext(evidence)}</blockquote>
<p class="meta">${words.attributedTo}</p>
${attributionList(quotation)}
${match ? html`<p class="meta">${words.match[match.basis]}, ${words.confidence(match.score)}: <bdi>${match.reason}</bdi></p>` : ''}
<p><a href="${articlePath(source.id)}#${id}">${words.readInContext}</a></p>
</section>`;
}

import type { Statement } from '../model/statement.ts';
import type { FurtherRequest, FurtherResponses, List, Page, PageExample } from './define.ts';
import { html, type SafeHtml, when } from './html.ts';
import { questionForm } from './parts/question-form.ts';
import { statementCard } from './parts/statement-card.ts';
import { WORDS } from './words.ts';

const { home: words } = WORDS;

/** What the first page shows of the record. */
export const HOME_REQUESTS: Record<string, FurtherRequest> = {
  newest: { operationId: 'listStatements', params: { limit: '6' } },
  contested: { operationId: 'listStatements', params: { contested: 'true', limit: '4' } },
};

interface HomeResponses {
  newest: List<Statement>;
  contested: List<Statement>;
}

/** The first page: the question as a form, what is new, what is contested, and questions to start with. */
export function homePage(further: FurtherResponses, examples: readonly PageExample[]): Page {
  const { newest, contested } = further as HomeResponses;
  return {
    title: WORDS.name,
    main: html`<div class="hero"><h1>${WORDS.motto}</h1>
<p class="lead">${WORDS.about}</p></div>
<h2 class="hidden">${WORDS.form.title}</h2>
${questionForm(new URLSearchParams())}
<p><a href="/check">${words.check} ›</a> · <a href="/review">${words.add} ›</a></p>
<div class="columns even">
<section><h2>${words.newest}</h2>
${newest.items.length === 0 ? html`<p class="empty">${words.empty}</p>` : newest.items.map(statementCard)}
${when(newest.items.length > 0, () => html`<p><a href="/v1/statements">${words.allNewest} ›</a></p>`)}
</section>
<div>
<section><h2>${words.examples}</h2>${exampleList(examples)}</section>
<section><h2>${words.contested}</h2>
${contested.items.length === 0 ? html`<p class="muted">${words.noneContested}</p>` : contested.items.map(statementCard)}
${when(contested.items.length > 0, () => html`<p><a href="/v1/contested">${words.allContested} ›</a></p>`)}
<p><a href="/v1/excluded">${words.allExcluded} ›</a></p>
</section>
</div>
</div>`,
    scripts: ['suggest.js'],
  };
}

const exampleList = (examples: readonly PageExample[]): SafeHtml =>
  html`<ul class="examples">${examples.map(({ summary, url }) => html`<li><a href="${url}">${summary}</a></li>`)}</ul>`;

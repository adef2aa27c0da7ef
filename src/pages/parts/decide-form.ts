import type { EntityDetail } from '../../model/entity.ts';
import type { EventDetail } from '../../model/event.ts';
import type { StatementDetail } from '../../model/statement.ts';
import { html, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';
import { keyForm } from './key-form.ts';
import { plainText } from './plain-text.ts';

const { decide: words } = WORDS;

type Kind = keyof typeof words.kinds;

/** Decisions about a statement, for who has a key; the script shows it, and sends what is filled in. */
export function decideOnStatement({ id, quotations }: StatementDetail): SafeHtml {
  const articles = [...new Map(quotations.map(({ article }) => [article.id, plainText(article.title)]))];
  const attributions = quotations.flatMap(({ article, attributions: all }) =>
    all.map(({ speakers, rank }) => ({
      value: JSON.stringify({ article: article.id, speakers: speakers.map((speaker) => speaker.id) }),
      label: `${speakers.map(({ name }) => plainText(name)).join(', ') || WORDS.statement.anonymous}, ${plainText(article.title)} (${WORDS.statement.rank[rank]})`,
    })),
  );
  return decideForm(
    id,
    'statements',
    ['rank', 'exclude', 'same', 'different'],
    html`<p class="field" data-for="rank"><label for="d-attribution">${words.attribution}</label><select id="d-attribution">${attributions.map(({ value, label }) => html`<option value="${value}">${label}</option>`)}</select></p>
<p class="field" data-for="rank"><label for="d-rank">${words.rank}</label><select id="d-rank">${Object.entries(WORDS.statement.rank).map(([value, label]) => html`<option value="${value}">${label}</option>`)}</select></p>
<p class="field" data-for="exclude"><label for="d-article">${words.article}</label><select id="d-article"><option value="">${words.allArticles}</option>${articles.map(([value, label]) => html`<option value="${value}">${label}</option>`)}</select></p>`,
  );
}

/** Decisions about an event: which other one it is, or is not. */
export const decideOnEvent = ({ id }: EventDetail): SafeHtml =>
  decideForm(id, 'events', ['same', 'different'], html``);

/** Decisions about an entity: which other one it is. A country is not merged. */
export const decideOnEntity = ({ id, type }: Pick<EntityDetail, 'id' | 'type'>): SafeHtml =>
  type === 'Country' ? html`` : decideForm(id, 'entities', ['merge'], html``);

const decideForm = (
  id: string,
  of: 'statements' | 'events' | 'entities',
  kinds: readonly Kind[],
  fields: SafeHtml,
): SafeHtml => html`<details class="decide" id="decide" data-id="${id}" data-of="${of}" data-done="${words.done}" hidden><summary>${words.title}</summary>
${keyForm()}
<form class="question decision">
<p class="field"><label for="d-kind">${words.kind}</label><select id="d-kind">${kinds.map((kind) => html`<option value="${kind}">${words.kinds[kind]}</option>`)}</select></p>
${fields}
<p class="field" data-for="same different merge"><label for="d-other">${words.other[of]}</label><input id="d-other" maxlength="120" autocomplete="off"></p>
<p class="field wide"><label for="d-why">${words.why}</label><input id="d-why" maxlength="2000" required></p>
<p class="submit"><button class="primary">${words.submit}</button> <span role="status"></span></p>
</form></details>`;

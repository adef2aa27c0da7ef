import type { Row } from '../model/row.ts';
import { definePage } from './define.ts';
import { html, NOTHING, type SafeHtml, when } from './html.ts';
import { thing } from './parts/links.ts';
import { pageLinks } from './parts/list.ts';
import { WORDS } from './words.ts';

const { generic: words } = WORDS;

/** The page of a response that has no page of its own: its items as a table, or its fields, one after the other. */
export const anythingPage = definePage<Row>({
  render: ({ url, body, query }) => {
    const items = Array.isArray(body)
      ? body
      : Array.isArray(body.items)
        ? (body.items as unknown[])
        : undefined;
    const { items: _items, next, truncated, ...rest } = body;
    return {
      title: query.summary,
      main: html`<h1>${query.summary}</h1>
<details><summary>${words.description}</summary><p>${query.description}</p>
${when(query.examples.length > 0, () => html`<p>${words.examples}:</p><ul>${query.examples.map(({ summary, url: example }) => html`<li><a href="${example}">${summary}</a></li>`)}</ul>`)}</details>
${items ? html`${when(items.length === 0, () => html`<p class="empty">${words.none}</p>`)}${items.map((item) => html`<div class="card">${shown(item)}</div>\n`)}` : NOTHING}
${Object.keys(rest).length > 0 && !Array.isArray(body) ? html`<div class="card">${shown(rest)}</div>` : NOTHING}
${pageLinks(url, { items: items ?? [], next: next as string | null | undefined, truncated: truncated === true })}`,
    };
  },
});

/** A value of any shape. */
function shown(value: unknown): SafeHtml {
  if (value === null || value === undefined) return html`<span class="muted">–</span>`;
  if (typeof value === 'boolean') return html`${value ? words.yes : words.no}`;
  if (Array.isArray(value)) return listOf(value);
  if (typeof value === 'object') return linkOf(value as Row) ?? fieldsOf(value as Row);
  const text = String(value);
  return /^\/(v1|problems)\//.test(text) ? html`<a href="${text}">${text}</a>` : html`<bdi>${text}</bdi>`;
}

const TYPES = new Set(['Person', 'Country', 'Organization', 'Place', 'Event']);

/** What names an entity or an event is a link to it. */
function linkOf({ id, name, type }: Row): SafeHtml | undefined {
  const isThing = typeof id === 'string' && typeof name === 'string' && TYPES.has(String(type));
  return isThing ? thing({ id, name, type: String(type) }) : undefined;
}

function listOf(values: readonly unknown[]): SafeHtml {
  if (values.length === 0) return html`<span class="muted">–</span>`;
  return html`<ul class="values">${values.map((value) => html`<li>${shown(value)}</li>`)}</ul>`;
}

const fieldsOf = (row: Row): SafeHtml =>
  html`<dl>${Object.entries(row).map(([name, value]) => html`<dt>${labelOf(name)}</dt><dd>${shown(value)}</dd>`)}</dl>`;

/** The name of a field as words. */
const labelOf = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

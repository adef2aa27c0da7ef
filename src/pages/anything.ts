import type { Row } from '../model/row.ts';
import { definePage } from './define.ts';
import { html, NOTHING, type SafeHtml, when } from './html.ts';
import { thing } from './parts/links.ts';
import { pageLinks, table } from './parts/list.ts';
import { WORDS } from './words.ts';

const { generic: words } = WORDS;

/** The page of a response that has no page of its own: its items as a table where each value is one, else field by field. */
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
${items ? html`${when(items.length === 0, () => html`<p class="empty">${words.none}</p>`)}${asTable(query.summary, items) ?? items.map((item) => html`<div class="card">${shown(item)}</div>\n`)}` : NOTHING}
${Object.keys(rest).length > 0 && !Array.isArray(body) ? html`<div class="card">${shown(rest)}</div>` : NOTHING}
${pageLinks(url, { items: items ?? [], next: next as string | null | undefined, truncated: truncated === true })}`,
    };
  },
});

/** Items whose values are one each, as a table without the columns that no item has anything in; undefined for others. */
function asTable(caption: string, items: readonly unknown[]): SafeHtml | undefined {
  const rows = items.filter((item): item is Row => typeof item === 'object' && item !== null);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row).filter((name) => row[name] !== null)))];
  const isOne = (value: unknown) =>
    typeof value !== 'object' || value === null || linkOf(value as Row) !== undefined;
  if (
    names.length < 2 ||
    rows.some(linkOf) ||
    rows.length < items.length ||
    !rows.every((row) => Object.values(row).every(isOne))
  )
    return undefined;
  const numbers = names.filter((name) => rows.every((row) => typeof (row[name] ?? 0) === 'number'));
  return table(
    caption,
    names.map(labelOf),
    rows.map((row) => names.map((name) => shown(row[name]))),
    numbers.map(labelOf),
  );
}

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

/** What names an entity or an event is a link to it; what only names something is its name. */
function linkOf({ id, name, type, ...rest }: Row): SafeHtml | undefined {
  if (typeof name !== 'string') return undefined;
  if (typeof id === 'string' && TYPES.has(String(type))) return thing({ id, name, type: String(type) });
  const isName = id !== undefined && type !== undefined && Object.keys(rest).length === 0;
  return isName ? thing({ id: null, name, type: null }) : undefined;
}

function listOf(values: readonly unknown[]): SafeHtml {
  if (values.length === 0) return html`<span class="muted">–</span>`;
  return html`<ul class="values">${values.map((value) => html`<li>${shown(value)}</li>`)}</ul>`;
}

const fieldsOf = (row: Row): SafeHtml =>
  html`<dl>${Object.entries(row).map(([name, value]) => html`<dt>${labelOf(name)}</dt><dd>${shown(value)}</dd>`)}</dl>`;

/** The name of a field as words. */
const labelOf = (name: string) => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

import { attribute, html, type Part, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';
import { changed, withOnly } from './urls.ts';

interface Choices {
  /** What is chosen from. */
  label: string;
  /** The parameter that says what is chosen. */
  name: string;
  /** Its values, each with what it is called. */
  options: Record<string, string>;
  /** How many items there are of each, where that was counted. */
  counts?: readonly { value: string; count: number }[] | undefined;
  /** What is called that none of them is chosen, where that can be. */
  any?: string;
  /** What is chosen where the URL does not say. */
  byDefault?: string;
}

const chip = (url: string, label: Part, isChosen: boolean, count?: number): SafeHtml =>
  html`<li><a href="${url}"${attribute('aria-current', isChosen ? 'true' : undefined)}>${label}${count === undefined ? '' : html` <span class="count">${count.toLocaleString('en')}</span>`}</a></li>`;

/** Links to the same page with each of some values of a parameter. */
export function choices(url: URL, { label, name, options, counts, any, byDefault }: Choices): SafeHtml {
  const given = url.searchParams.getAll(name);
  const chosen = given.length === 0 && byDefault !== undefined ? [byDefault] : given;
  // What was counted and is not among the counts is there not at all.
  const countOf = (value: string) => counts && (counts.find((one) => one.value === value)?.count ?? 0);
  const without = changed(url, (search) => search.delete(name));
  return html`<nav aria-label="${label}"><ul class="chips">${any === undefined ? '' : chip(without, any, chosen.length === 0)}${Object.entries(
    options,
  ).map(([value, text]) =>
    chip(
      value === byDefault ? without : withOnly(url, name, value),
      html`<bdi>${text}</bdi>`,
      chosen.includes(value),
      countOf(value),
    ),
  )}</ul></nav>`;
}

const ORDERS = ['newest', 'oldest'] as const;

/** The two orders of a list by day: the one that it has, and a link to the other. */
export function sorting(url: URL): SafeHtml {
  const { statements: words } = WORDS;
  const sort = url.searchParams.get('sort') ?? 'newest';
  const [newest, oldest] = ORDERS.map((value) =>
    sort === value
      ? html`<strong aria-current="true">${words[value]}</strong>`
      : html`<a href="${value === 'newest' ? changed(url, (search) => search.delete('sort')) : withOnly(url, 'sort', value)}">${words[value]}</a>`,
  );
  return html`<span>${newest} <span class="muted" aria-hidden="true">/</span> ${oldest}</span>`;
}

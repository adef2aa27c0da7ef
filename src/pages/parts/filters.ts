import { html, type SafeHtml, when } from '../html.ts';
import { WORDS } from '../words.ts';
import { plainText } from './plain-text.ts';
import { withoutValue } from './urls.ts';
import { valueText } from './values.ts';

const { statements: words } = WORDS;

/** The parameters of a list that say how it is shown, and no part of the question. */
const NO_FILTER = new Set(['cursor', 'limit', 'format', 'sort', 'facets', 'total', 'interval', 'groupBy']);

/** The filters of a URL, each as a name and a value. */
export const filtersOf = (url: URL): [string, string][] =>
  [...url.searchParams].filter(([name]) => !NO_FILTER.has(name));

/**
 * The active filters, each with a link to the same without it.
 * @param nameOf the name of a thing by its id or as it was given.
 * @param without parameters that are shown otherwise.
 */
export function activeFilters(
  url: URL,
  {
    nameOf = (given) => given,
    without = [],
  }: { nameOf?: (given: string) => string; without?: readonly string[] } = {},
): SafeHtml {
  const filters = filtersOf(url).filter(([name]) => !without.includes(name));
  if (filters.length === 0) return html``;
  return html`<ul class="chips" aria-label="${words.filters}">${filters.map(([name, value]) => {
    const label = `${words.parameters[name] ?? name}: ${valueText(name, value) ?? plainText(nameOf(value))}`;
    return html`<li><a href="${withoutValue(url, name, value)}" title="${words.without(label)}"><bdi>${label}</bdi> <span aria-hidden="true">×</span></a></li>`;
  })}${when(filters.length > 1, () => html`<li><a class="plain" href="${url.pathname}">${words.reset}</a></li>`)}</ul>`;
}

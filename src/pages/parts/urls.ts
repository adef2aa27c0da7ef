/** A URL relative to this host: its path, with these parameters; a list repeats one, and what is undefined is left out. */
export function pathWith(
  path: string,
  parameters: Record<string, string | readonly string[] | undefined>,
): string {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(parameters))
    for (const value of values === undefined ? [] : [values].flat()) search.append(name, value);
  return search.size > 0 ? `${path}?${search}` : path;
}

/** Parameters that say where in a list a page is and how it is given, not what it lists. */
const OF_THE_PAGE = new Set(['cursor', 'format']);

/** The URL of the same list under a changed question, from its beginning. */
export function changed(url: URL, change: (search: URLSearchParams) => void): string {
  const search = new URLSearchParams([...url.searchParams].filter(([name]) => !OF_THE_PAGE.has(name)));
  change(search);
  return search.size > 0 ? `${url.pathname}?${search}` : url.pathname;
}

/** The same list with this value of a parameter alone. */
export const withOnly = (url: URL, name: string, value: string) =>
  changed(url, (search) => search.set(name, value));

/** The same list without a value of a parameter. */
export const withoutValue = (url: URL, name: string, value: string) =>
  changed(url, (search) => search.delete(name, value));

/** The same response in another format. */
export function inFormat(url: URL, format: string): string {
  const search = new URLSearchParams(url.search);
  search.set('format', format);
  return `${url.pathname}?${search}`;
}

/** The next page of a list. */
export function nextPage(url: URL, cursor: string): string {
  const search = new URLSearchParams(url.search);
  search.set('cursor', cursor);
  return `${url.pathname}?${search}`;
}

/** A URL that an article gives, where it leads to a page and not to a script; undefined for any other. */
export function webUrl(url: string | null): string | undefined {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}

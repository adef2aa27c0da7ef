import type { Example, Query } from './define.ts';

/** The URL that a request goes to: parameters of the path in their place, the others in the query string. */
export function exampleUrl({ path }: Pick<Query, 'path'>, { request }: Pick<Example, 'request'>): string {
  const rest = new URLSearchParams();
  let filled: string = path;
  for (const [name, value] of Object.entries(request)) {
    if (path.includes(`{${name}}`)) filled = filled.replace(`{${name}}`, encodeURIComponent(String(value)));
    else for (const one of [value].flat()) rest.append(name, one);
  }
  return rest.size > 0 ? `${filled}?${rest}` : filled;
}

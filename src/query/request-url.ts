import type { Row } from '../model/row.ts';
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

/** What is asked by GET at a path: a query, or an operation. */
type Asked = Pick<Query, 'path' | 'pathParams'> & { params?: Query['params'] };

/** Prepares what tells which of some a URL asks, with its parameters; undefined where it asks none of them. */
export function requestReader<A extends Asked>(some: readonly A[]) {
  const patterns = some.map((asked) => ({
    asked,
    pattern: new URLPattern({ pathname: asked.path.replaceAll(/\{(\w+)\}/g, ':$1') }),
  }));
  return (url: string): { asked: A; request: Example['request'] } | undefined => {
    const { searchParams } = new URL(url, 'http://localhost');
    const given = [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length > 1 ? values : values[0]!];
    });
    for (const { asked, pattern } of patterns) {
      const inPath = pattern.exec(url, 'http://localhost')?.pathname.groups;
      if (!inPath) continue;
      const decoded = Object.entries(inPath).map(([name, value]) => [name, decodeURIComponent(value ?? '')]);
      return { asked, request: Object.fromEntries([...decoded, ...given]) };
    }
    return undefined;
  };
}

/**
 * The parameters of a request as what is asked is given them.
 * @throws ZodError where one of them is none that it takes.
 */
export function parametersOf({ params, pathParams }: Asked, request: Example['request']): Row {
  const inPath = Object.keys(pathParams?.shape ?? {});
  const [path, rest] = [true, false].map((wanted) =>
    Object.fromEntries(Object.entries(request).filter(([name]) => inPath.includes(name) === wanted)),
  );
  return { ...pathParams?.parse(path), ...params?.parse(rest) };
}

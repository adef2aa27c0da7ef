import { expect } from 'vitest';
import type { Answer } from './service.ts';

interface Service {
  get: (url: string) => Promise<Answer>;
}

/** Values of parameters, a list where one is repeated. */
type Values = Record<string, string | number | string[]>;

/** An address with parameters, each encoded. */
export const withParameters = (path: string, parameters: Values) => {
  const search = new URLSearchParams();
  for (const [name, values] of Object.entries(parameters))
    for (const value of [values].flat()) search.append(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
};

/** The ids of a list, in its order. */
export async function ids(service: Service, path: string, parameters: Values = {}) {
  const url = withParameters(path, parameters);
  const { status, body } = await service.get(url);
  expect(status, `${url}: ${body.detail}`).toBe(200);
  return body.items.map(({ id }: { id: string }) => id) as string[];
}

/** The ids of all pages of a list, by following its `Link` headers. */
export async function idsOfAllPages(service: Service, first: string, limit: number): Promise<string[]> {
  const found: string[] = [];
  for (let url: string | undefined = first; url; ) {
    const { status, headers, body }: Answer = await service.get(url);
    expect(status, url).toBe(200);
    expect(body.items.length, url).toBeLessThanOrEqual(limit);
    found.push(...body.items.map(({ id }: { id: string }) => id));
    const next: string | undefined = /^<(.+)>; rel="next"$/.exec(headers.link ?? '')?.[1];
    if (body.next === null) expect(next, url).toBeUndefined();
    else {
      expect(body.items.length, url).toBe(limit);
      expect(new URLSearchParams(next?.split('?')[1]).get('cursor')).toBe(body.next);
    }
    url = next;
  }
  return found;
}

/** Holds every span of an answer to the text that it is from; returns how many there were. */
export function expectSpansOf(text: string, body: unknown): number {
  const characters = [...text];
  const cut = (start: number, end: number) => characters.slice(start, end).join('');
  let spans = 0;
  visit(body, (node) => {
    if (typeof node.exact !== 'string') return;
    const { exact, start, end } = node as { exact: string; start: number; end: number };
    spans++;
    expect(node.unit).toBe('code-point');
    expect(cut(start, end)).toBe(exact);
    if ('prefix' in node) {
      expect(cut(Math.max(0, start - 32), start)).toBe(node.prefix);
      expect(cut(end, end + 32)).toBe(node.suffix);
    }
  });
  return spans;
}

function visit(node: unknown, look: (node: Record<string, unknown>) => void): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) look(node as Record<string, unknown>);
  for (const child of Object.values(node)) visit(child, look);
}

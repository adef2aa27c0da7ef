import type { Operation } from './operation.ts';

interface Response {
  headers?: object;
  $ref?: string;
}

/** On every answer. */
const EVERYWHERE = {
  'Access-Control-Allow-Origin': {
    description: 'Pages of any origin may read the answer: it is a public record, and no cookie counts.',
    schema: { type: 'string', const: '*' },
  },
};

/** On failures that pass by themselves. */
const LATER = {
  'Retry-After': {
    description: 'After how many seconds to ask again.',
    schema: { type: 'integer', minimum: 0, maximum: 86_400 },
  },
};

const PASSING = new Set(['Problem429', 'Problem503']);

/** Adds to each response the headers that it comes with; `problems` are the shared responses by name. */
export function addHeaders(operations: Operation[], problems: Record<string, Response>): void {
  const own = operations.flatMap(({ responses }) => Object.values<Response>(responses));
  for (const response of own) if (!response.$ref) addTo(response, EVERYWHERE);
  for (const [name, response] of Object.entries(problems)) {
    addTo(response, PASSING.has(name) ? { ...EVERYWHERE, ...LATER } : EVERYWHERE);
  }
}

function addTo(response: Response, headers: object): void {
  response.headers = { ...headers, ...response.headers };
}

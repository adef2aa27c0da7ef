export interface Asked {
  status: number;
  headers: Headers;
  text: string;
  /** Milliseconds until all of it was there. */
  took: number;
}

/** A whole answer; a failure where it ends before its end. */
export async function ask(url: string, init: RequestInit = {}): Promise<Asked> {
  const started = performance.now();
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, took: performance.now() - started };
}

/** What must never be in a body: a stack, Cypher, or the address and password of the database. */
const LEAKS = /\n\s+at |node_modules|Neo4jError|MATCH \(|UNWIND |bolt:\/\//;

/** What is wrong with an answer that had to be a problem of one status; empty where nothing is. */
export function problemFaults(
  path: string,
  { status, headers, text, took }: Asked,
  wanted: number,
  within: number,
) {
  return [
    ...(status === wanted ? [] : [`${path}: ${status} instead of ${wanted}`]),
    ...(took <= within ? [] : [`${path}: ${Math.round(took)} ms`]),
    ...(headers.get('content-type')?.startsWith('application/problem+json') ? [] : [`${path}: no problem`]),
    ...(LEAKS.test(text) ? [`${path}: tells ${LEAKS.exec(text)![0]}`] : []),
  ];
}

import type { Graph } from '../db/client.ts';
import { type Looked, rowsOf } from './check.ts';
import { CodePoints } from './code-points.ts';
import { shown } from './finding.ts';

interface StoredSpan {
  kind: string;
  id: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  cue?: string | null;
  cueStart?: number | null;
  cueEnd?: number | null;
}

/** Code points that are kept on each side of a span. */
const CONTEXT = 32;

/** Compares all words that are kept with the words that their articles have there. */
export async function lookAtSpans(graph: Graph, ids: string[]): Promise<Looked> {
  const rows = await rowsOf<{ id: string; text: string | null; spans: StoredSpan[] }>(
    graph,
    'article-spans',
    'Article',
    { ids },
  );
  const found: Looked = { looked: 0, faults: [] };
  for (const { text, spans } of rows) {
    const article = new CodePoints(text ?? '');
    for (const span of spans) {
      found.looked++;
      const { kind, id } = span;
      for (const detail of spanFaults(article, span)) found.faults.push({ kind, id, detail });
    }
  }
  return found;
}

/** What is wrong with a span of a text. */
export function spanFaults(article: CodePoints, span: StoredSpan): string[] {
  const { start, end, cue, cueStart, cueEnd } = span;
  if (!isWithin(article, start, end)) return [`${start} to ${end} is no place in its article`];
  const faults = [
    ...unlike('exact', span.exact, article.slice(start, end)),
    ...unlike('prefix', span.prefix, article.slice(Math.max(0, start - CONTEXT), start)),
    ...unlike('suffix', span.suffix, article.slice(end, end + CONTEXT)),
  ];
  if (isAbsent(cue) && isAbsent(cueStart) && isAbsent(cueEnd)) return faults;
  if (!isWithin(article, cueStart, cueEnd))
    return [...faults, `its cue, ${cueStart} to ${cueEnd}, is no place in its article`];
  return [...faults, ...unlike('cue', cue, article.slice(cueStart!, cueEnd!))];
}

const unlike = (name: string, held: unknown, there: string) =>
  held === there ? [] : [`${name} is "${shown(held)}", and its article has "${shown(there)}" there`];

const isAbsent = (value: unknown) => value === null || value === undefined;

const isWithin = (article: CodePoints, start: unknown, end: unknown) =>
  Number.isInteger(start) &&
  Number.isInteger(end) &&
  0 <= (start as number) &&
  (start as number) < (end as number) &&
  (end as number) <= article.length;

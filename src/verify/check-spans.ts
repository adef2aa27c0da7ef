import type { Graph } from '../db/client.ts';
import { type CheckResult, rowsOf } from './check.ts';
import { CodePoints } from './code-points.ts';
import { excerpt } from './finding.ts';
import { Sentences } from './sentence-start.ts';

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
  /** Of a mention. */
  sentence?: string | null;
  partExacts?: string[] | null;
  partPrefixes?: string[] | null;
  partSuffixes?: string[] | null;
  partStarts?: number[] | null;
  partEnds?: number[] | null;
  quotedExacts?: string[] | null;
  quotedStarts?: number[] | null;
  quotedEnds?: number[] | null;
}

interface ArticleSpans {
  id: string;
  text: string | null;
  language: string | null;
  spans: StoredSpan[];
}

/** Code points that are kept on each side of a span. */
const CONTEXT = 32;

/** Compares all quoted words with the words that their articles have in the same place. */
export async function checkSpans(graph: Graph, ids: string[]): Promise<CheckResult> {
  const rows = await rowsOf<ArticleSpans>(graph, 'article-spans', 'Article', {
    ids,
  });
  const result: CheckResult = { count: 0, findings: [] };
  for (const { id: articleId, text, language, spans } of rows) {
    const article = new CodePoints(text ?? '');
    const sentences = new Sentences(text ?? '', language ?? 'en');
    for (const span of spans) {
      result.count++;
      const { kind, id } = span;
      const faults = spanFaults(article, span);
      if (kind === 'Mention' && faults.length === 0)
        faults.push(...sentenceFaults(articleId, sentences, span));
      for (const detail of faults) result.findings.push({ kind, id, detail });
    }
  }
  return result;
}

/** What is wrong with a span of a text. */
export function spanFaults(article: CodePoints, span: StoredSpan): string[] {
  const { start, end, cue, cueStart, cueEnd } = span;
  if (!isWithin(article, start, end)) return [`${start} to ${end} is no place in its article`];
  const parts = partsOf(span);
  const faults = [
    ...parts.flatMap((part) => partFaults(article, part)),
    ...(parts.length > 1 ? wholeFaults(span, parts) : []),
    ...quotedFaults(article, span, parts),
  ];
  if (isAbsent(cue) && isAbsent(cueStart) && isAbsent(cueEnd)) return faults;
  if (!isWithin(article, cueStart, cueEnd))
    return [...faults, `its cue, ${cueStart} to ${cueEnd}, is no place in its article`];
  return [...faults, ...difference('cue', cue, article.slice(cueStart!, cueEnd!))];
}

function sentenceFaults(article: string, sentences: Sentences, { start, sentence }: StoredSpan): string[] {
  const wanted = `${article} ${String(sentences.startAt(start)).padStart(9, '0')}`;
  return sentence === wanted
    ? []
    : [`its sentence is ${excerpt(sentence)}, and should be ${excerpt(wanted)}`];
}

type Part = Pick<StoredSpan, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>;

/** The parts of a quotation; everything else is one part. */
function partsOf(span: StoredSpan): Part[] {
  const { partExacts, partPrefixes, partSuffixes, partStarts, partEnds } = span;
  if (!Array.isArray(partStarts)) return [span];
  return partStarts.map((start, nth) => ({
    exact: String(partExacts?.[nth]),
    prefix: String(partPrefixes?.[nth]),
    suffix: String(partSuffixes?.[nth]),
    start,
    end: Number(partEnds?.[nth]),
  }));
}

function partFaults(article: CodePoints, { exact, prefix, suffix, start, end }: Part): string[] {
  if (!isWithin(article, start, end)) return [`${start} to ${end} is no place in its article`];
  return [
    ...difference('exact', exact, article.slice(start, end)),
    ...difference('prefix', prefix, article.slice(Math.max(0, start - CONTEXT), start)),
    ...difference('suffix', suffix, article.slice(end, end + CONTEXT)),
  ];
}

/** What is wrong with several parts as one: they follow each other, and the whole reaches from the first to the last. */
function wholeFaults({ exact, prefix, suffix, start, end }: Part, parts: Part[]): string[] {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const isOrdered = parts.every((part, nth) => nth === 0 || parts[nth - 1]!.end <= part.start);
  const isWhole =
    exact === parts.map((part) => part.exact).join(' … ') &&
    [start, end, prefix, suffix].join() === [first.start, last.end, first.prefix, last.suffix].join();
  return [
    ...(isOrdered ? [] : ['its parts are not in the order of the text']),
    ...(isWhole ? [] : ['it is not what its parts make']),
  ];
}

/** What is wrong with the words that are marked as quoted. */
function quotedFaults(article: CodePoints, span: StoredSpan, parts: Part[]): string[] {
  const { quotedExacts, quotedStarts, quotedEnds } = span;
  return (quotedStarts ?? []).flatMap((start, nth) => {
    const end = Number(quotedEnds?.[nth]);
    const isInPart = parts.some((part) => part.start <= start && start < end && end <= part.end);
    if (!isInPart) return [`its quoted words, ${start} to ${end}, are not in it`];
    return difference('quoted', quotedExacts?.[nth], article.slice(start, end));
  });
}

const difference = (name: string, held: unknown, there: string) =>
  held === there ? [] : [`${name} is "${excerpt(held)}", and its article has "${excerpt(there)}" there`];

const isAbsent = (value: unknown) => value === null || value === undefined;

const isWithin = (article: CodePoints, start: unknown, end: unknown) =>
  Number.isInteger(start) &&
  Number.isInteger(end) &&
  0 <= (start as number) &&
  (start as number) < (end as number) &&
  (end as number) <= article.length;

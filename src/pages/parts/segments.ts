/** What a span of an article is, by what is marked in its text. */
export type SpanKind = 'quotation' | 'attribution' | 'fact' | 'figure' | 'excluded' | 'mention';

const KIND_OF: Record<string, SpanKind> = {
  q: 'quotation',
  a: 'attribution',
  e: 'fact',
  f: 'figure',
  t: 'mention',
  m: 'mention',
  x: 'excluded',
};

/** What a span is, by its id. */
export const spanKindOf = (id: string): SpanKind => KIND_OF[id[0]!] ?? 'fact';

/** A run of characters of a text, in Unicode code points, with the kind and the id of what it supports. */
export interface MarkedSpan {
  id: string;
  kind: SpanKind;
  start: number;
  end: number;
}

/** A run of characters under the same spans. */
export interface Segment<Span extends MarkedSpan> {
  text: string;
  kinds: ReadonlySet<SpanKind>;
  /** The spans that it lies under, the first `SHOWN` of them. */
  under: readonly Span[];
  /** The spans that begin with it. */
  begins: readonly Span[];
  /** The spans that end with it. */
  ends: readonly Span[];
}

/** A segment names no more spans than this: where thousands overlap, each would name all of them. */
const SHOWN = 8;

/**
 * Cuts a text where a span begins or ends, so that spans may overlap in any way: each run of characters is marked by the kinds
 * of all spans over it. A span that begins or ends outside of the text ends with it; an empty one is left out.
 * @param spans with offsets from the beginning of the text, in the order of their beginning.
 */
export function segmentsOf<Span extends MarkedSpan>(text: string, spans: readonly Span[]): Segment<Span>[] {
  const offset = codePointOffsets(text);
  const length = offset(Number.POSITIVE_INFINITY);
  const bounded = spans
    .map((span) => ({ span, start: offset(span.start), end: offset(span.end) }))
    .filter(({ start, end }) => start < end);
  const beginnings = grouped(bounded, ({ start }) => start);
  const endings = grouped(bounded, ({ end }) => end);
  const cuts = [...new Set([0, ...beginnings.keys(), ...endings.keys(), length])].sort((a, b) => a - b);
  const active = new Set<Span>();
  const counts = new Map<SpanKind, number>();
  const add = (span: Span, by: 1 | -1) => {
    if (by === 1) active.add(span);
    else active.delete(span);
    counts.set(span.kind, (counts.get(span.kind) ?? 0) + by);
  };
  const segments: Segment<Span>[] = [];
  for (const [place, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[place + 1]!;
    for (const { span } of endings.get(start) ?? []) add(span, -1);
    const begins = (beginnings.get(start) ?? []).map(({ span }) => span);
    for (const span of begins) add(span, 1);
    segments.push({
      text: text.slice(start, end),
      kinds: new Set([...counts].flatMap(([kind, count]) => (count > 0 ? [kind] : []))),
      under: firstOf(active, SHOWN),
      begins,
      ends: (endings.get(end) ?? []).map(({ span }) => span),
    });
  }
  return segments;
}

/** A paragraph of a text, and where it begins, in code points. */
export interface Paragraph {
  text: string;
  start: number;
  end: number;
}

/** The paragraphs of a text: what stands between empty lines. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const part of text.split(/(\n[^\S\n]*\n\s*)/)) {
    const end = start + lengthOf(part);
    if (part.trim() !== '') paragraphs.push({ text: part, start, end });
    start = end;
  }
  return paragraphs;
}

/** The part of each span that lies within a paragraph, with offsets from its beginning; a part is marked as one by its start. */
export function within<Span extends MarkedSpan>(spans: readonly Span[], { start, end }: Paragraph): Span[] {
  return spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({
      ...span,
      start: Math.max(span.start - start, 0),
      end: Math.min(span.end, end) - start,
    }));
}

function firstOf<T>(values: Iterable<T>, most: number): T[] {
  const first: T[] = [];
  for (const value of values) {
    if (first.length === most) break;
    first.push(value);
  }
  return first;
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

const SURROGATE = /[\ud800-\udbff]/;

const lengthOf = (text: string) => (SURROGATE.test(text) ? [...text].length : text.length);

/** Turns an offset in code points into one in UTF-16 units; one that is beyond the text is its end. */
function codePointOffsets(text: string): (codePoint: number) => number {
  if (!SURROGATE.test(text)) return (at) => Math.min(Math.max(at, 0), text.length);
  const offsets: number[] = [];
  let unit = 0;
  for (const character of text) {
    offsets.push(unit);
    unit += character.length;
  }
  return (at) => (at < 0 ? 0 : (offsets[at] ?? text.length));
}

import type { Span } from './anchor.ts';
import type { Fact } from './facts.ts';

/** What stands between the parts of a quotation where they are shown as one text. */
const BETWEEN_PARTS = ' … ';

/** A quotation as one span, from the beginning of its first part to the end of its last. */
export function wholeOf(parts: readonly Span[]): Span {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  return {
    exact: parts.map(({ exact }) => exact).join(BETWEEN_PARTS),
    prefix: first.prefix,
    suffix: last.suffix,
    start: first.start,
    end: last.end,
  };
}

/** The parts of a quotation as properties; of a single one nothing, since it is the whole. */
export function partProperties(parts: readonly Span[]): Fact['properties'] {
  const several = parts.length > 1 ? parts : undefined;
  return {
    partExacts: several?.map(({ exact }) => exact) ?? null,
    partPrefixes: several?.map(({ prefix }) => prefix) ?? null,
    partSuffixes: several?.map(({ suffix }) => suffix) ?? null,
    partStarts: several?.map(({ start }) => start) ?? null,
    partEnds: several?.map(({ end }) => end) ?? null,
  };
}

/** Words that stand in quotation marks, without these. */
export type MarkedWords = Omit<Span, 'prefix' | 'suffix'>;

/** The words of a mixed quotation that stand in quotation marks, as properties. */
export function quotedProperties(quoted: readonly MarkedWords[]): Fact['properties'] {
  const some = quoted.length > 0 ? quoted : undefined;
  return {
    quotedExacts: some?.map(({ exact }) => exact) ?? null,
    quotedStarts: some?.map(({ start }) => start) ?? null,
    quotedEnds: some?.map(({ end }) => end) ?? null,
  };
}

/** What stands in quotation marks; single ones are left out, since an apostrophe looks like one. */
const MARKED = /“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|"([^"]+)"|「([^「」]+)」|『([^『』]+)』/gu;

/** The words within a span that stand in quotation marks, without these, in the order of the text. */
export const markedWords = (part: Span): MarkedWords[] =>
  [...part.exact.matchAll(MARKED)].map((match) => {
    const exact = match.slice(1).find((words) => words !== undefined)!;
    const start = part.start + Array.from(part.exact.slice(0, match.index)).length + 1;
    return { exact, start, end: start + Array.from(exact).length };
  });

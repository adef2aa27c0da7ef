import type { z } from 'zod';
import type { Annotation } from '../model/annotation.ts';

type DraftStatement = NonNullable<z.input<typeof Annotation>['statements']>[number];

/** A statement of a draft, with where its quotation stands. */
export interface PlacedStatement {
  statement: DraftStatement;
  /** Number of the paragraph that its words begin in. */
  paragraph: number;
  /** Plain forms of its nouns, verbs and adjectives. */
  words: ReadonlySet<string>;
}

/**
 * Joins what an author first reports in other words and then quotes, or the other way round: one statement with two renderings.
 * That is what a signed quotation does after a report of its speaker, and any other one that says the same in the same words.
 */
export function joinRenderings(placed: readonly PlacedStatement[]): DraftStatement[] {
  const found: PlacedStatement[] = [];
  for (const one of placed) {
    const last = found.at(-1);
    if (last && isRendering(last, one)) found[found.length - 1] = joined(last, one);
    else found.push(one);
  }
  return found.map(({ statement }) => statement);
}

const speakerOf = ({ quotations }: DraftStatement) => quotations.at(-1)!.attributions?.[0]?.speaker ?? null;
const basisOf = ({ quotations }: DraftStatement) => quotations.at(-1)!.attributions?.[0]?.basis;
const typeOf = ({ quotations }: DraftStatement) => quotations.at(-1)!.quoteType;
/** So many words two renderings share, of those that the shorter one has. */
const LEAST_SHARED = 0.4;

function isRendering(before: PlacedStatement, after: PlacedStatement): boolean {
  const speaker = speakerOf(before.statement);
  if (speaker === null || speaker !== speakerOf(after.statement)) return false;
  if (before.statement.quotations.length > 1 || after.paragraph - before.paragraph > 1) return false;
  const isReportedOnce =
    (typeOf(before.statement) === 'indirect') !== (typeOf(after.statement) === 'indirect');
  if (!isReportedOnce) return false;
  if (typeOf(before.statement) === 'indirect' && basisOf(after.statement) === 'signature') return true;
  const shared = [...before.words].filter((word) => after.words.has(word)).length;
  return shared >= 2 && shared >= LEAST_SHARED * Math.min(before.words.size, after.words.size);
}

const NEUTRAL = /^01/;

function joined(before: PlacedStatement, after: PlacedStatement): PlacedStatement {
  const [first, second] = [before.statement, after.statement];
  const act = first.act && !NEUTRAL.test(first.act) ? first.act : (second.act ?? first.act);
  const idOf = (one: NonNullable<DraftStatement['about']>[number]) =>
    typeof one === 'string' ? one : one.id;
  const about = [...(first.about ?? []), ...(second.about ?? [])];
  const distinct = about.filter(
    (one, index) => about.findIndex((other) => idOf(other) === idOf(one)) === index,
  );
  return {
    ...after,
    words: new Set([...before.words, ...after.words]),
    statement: {
      ...first,
      ...(act !== undefined && { act }),
      ...(distinct.length > 0 && { about: distinct }),
      quotations: [...first.quotations, ...second.quotations],
    },
  };
}

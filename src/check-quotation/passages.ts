import { sayingVerb } from './saying-verbs.ts';

/** A stretch in quotation marks. Offsets are UTF-16 units, the marks included. */
interface Region {
  start: number;
  end: number;
  /** Whether it goes on with a speech that the paragraph before left open. */
  reopens: boolean;
}

/** A quotation of a text: one region, or several that the words which name the speaker stand between. */
export interface Passage {
  start: number;
  end: number;
}

/** Longer words between two regions do more than name who speaks. */
const LONGEST_ASIDE = 60;
const SAYS = sayingVerb('gi');
/** What follows the end of a sentence, or is joined to it, may lead in the words of another. */
const LEADS_IN = /[.!?]\s*\S|[:;]|\n|\b(?:and|but|while|whereas|as|that|which|who)\b/i;

/**
 * Joins the regions of a text to quotations: where words such as ", she said," alone stand between two, or where a speech goes
 * on in the next paragraph, they are one.
 * @param regions in the order of the text.
 */
export function passagesIn(text: string, regions: readonly Region[]): Passage[] {
  const passages: Passage[] = [];
  for (const { start, end, reopens } of regions) {
    const last = passages.at(-1);
    if (last && (reopens || isAside(text.slice(last.end, start)))) last.end = end;
    else passages.push({ start, end });
  }
  return passages;
}

const isAside = (between: string): boolean =>
  between.length <= LONGEST_ASIDE && !LEADS_IN.test(between) && [...between.matchAll(SAYS)].length === 1;

import type { SenseMatch } from '../match/compare-sense.ts';
import { QuotationVerdict } from '../model/quotation-check.ts';
import type { Warning, WordMatch } from './compare-words.ts';
import type { OutletMatch } from './outlets.ts';
import type { RecordedStatement } from './record.ts';

/** What there is to say of a quotation. */
export const VERDICTS = QuotationVerdict.options;
export type Verdict = (typeof VERDICTS)[number];

/** A statement that matches a quotation. */
export interface Finding {
  verdict: Verdict;
  statement: RecordedStatement;
  /** How its words stand in the rendering that is nearest. */
  words: WordMatch;
  sense: SenseMatch;
  /** Whether it is of the speaker and of the days that were asked for. */
  isOfSpeaker: boolean;
  isOfDays: boolean;
  /** How each rendering has it. */
  outlets: OutletMatch[];
  warnings: Warning[];
}

export interface QuotationCheck {
  verdict: Verdict;
  /** What matches, best first. */
  findings: Finding[];
  /** The statements that the quotation is joined of, where it is joined of several. */
  joined: Finding[];
}

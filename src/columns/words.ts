import { ACTS } from '../model/act.ts';
import { AttributionFlag, QuoteType, RoleKind } from '../model/vocabulary.ts';
import { bitsOf } from './bits.ts';

export const quoteBits = bitsOf(QuoteType.options);
export const flagBits = bitsOf(AttributionFlag.options);
export const roleBits = bitsOf(RoleKind.options);

/** A code of CAMEO as a number, which keeps the zeros that it begins with. */
export const actNumber = (code: string): number => Number(`1${code}`);

/** The code that a number stands for. */
export const actCode = (number: number): string => String(number).slice(1);

/** What the act that a number stands for is called. */
export const actLabel = (number: number): string => ACTS.get(actCode(number))!.label;

/** A score in tenths, as Goldstein gives them. */
export const tenths = (score: number): number => Math.round(score * 10);

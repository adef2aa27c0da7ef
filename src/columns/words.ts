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

const LABELS = [...ACTS.values()].map(({ label }) => label).sort();
const placesOfLabels = new Uint16Array(Math.max(...[...ACTS.keys()].map(actNumber)) + 1);
for (const [code, { label }] of ACTS) placesOfLabels[actNumber(code)] = LABELS.indexOf(label);

/** What acts are called, in the order of that: places are sorted in a tenth of the time that text takes. */
export const actLabels = (numbers: readonly number[]): string[] =>
  Array.from(
    Uint16Array.from(numbers, (number) => placesOfLabels[number]!).sort(),
    (place) => LABELS[place]!,
  );

/** A score in tenths, as Goldstein gives them. */
export const tenths = (score: number): number => Math.round(score * 10);

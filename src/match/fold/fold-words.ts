import { MATCHING } from '../../limits.ts';
import { stemOf } from '../../search/word-forms.ts';
import { fold } from '../../search/words.ts';
import { RAREST_WEIGHT, wordWeight } from '../rarity/word-weight.ts';
import { numberAt } from './number-words.ts';
import { plainText } from './plain-text.ts';
import { DENIALS, NEGATIONS, STOP_WORDS, TITLE_STEMS } from './stop-words.ts';

/** A word as it is compared. */
export interface FoldedWord {
  /** Its stem, or a number as digits: what has to be equal. */
  key: string;
  /** How much it says that two texts share it: 0 for a stop word, about 1 for one that tells them from others. */
  weight: number;
  isName: boolean;
  isNumber: boolean;
  /** Whether it denies what its clause says. */
  isNegation: boolean;
  /** Which clause of the text it stands in. */
  clause: number;
  /** Whether it says who said something, or that it was said. */
  isReporting?: boolean;
}

type Word = Omit<FoldedWord, 'clause'>;

/** Names and titles stand in each report on the same people: by themselves they prove nothing. */
const NAME_WEIGHT = 0.3;
const TITLE_WEIGHT = 0.25;
/** Of a number that everything is counted by, halves too, and of another one. */
const SMALL_NUMBER = 12;
const SMALL_NUMBER_WEIGHT = 0.5;
const NUMBER_WEIGHT = 1.2;
const YEAR_WEIGHT = 0.6;
/** Where a language has no table, long words are the rare ones. */
const WEIGHT_BY_LENGTH = 0.14;
const LONGEST_WEIGHED = 10;

const WORD = /[\p{L}\p{N}\p{M}]+(?:['.][\p{L}\p{N}\p{M}]+)*/gu;
const BEGINS = /[.!?:]/;
/** What is denied in one clause is not in the next. */
const ENDS_CLAUSE = /[.!?;:]/;
const NEW_CLAUSE = /^(?:and|but|so|because|since|while|although|though)$/;
const UPPER_CASE = /^\p{Lu}/u;

/** Whether the rules of English are those of a text. */
export const isEnglish = (language: string) => /^en\b/i.test(language);

/**
 * The words of a text as they are compared: without case and accents, stemmed in American spelling, numbers as digits; each with how
 * much it says.
 * @param language a tag of BCP 47; what is not English is folded, and neither stemmed nor spelled out.
 */
export function foldWords(text: string, language: string): FoldedWord[] {
  const english = isEnglish(language);
  const plain = plainText(text, english);
  const found = [...plain.matchAll(WORD)];
  const lower = found.map(([word]) => fold(word).replaceAll("'", ''));
  const isAllUpper = !/\p{Ll}/u.test(plain);
  const folded: FoldedWord[] = [];
  let clause = 0;
  let end = 0;
  for (let at = 0; at < found.length; at++) {
    const before = plain.slice(end, found[at]!.index);
    if (
      ENDS_CLAUSE.test(before) ||
      lower[at] === 'but' ||
      (before.includes(',') && NEW_CLAUSE.test(lower[at]!))
    )
      clause++;
    end = found[at]!.index + found[at]![0].length;
    const number = english ? numberAt(lower, at) : digitsAt(lower[at]!);
    if (number) {
      folded.push({ ...numberWord(number.value), clause });
      at += number.length - 1;
      end = found[at]!.index + found[at]![0].length;
      continue;
    }
    const [written] = found[at]!;
    const isUpper = !isAllUpper && UPPER_CASE.test(written) && written !== 'I';
    const isFirst = at === 0 || BEGINS.test(before);
    const word = english
      ? englishWord(lower[at]!, isUpper, isFirst)
      : otherWord(lower[at]!, isUpper && !isFirst);
    folded.push({ ...word, clause });
  }
  return folded;
}

const digitsAt = (word: string) => (/^\d+(\.\d+)?$/.test(word) ? { value: Number(word), length: 1 } : null);

function numberWord(value: number): Word {
  const isYear = Number.isInteger(value) && value >= 1900 && value < 2100;
  const isSmall = value <= SMALL_NUMBER && Number.isInteger(value * 2);
  const weight = isSmall ? SMALL_NUMBER_WEIGHT : isYear ? YEAR_WEIGHT : NUMBER_WEIGHT;
  return { key: String(value), weight, isName: false, isNumber: true, isNegation: false };
}

function englishWord(word: string, isUpper: boolean, isFirst: boolean): Word {
  const bare = word.replaceAll('.', '');
  const isNegation = NEGATIONS.has(bare);
  const plain = { isName: false, isNumber: false, isNegation };
  if (isNegation || STOP_WORDS.has(bare)) return { key: bare, weight: 0, ...plain };
  const isWord = bare.length <= MATCHING.letters && /^[a-z]+$/.test(bare);
  const key = isWord ? stemOf(bare) : bare;
  if (TITLE_STEMS.has(key)) return { key, weight: TITLE_WEIGHT, ...plain };
  const rarity = wordWeight(key);
  // Every sentence begins with a capital letter: there a word that hardly occurs is taken for a name.
  const isName = isUpper && (!isFirst || rarity >= RAREST_WEIGHT);
  const weight = rarity * (isName ? NAME_WEIGHT : 1);
  return { key, weight, ...plain, isName, isNegation: DENIALS.has(key) };
}

function otherWord(word: string, isName: boolean): Word {
  const length = Math.min([...word].length, LONGEST_WEIGHED);
  const weight = length < 3 ? 0 : length * WEIGHT_BY_LENGTH * (isName ? NAME_WEIGHT : 1);
  return { key: word, weight, isName, isNumber: false, isNegation: false };
}

/** How much the words of a text say together. */
export const weightOf = (words: readonly { weight: number }[]) =>
  words.reduce((sum, { weight }) => sum + weight, 0);

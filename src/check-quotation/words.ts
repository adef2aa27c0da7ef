import { LRUCache } from 'lru-cache';
import { numberAt } from '../match/fold/number-words.ts';
import { plainStem } from '../match/likeness/plain-stem.ts';
import { fold } from '../search/words.ts';
import { asSpelled } from './spellings.ts';

/** A word of a text as a quotation is held to it. */
export interface Word {
  /** What has to be equal: without case, accents, marks and differences of spelling; a number as digits. */
  key: string;
  /** Where it stands in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** Whether an editor put it in. */
  isInserted: boolean;
  /** Which sentence of the text it stands in. */
  sentence: number;
}

const WORD =
  /(?:\[\p{L}\](?=\p{L}))?[\p{L}\p{N}\p{M}]+(?:['.,](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*'?|[%&$€£]/gu;
const APOSTROPHES = /[‘’‚‛ʼʹ′`´＇]/g;
/** An editor puts words into brackets; a letter in front of a word is one whose case is changed. */
const INSERTED = /\[(?!\p{L}\]\p{L})[^[\]]{0,200}\]/gu;
const ENDS_SENTENCE = /[.!?;](?=[\s"”»’')\]]|$)/;

/** Signs and abbreviations, and how they are read. */
const SIGNS = new Map([
  ['%', 'percent'],
  ['pct', 'percent'],
  ['&', 'and'],
]);
/** What is written before a number, and read after it. */
const CURRENCIES = new Map([
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
]);

/** Units that are written short behind a number, and how they are read: "5p" is "five pence". */
const UNITS: Record<string, string> = {
  p: 'pence',
  km: 'kilometers',
  kg: 'kilograms',
  cm: 'centimeters',
  mm: 'millimeters',
  mw: 'megawatts',
  gw: 'gigawatts',
  mph: 'miles per hour',
  kph: 'kilometers per hour',
  am: 'am',
  pm: 'pm',
};
const WITH_UNIT = /^(\d{1,15}(?:\.\d{1,15})?)([a-z]{1,3})$/;
/** Lengths, of which so many "an hour" are so many "per hour". */
const LENGTH = /^(?:miles|kilometers|(?:[\d.]{1,15})?km)$/;

/** Two words that are written as one; "'s" behind others is of several, and "'d" is told by what follows. */
const ENDINGS: Record<string, string> = {
  "n't": 'not',
  "'ve": 'have',
  "'re": 'are',
  "'ll": 'will',
  "'m": 'am',
  "'s": 'is',
  not: 'not',
};
const CONTRACTED =
  /^(?!ain't)([a-z]{1,20}?)(n't|'ve|'re|'ll|'m|(?<=^(?:it|he|she|that|there|here|what|who|where))'s|(?<=^(?:i|you|he|she|it|we|they|that|there|who))'d|(?<=^can)not)$/;
/** What stands before the ending, where it is not the word itself. */
const FULL: Record<string, string> = { "won't": 'will', "shan't": 'shall', "can't": 'can' };

/** What stands between "she'd" and its verb. */
const BETWEEN = new Set('not never always already just only also ever since long recently'.split(' '));
/** What follows "had", beside irregular forms; those that end like one and are none. */
const BEHIND_HAD = /^(?:been|better|done|had|come|become|[a-z]{2,20}ed)$/;
const PRESENT = new Set('need feed speed exceed proceed succeed'.split(' '));

/** What "'d" stands for: "had" before a participle, and else "would". */
function wouldOrHad(following: readonly string[]): string {
  const verb = following.find((word) => !BETWEEN.has(word)) ?? '';
  const isParticiple = BEHIND_HAD.test(verb) ? !PRESENT.has(verb) : plainStem(verb) !== verb;
  return isParticiple ? 'had' : 'would';
}

const isUnit = (word: string) => Object.hasOwn(UNITS, word);

/** The words of a text, in its order. */
export function wordsOfText(text: string): Word[] {
  // As long as the text, so that places are the same.
  const plain = text.replace(APOSTROPHES, "'");
  const inserted = [...plain.matchAll(INSERTED)].map(({ index, 0: all }) => [index, index + all.length]);
  const found = [...plain.matchAll(WORD)];
  const keys = found.map(([word]) => keyOf(word));
  const words: Word[] = [];
  let sentence = 0;
  let last = 0;
  for (let at = 0; at < found.length; ) {
    const start = found[at]!.index;
    if (words.length > 0 && ENDS_SENTENCE.test(plain.slice(last, start))) sentence++;
    const short = CONTRACTED.exec(keys[at]!);
    if (short) {
      const [written, first = '', ending = ''] = short;
      const end = start + found[at]![0].length;
      const middle = end - (written.length - first.length);
      at++;
      last = end;
      const isInserted = inserted.some(([from, to]) => from! <= start && last <= to!);
      words.push({ key: FULL[written] ?? first, start, end: middle, isInserted, sentence });
      const second = ending === "'d" ? wouldOrHad(keys.slice(at, at + 3)) : ENDINGS[ending]!;
      words.push({ key: second, start: middle, end, isInserted, sentence });
      continue;
    }
    const { read, length } = readAt(keys, at);
    at += length;
    last = found[at - 1]!.index + found[at - 1]![0].length;
    const isInserted = inserted.some(([from, to]) => from! <= start && last <= to!);
    for (const key of read) words.push({ key, start, end: last, isInserted, sentence });
  }
  return words;
}

/** What is read at a place: a word, or several that are one number. */
function readAt(keys: readonly string[], at: number): { read: string[]; length: number } {
  const key = keys[at]!;
  const currency = CURRENCIES.get(key);
  if (currency !== undefined) {
    const number = numberAt(keys, at + 1);
    if (!number) return { read: [], length: 1 };
    const { value, length } = number;
    return value === 1
      ? { read: ['one', currency], length: length + 1 }
      : { read: [String(value), `${currency}s`], length: length + 1 };
  }
  const before = keys[at - 1] ?? '';
  if (LENGTH.test(before)) {
    if (key === 'an' && keys[at + 1] === 'hour') return { read: ['per', 'hour'], length: 2 };
    if (key === 'h' && before.endsWith('km')) return { read: ['per', 'hour'], length: 1 };
  }
  if (key === 'per' && keys[at + 1] === 'cent') return { read: ['percent'], length: 2 };
  const [, amount, short = ''] = WITH_UNIT.exec(key) ?? [];
  if (isUnit(short)) return { read: [String(Number(amount)), ...UNITS[short]!.split(' ')], length: 1 };
  const number = numberAt(keys, at);
  if (!number) return { read: [key], length: 1 };
  const unit = keys[at + number.length] ?? '';
  return isUnit(unit)
    ? { read: [String(number.value), ...UNITS[unit]!.split(' ')], length: number.length + 1 }
    : { read: [String(number.value)], length: number.length };
}

/** A word, and the ending that says whose something is. */
const LETTERS = /^([a-z]+)('s)?$/;

/** Texts have few different words, and to spell one takes long. */
const keys = new LRUCache<string, string>({ max: 20_000 });

function keyOf(written: string): string {
  const known = keys.get(written);
  if (known !== undefined) return known;
  const key = keyAsWritten(written);
  keys.set(written, key);
  return key;
}

function keyAsWritten(written: string): string {
  const lower = fold(written)
    .replace(/[[\]]/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/^(\p{L})(\.\p{L})+$/u, (letters) => letters.replaceAll('.', ''))
    .replace(/(?<!')'+$/, '');
  const [, bare, ending = ''] = LETTERS.exec(lower) ?? [];
  return SIGNS.get(lower) ?? (bare === undefined ? lower : asSpelled(bare) + ending);
}

/** The words of a text from one place to another, as they are written. */
export const writtenBetween = (text: string, words: readonly Word[], from: number, to: number): string =>
  from < to ? text.slice(words[from]!.start, words[to - 1]!.end) : '';

import { distance } from 'fastest-levenshtein';
import type { Quote } from '../../model/annotation.ts';
import { lineFeeds, type UnixText, withLineFeeds } from './line-breaks.ts';
import { Lookalikes } from './lookalikes.ts';

/** A span of an article, as in the Web Annotation Data Model; start and end count Unicode code points, half-open. */
export interface Span {
  exact: string;
  /** Up to 32 code points before the span. */
  prefix: string;
  /** Up to 32 code points after the span. */
  suffix: string;
  start: number;
  end: number;
}

export interface AnchorFailure {
  detail: string;
  expected: string;
  nearest?: string;
}

/** Where something stands in an article. */
export type Stretch = Pick<Span, 'start' | 'end'>;

/** A quote that has no place, at its field of the annotation. */
export interface AnchorFault extends AnchorFailure {
  path: readonly (string | number)[];
}

type Selector = Exclude<Quote, string>;

const CONTEXT = 32;
const MOST_SHOWN = 5;
/** Of longer words, this many characters are shown. */
const MOST_QUOTED = 300;
/** Words that stand in a text more often than this mean no one place, and to tell them apart takes long. */
const MOST_PLACES = 10_000;
/** Steps of comparing misquoted words with those of the text, for all quotes of an article: a tenth of a second. */
const MOST_COMPARING = 50_000_000;
/** About as many as there are from the beginning of a word to the next. */
const LETTERS_OF_A_WORD = 5;
/** In a longer text nothing that only looks alike is looked for, since that takes a hundred bytes a character. */
const MOST_FOLDED = 200_000;
/** Code points between words and what is beside them: about a paragraph. */
export const MOST_BESIDE = 500;
const WORDS = /[\p{L}\p{N}]+/gu;
const FIRST_WORD = /[\p{L}\p{N}]+/u;
const HAS_PAIRS = /[\uD800-\uDFFF]/;

/** Finds quoted words in one article and turns them into spans. A line break is the same in every way of writing it. */
export class Anchor {
  readonly text: string;
  /** What is searched: the text with the line breaks that quotes have. */
  readonly #searched: UnixText;
  /** Only built where a quote is not found. */
  #lookalikes: Lookalikes | undefined;
  /** Code points before each UTF-16 unit; only built where a character takes two units. */
  readonly #offsets: Uint32Array | null;
  #compared = 0;
  /** Where the words stand that were last looked for: a mention asks for each of its occurrences. */
  #last: (Selector & { all: number[]; words: number[]; fitting: number[] }) | null = null;

  constructor(text: string) {
    this.text = text;
    this.#searched = withLineFeeds(text);
    this.#offsets = HAS_PAIRS.test(text) ? codePointOffsets(text) : null;
  }

  /** How many code points the text has. */
  get length(): number {
    return this.#codePointsBefore(this.text.length);
  }

  /** The one place that a quote means, or why there is none or no single one. */
  find(quote: Quote): Span | AnchorFailure {
    const selector = unixSelector(typeof quote === 'string' ? { exact: quote } : quote);
    const { all, fitting } = this.#candidates(selector);
    return this.#choose(selector, all, fitting);
  }

  /** Every place where words stand, in the order of the text, or why there is none. */
  findAll(given: Selector): Span[] | AnchorFailure {
    const selector = unixSelector(given);
    const { all, fitting } = this.#candidates(selector);
    if (fitting.length > 0) return fitting.map((at) => this.#span(at, selector.exact));
    return this.#choose(selector, all, fitting) as AnchorFailure;
  }

  /** The same as `find` for whole words only: "US" is not meant in "USA". */
  findWords(given: Selector): Span | AnchorFailure {
    const selector = unixSelector(given);
    const { exact } = selector;
    const { all, words, fitting } = this.#words(selector);
    const isPart = all.length > 0 && all.length < MOST_PLACES && words.length === 0;
    if (!isPart) return this.#choose(selector, words.length > 0 ? words : all, fitting);
    return {
      detail: `${quoted(exact)} is only a part of a word`,
      expected: 'whole words',
      nearest: quoted(this.#wordAround(all[0]!, exact)),
    };
  }

  /** Every place where one of these names stands as whole words, in the order of the text; of those that overlap the first and longest. */
  findEach(names: readonly string[]): Span[] {
    const byFirstWord = Map.groupBy(
      names.map(lineFeeds).toSorted((a, b) => b.length - a.length),
      (name) => FIRST_WORD.exec(name)?.[0],
    );
    const found: Span[] = [];
    let end = 0;
    for (const { 0: word, index } of this.#searched.text.matchAll(WORDS)) {
      const name = byFirstWord.get(word)?.find((one) => this.#standsAt(index - one.indexOf(word), one, end));
      if (name === undefined) continue;
      const at = index - name.indexOf(word);
      found.push(this.#span(at, name));
      end = at + name.length;
    }
    return found;
  }

  #standsAt(at: number, name: string, from: number): boolean {
    return at >= from && this.#searched.text.startsWith(name, at) && this.#isWhole(at, name);
  }

  /**
   * The place that a quote means beside the parts of other words, such as the verb that reports them: where it stands several
   * times, the nearest that is not within them.
   */
  findBeside(quote: Quote, parts: readonly Stretch[]): Span | AnchorFailure {
    const selector = unixSelector(typeof quote === 'string' ? { exact: quote } : quote);
    if (selector.occurrence !== undefined) return this.find(selector);
    const { all, fitting } = this.#candidates(selector);
    const near = fitting
      .map((at) => ({ at, distance: distanceBetween(this.#stretch(at, selector.exact), parts) }))
      .filter(({ distance }) => distance >= 0 && distance <= MOST_BESIDE)
      .sort((a, b) => a.distance - b.distance);
    if (fitting.length > 1 && near[0] && near[0].distance !== near[1]?.distance)
      return this.#span(near[0].at, selector.exact);
    return this.#choose(selector, all, fitting);
  }

  /** The place that a quote means within the parts of other words. */
  findWithin(quote: Quote, parts: readonly Stretch[]): Span | AnchorFailure {
    const selector = unixSelector(typeof quote === 'string' ? { exact: quote } : quote);
    const { all, fitting } = this.#candidates(selector);
    const within = fitting.filter((at) => {
      const { start, end } = this.#stretch(at, selector.exact);
      return parts.some((part) => part.start <= start && end <= part.end);
    });
    if (fitting.length === 0 || within.length > 0) return this.#choose(selector, all, within);
    return {
      detail: `${quoted(selector.exact)} is not in the quotation`,
      expected: 'words of the quotation',
    };
  }

  #candidates(selector: Selector): { all: number[]; fitting: number[] } {
    const all = this.#positions(selector.exact);
    return { all, fitting: all.length < MOST_PLACES ? this.#fitting(selector, all) : [] };
  }

  /** 1, 2, … for each place where the words stand as whole words; 1 where there is none, which then is a failure. */
  ordinals(given: Selector): number[] {
    const { fitting } = this.#words(unixSelector(given));
    return fitting.length === 0 ? [1] : fitting.map((_, index) => index + 1);
  }

  /** Where the words stand as whole words, and which of these places have their prefix and suffix. */
  #words(selector: Selector) {
    const { exact, prefix, suffix } = selector;
    const last = this.#last;
    if (last && last.exact === exact && last.prefix === prefix && last.suffix === suffix) return last;
    const all = this.#positions(exact);
    const words = all.length < MOST_PLACES ? all.filter((at) => this.#isWhole(at, exact)) : [];
    this.#last = { exact, prefix, suffix, all, words, fitting: this.#fitting(selector, words) };
    return this.#last;
  }

  #fitting(selector: Selector, all: number[]): number[] {
    return all.filter((at) => this.#fits(at, selector));
  }

  #choose(selector: Selector, all: number[], fitting: number[]): Span | AnchorFailure {
    const { exact, prefix = '', suffix = '', occurrence } = selector;
    if (all.length === 0) {
      const lookalike = this.#lookalike(exact);
      return {
        detail: `${quoted(exact)} is not in the article${lookalike?.differences ?? ''}`,
        expected: 'words of the article, to the character',
        nearest: lookalike ? quoted(lookalike.words) : this.#nearest(exact),
      };
    }
    if (all.length >= MOST_PLACES) {
      return {
        detail: `${quoted(exact)} is in the article ${MOST_PLACES} times or more`,
        expected: 'more words',
      };
    }
    if (fitting.length === 0) {
      const lookalike = this.#lookalike(prefix + exact + suffix);
      return {
        detail: `${quoted(exact)} is in the article, but not with this prefix and suffix${lookalike?.differences ?? ''}`,
        expected: 'the text directly before and after it, spaces included',
        nearest: lookalike ? quoted(lookalike.words) : this.#context(all[0]!, exact),
      };
    }
    if (occurrence !== undefined) {
      const at = fitting[occurrence - 1];
      if (at !== undefined) return this.#span(at, exact);
      return {
        detail: `${quoted(exact)} has no occurrence ${occurrence}`,
        expected: fitting.length === 1 ? 'occurrence 1' : `an occurrence from 1 to ${fitting.length}`,
      };
    }
    if (fitting.length === 1) return this.#span(fitting[0]!, exact);
    return {
      detail: `${quoted(exact)} is in the article ${fitting.length} times`,
      expected: 'a prefix, a suffix or an occurrence that tells which is meant',
      nearest: fitting
        .slice(0, MOST_SHOWN)
        .map((at, index) => `${index + 1}: ${this.#context(at, exact)}`)
        .join(' | '),
    };
  }

  #fits(at: number, { exact, prefix = '', suffix = '' }: Selector): boolean {
    const { text } = this.#searched;
    return text.endsWith(prefix, at) && text.startsWith(suffix, at + exact.length);
  }

  #isWhole(at: number, exact: string): boolean {
    const { text } = this.#searched;
    return !isWord(text[at - 1]) && !isWord(text[at + exact.length]);
  }

  #wordAround(at: number, exact: string): string {
    const { text } = this.#searched;
    let [start, end] = [at, at + exact.length];
    while (isWord(text[start - 1])) start--;
    while (isWord(text[end])) end++;
    return text.slice(start, end);
  }

  #positions(exact: string): number[] {
    const { text } = this.#searched;
    const found: number[] = [];
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
      found.push(at);
      if (found.length >= MOST_PLACES) break;
    }
    return found;
  }

  /** @param at place in the text that is searched. */
  #stretch(at: number, sought: string): Stretch {
    const { places } = this.#searched;
    const [start, end] = [at, at + sought.length].map((one) => this.#codePointsBefore(places?.[one] ?? one));
    return { start: start!, end: end! };
  }

  /** @param at place in the text that is searched. */
  #span(at: number, sought: string): Span {
    const { places } = this.#searched;
    const start = places?.[at] ?? at;
    const after = places?.[at + sought.length] ?? at + sought.length;
    return {
      exact: this.text.slice(start, after),
      prefix: lastCodePoints(this.text.slice(Math.max(0, start - 2 * CONTEXT), start)),
      suffix: firstCodePoints(this.text.slice(after, after + 2 * CONTEXT)),
      start: this.#codePointsBefore(start),
      end: this.#codePointsBefore(after),
    };
  }

  /** Words of the article that look like others, and what tells them apart, as it ends a sentence. */
  #lookalike(exact: string): { words: string; differences: string } | undefined {
    if (this.text.length > MOST_FOLDED) return undefined;
    this.#lookalikes ??= new Lookalikes(this.#searched.text);
    const found = this.#lookalikes.find(exact);
    if (!found) return undefined;
    const shown = found.differences.slice(0, MOST_SHOWN);
    const more = found.differences.length - shown.length;
    return {
      words: found.words,
      differences: shown.length > 0 ? `: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}` : '',
    };
  }

  #codePointsBefore(unit: number): number {
    return this.#offsets?.[unit] ?? unit;
  }

  #context(at: number, exact: string): string {
    const { text } = this.#searched;
    const words = exact.length > MOST_QUOTED ? `${whole(exact.slice(0, MOST_QUOTED))}…` : exact;
    const [before, after] = [text.slice(Math.max(0, at - 20), at), text.slice(at + exact.length)];
    return `…${whole(before + words + after.slice(0, 20)).replace(/\n/g, '⏎')}…`;
  }

  /** The words that take the fewest edits, unless more than three of five characters would have to change. */
  #nearest(exact: string): string | undefined {
    const words = this.text.length / LETTERS_OF_A_WORD;
    this.#compared += words * exact.length * Math.ceil(exact.length / 32);
    if (this.#compared > MOST_COMPARING) return undefined;
    let best: { words: string; edits: number } | undefined;
    for (const { index } of this.#searched.text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}“"‘]/gu)) {
      for (const words of this.#wordsFrom(index, exact.length)) {
        const edits = distance(words, exact);
        if (!best || edits < best.edits) best = { words, edits };
      }
    }
    return best && best.edits <= exact.length * 0.6 ? quoted(best.words) : undefined;
  }

  /** Words of about a length: with the one that the length falls into, and without it. */
  #wordsFrom(start: number, length: number): string[] {
    const { text } = this.#searched;
    const cut = whole(text.slice(start, start + length));
    const rest = isWord(cut.at(-1))
      ? /^[\p{L}\p{N}]*/u.exec(text.slice(start + length, start + length + 40))![0]
      : '';
    return rest === '' ? [cut.trimEnd()] : [cut + rest, withoutLastWord(cut)];
  }
}

/** Code points between a stretch and the nearest of others; below 0 where it lies within one of them. */
export const distanceBetween = ({ start, end }: Stretch, others: readonly Stretch[]): number =>
  Math.min(...others.map((other) => Math.max(start - other.end, other.start - end)));

export const isSpan = (found: Span | AnchorFailure): found is Span => 'start' in found;

/** Words as YAML and JSON take them in double quotes; what nobody sees or could mistake is written as an escape. */
const quoted = (words: string) =>
  JSON.stringify(words.length > MOST_QUOTED ? `${whole(words.slice(0, MOST_QUOTED))}…` : words).replaceAll(
    /(?! )[\p{Z}\p{C}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const unixSelector = ({ exact, prefix, suffix, ...rest }: Selector): Selector => ({
  ...rest,
  exact: lineFeeds(exact),
  ...(prefix !== undefined && { prefix: lineFeeds(prefix) }),
  ...(suffix !== undefined && { suffix: lineFeeds(suffix) }),
});

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Without the word at the end, and what stands before that. */
function withoutLastWord(words: string): string {
  const characters = Array.from(words);
  for (const part of [/[\p{L}\p{N}]/u, /[\s\p{P}]/u])
    while (characters.length > 0 && part.test(characters.at(-1)!)) characters.pop();
  return characters.join('');
}

/** Without the halves of characters that a cut leaves at its ends. */
const whole = (cut: string) => cut.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');

/** No code point takes more than two units, so twice as many units hold enough of them. */
const firstCodePoints = (units: string) =>
  HAS_PAIRS.test(units) ? Array.from(units).slice(0, CONTEXT).join('') : units.slice(0, CONTEXT);
const lastCodePoints = (units: string) =>
  HAS_PAIRS.test(units) ? Array.from(units).slice(-CONTEXT).join('') : units.slice(-CONTEXT);

function codePointOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; unit++) {
    offsets[unit] = count;
    const low = text.charCodeAt(unit + 1);
    const isHighOfPair = text.charCodeAt(unit) >> 10 === 0x36 && low >> 10 === 0x37;
    if (!isHighOfPair) count++;
  }
  offsets[text.length] = count;
  return offsets;
}

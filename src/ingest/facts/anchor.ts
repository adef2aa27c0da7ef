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

/** A quote that has no place, at its field of the annotation. */
export interface AnchorFault extends AnchorFailure {
  path: readonly (string | number)[];
}

type Selector = Exclude<Quote, string>;

const CONTEXT = 32;
const MOST_SHOWN = 5;
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
    return this.#choose(selector, this.#positions(selector.exact));
  }

  /** The same for whole words only: "US" is not meant in "USA". */
  findWords(given: Selector): Span | AnchorFailure {
    const selector = unixSelector(given);
    const { exact } = selector;
    const all = this.#positions(exact);
    const words = all.filter((at) => this.#isWhole(at, exact));
    if (all.length === 0 || words.length > 0) return this.#choose(selector, words);
    return {
      detail: `${quoted(exact)} is only a part of a word`,
      expected: 'whole words',
      nearest: quoted(this.#wordAround(all[0]!, exact)),
    };
  }

  /** 1, 2, … for each place where the words stand as whole words; 1 where there is none, which then is a failure. */
  ordinals(given: Selector): number[] {
    const selector = unixSelector(given);
    const words = this.#positions(selector.exact).filter((at) => this.#isWhole(at, selector.exact));
    const fitting = words.filter((at) => this.#fits(at, selector));
    return fitting.length === 0 ? [1] : fitting.map((_, index) => index + 1);
  }

  #choose(selector: Selector, all: number[]): Span | AnchorFailure {
    const { exact, prefix = '', suffix = '', occurrence } = selector;
    if (all.length === 0) {
      const lookalike = this.#lookalike(exact);
      return {
        detail: `${quoted(exact)} is not in the article${lookalike?.differences ?? ''}`,
        expected: 'words of the article, to the character',
        nearest: lookalike ? quoted(lookalike.words) : this.#nearest(exact),
      };
    }
    const fitting = all.filter((at) => this.#fits(at, selector));
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
    for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) found.push(at);
    return found;
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
    return `…${whole(text.slice(Math.max(0, at - 20), at + exact.length + 20)).replace(/\n/g, '⏎')}…`;
  }

  /** The words that take the fewest edits, unless more than three of five characters would have to change. */
  #nearest(exact: string): string | undefined {
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

export const isSpan = (found: Span | AnchorFailure): found is Span => 'start' in found;

/** Words as YAML and JSON take them in double quotes; what nobody sees or could mistake is written as an escape. */
const quoted = (words: string) =>
  JSON.stringify(words).replaceAll(
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

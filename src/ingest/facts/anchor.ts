import { distance } from 'fastest-levenshtein';
import type { Quote } from '../../model/annotation.ts';

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

/** Finds quoted words in one article and turns them into spans. */
export class Anchor {
  readonly text: string;
  /** Code points before each UTF-16 unit; only built where a character takes two units. */
  readonly #offsets: Uint32Array | null;

  constructor(text: string) {
    this.text = text;
    this.#offsets = HAS_PAIRS.test(text) ? codePointOffsets(text) : null;
  }

  /** How many code points the text has. */
  get length(): number {
    return this.#codePointsBefore(this.text.length);
  }

  /** The one place that a quote means, or why there is none or no single one. */
  find(quote: Quote): Span | AnchorFailure {
    const selector = typeof quote === 'string' ? { exact: quote } : quote;
    return this.#choose(selector, this.#positions(selector.exact));
  }

  /** The same for whole words only: "US" is not meant in "USA". */
  findWords(selector: Selector): Span | AnchorFailure {
    const { exact } = selector;
    const all = this.#positions(exact);
    const words = all.filter((at) => this.#isWhole(at, exact));
    if (all.length === 0 || words.length > 0) return this.#choose(selector, words);
    return {
      detail: `${JSON.stringify(exact)} is only a part of a word`,
      expected: 'whole words',
      nearest: JSON.stringify(this.#wordAround(all[0]!, exact)),
    };
  }

  /** 1, 2, … for each place where the words stand as whole words; 1 where there is none, which then is a failure. */
  ordinals(selector: Selector): number[] {
    const words = this.#positions(selector.exact).filter((at) => this.#isWhole(at, selector.exact));
    const fitting = words.filter((at) => this.#fits(at, selector));
    return fitting.length === 0 ? [1] : fitting.map((_, index) => index + 1);
  }

  #choose(selector: Selector, all: number[]): Span | AnchorFailure {
    const { exact, occurrence } = selector;
    if (all.length === 0) {
      return {
        detail: `${JSON.stringify(exact)} is not in the article`,
        expected: 'words of the article, to the character',
        nearest: this.#nearest(exact),
      };
    }
    const fitting = all.filter((at) => this.#fits(at, selector));
    if (fitting.length === 0) {
      return {
        detail: `${JSON.stringify(exact)} is in the article, but not with this prefix and suffix`,
        expected: 'the text directly before and after it, spaces included',
        nearest: this.#context(all[0]!, exact),
      };
    }
    if (occurrence !== undefined) {
      const at = fitting[occurrence - 1];
      if (at !== undefined) return this.#span(at, exact);
      return {
        detail: `${JSON.stringify(exact)} has no occurrence ${occurrence}`,
        expected: fitting.length === 1 ? 'occurrence 1' : `an occurrence from 1 to ${fitting.length}`,
      };
    }
    if (fitting.length === 1) return this.#span(fitting[0]!, exact);
    return {
      detail: `${JSON.stringify(exact)} is in the article ${fitting.length} times`,
      expected: 'a prefix, a suffix or an occurrence that tells which is meant',
      nearest: fitting
        .slice(0, MOST_SHOWN)
        .map((at, index) => `${index + 1}: ${this.#context(at, exact)}`)
        .join(' | '),
    };
  }

  #fits(at: number, { exact, prefix = '', suffix = '' }: Selector): boolean {
    return this.text.endsWith(prefix, at) && this.text.startsWith(suffix, at + exact.length);
  }

  #isWhole(at: number, exact: string): boolean {
    return !isWord(this.text[at - 1]) && !isWord(this.text[at + exact.length]);
  }

  #wordAround(at: number, exact: string): string {
    let [start, end] = [at, at + exact.length];
    while (isWord(this.text[start - 1])) start--;
    while (isWord(this.text[end])) end++;
    return this.text.slice(start, end);
  }

  #positions(exact: string): number[] {
    const found: number[] = [];
    for (let at = this.text.indexOf(exact); at >= 0; at = this.text.indexOf(exact, at + 1)) found.push(at);
    return found;
  }

  #span(at: number, exact: string): Span {
    const after = at + exact.length;
    return {
      exact,
      prefix: lastCodePoints(this.text.slice(Math.max(0, at - 2 * CONTEXT), at)),
      suffix: firstCodePoints(this.text.slice(after, after + 2 * CONTEXT)),
      start: this.#codePointsBefore(at),
      end: this.#codePointsBefore(after),
    };
  }

  #codePointsBefore(unit: number): number {
    return this.#offsets?.[unit] ?? unit;
  }

  #context(at: number, exact: string): string {
    return `…${whole(this.text.slice(Math.max(0, at - 20), at + exact.length + 20)).replace(/\n/g, '⏎')}…`;
  }

  /** The words that take the fewest edits, unless more than three of five characters would have to change. */
  #nearest(exact: string): string | undefined {
    let best: { words: string; edits: number } | undefined;
    for (const { index } of this.text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}“"‘]/gu)) {
      for (const words of this.#wordsFrom(index, exact.length)) {
        const edits = distance(words, exact);
        if (!best || edits < best.edits) best = { words, edits };
      }
    }
    return best && best.edits <= exact.length * 0.6 ? JSON.stringify(best.words) : undefined;
  }

  /** Words of about a length: with the one that the length falls into, and without it. */
  #wordsFrom(start: number, length: number): string[] {
    const cut = whole(this.text.slice(start, start + length));
    const rest = isWord(cut.at(-1))
      ? /^[\p{L}\p{N}]*/u.exec(this.text.slice(start + length, start + length + 40))![0]
      : '';
    return rest === '' ? [cut.trimEnd()] : [cut + rest, withoutLastWord(cut)];
  }
}

export const isSpan = (found: Span | AnchorFailure): found is Span => 'start' in found;

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

import { Anchor, isSpan } from '../ingest/facts/anchor.ts';
import { TEXTS } from '../limits.ts';
import type { Quote } from '../model/annotation.ts';

/** Of words that stand more often, the loader takes no occurrence. */
const MOST_OCCURRENCES = 300;

/** Writes places of a text as quotes that find just these places again. */
export class Quoting {
  readonly #text: string;
  readonly #anchor: Anchor;
  readonly #places = new Map<string, number[]>();

  constructor(text: string) {
    this.#text = text;
    this.#anchor = new Anchor(text);
  }

  /** The words from one UTF-16 offset to another, without space at their ends; null where no quote can mean them. */
  quote(start: number, end: number): Quote | null {
    const exact = this.#text.slice(start, end).trim();
    const at = this.#text.indexOf(exact, start);
    if (exact === '' || exact.length > TEXTS.passage || !isQuotable(exact)) return null;
    const places = this.#placesOf(exact);
    const nth = places.indexOf(at);
    if (nth < 0 || places.length > MOST_OCCURRENCES) return null;
    return places.length === 1 ? exact : { exact, occurrence: nth + 1 };
  }

  /** The same words as they are looked for within other places alone. */
  within(start: number, end: number, places: readonly (readonly [number, number])[]): Quote | null {
    const exact = this.#text.slice(start, end);
    const fitting = this.#placesOf(exact).filter((at) =>
      places.some(([from, to]) => from <= at && at + exact.length <= to),
    );
    const nth = fitting.indexOf(start);
    if (nth < 0 || exact.trim() === '' || !isQuotable(exact)) return null;
    return fitting.length === 1 ? exact : { exact, occurrence: nth + 1 };
  }

  /** Which of the places where words stand as whole words is that at an offset, counted from 1; null where none is. */
  wholeWords(exact: string, start: number): { nth: number; isOnly: boolean } | null {
    if (exact === '' || exact !== exact.trim() || !isQuotable(exact)) return null;
    const nth = this.#placesOf(exact).filter((at) => at <= start && this.#isWhole(at, exact));
    const all = this.#placesOf(exact).filter((at) => this.#isWhole(at, exact));
    if (nth.at(-1) !== start || all.length > MOST_OCCURRENCES) return null;
    const found = this.#anchor.findWords({ exact, occurrence: nth.length });
    return isSpan(found) ? { nth: nth.length, isOnly: all.length === 1 } : null;
  }

  #placesOf(exact: string): number[] {
    let places = this.#places.get(exact);
    if (places === undefined) {
      places = [];
      for (
        let at = this.#text.indexOf(exact);
        at >= 0 && places.length <= 20 * MOST_OCCURRENCES;
        at = this.#text.indexOf(exact, at + 1)
      )
        places.push(at);
      this.#places.set(exact, places);
    }
    return places;
  }

  #isWhole(at: number, exact: string): boolean {
    const isWord = (character: string | undefined) =>
      character !== undefined && /[\p{L}\p{N}]/u.test(character);
    return !isWord(this.#text[at - 1]) && !isWord(this.#text[at + exact.length]);
  }
}

/** Whether words hold no character that a quote cannot have. */
const isQuotable = (words: string) => words.isWellFormed() && !/(?![\t\n\v\f\r\u0085])\p{Cc}/u.test(words);

const HAS_PAIRS = /[\uD800-\uDFFF]/;

/** A text that is counted and cut by Unicode code points. */
export class CodePoints {
  readonly #text: string;
  /** Where a character takes two units: all of them, one by one. */
  readonly #points: string[] | null;

  constructor(text: string) {
    this.#text = text;
    this.#points = HAS_PAIRS.test(text) ? Array.from(text) : null;
  }

  get length(): number {
    return this.#points?.length ?? this.#text.length;
  }

  slice(start: number, end: number): string {
    return this.#points?.slice(start, end).join('') ?? this.#text.slice(start, end);
  }
}

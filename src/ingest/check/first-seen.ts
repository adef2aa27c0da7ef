/** Digits of a digest that are kept; they make a number that JavaScript holds exactly. */
const DIGITS = 12;

/**
 * Remembers which article a key was first noted by, and with which digest. Of a digest 48 bits are kept, so that a key
 * takes some hundred bytes; a Map holds 16 million keys, which is what twelve million statements make.
 */
export class FirstSeen {
  /** The place of each key in the lists below. */
  readonly #places = new Map<string, number>();
  readonly #articles: number[] = [];
  readonly #digests: number[] = [];

  has(key: string): boolean {
    return this.#places.has(key);
  }

  /** Whether a key was first noted with this digest, in hexadecimal. */
  isSame(key: string, digest: string): boolean {
    const place = this.#places.get(key);
    return place !== undefined && this.#digests[place] === shorten(digest);
  }

  /** Notes a key, unless it is there: then the article that noted it is returned. */
  note(key: string, digest: string, article: number): number | undefined {
    const place = this.#places.get(key);
    if (place !== undefined) return this.#articles[place];
    this.#places.set(key, this.#articles.length);
    this.#articles.push(article);
    this.#digests.push(shorten(digest));
    return undefined;
  }
}

const shorten = (digest: string) => Number.parseInt(digest.slice(0, DIGITS), 16);

import { digest } from '../facts/facts.ts';

/** Two words of a key, two of a digest, and where it was noted, counted from 1; 0 marks a free place. */
const WORDS = 5;
const MOST_FULL = 0.7;

export interface Noted {
  digest: string;
  at: number;
}

/**
 * Remembers digests under keys in 20 bytes each, so that millions fit. Of keys and digests no more than 64 bits are
 * kept: two keys are taken for one once in some ten million runs over a million keys.
 */
export class Fingerprints {
  #table = new Uint32Array(1024 * WORDS);
  #count = 0;

  /** What was noted under a key. */
  get(key: string): Noted | undefined {
    return this.#at(words(digest(key)));
  }

  /** Whether a digest is the one that was noted. */
  static isSame(noted: Noted, of: string): boolean {
    return of.startsWith(noted.digest);
  }

  /** Notes a digest, in hexadecimal, under a key, unless something is there: then that is answered. */
  note(key: string, of: string, at: number): Noted | undefined {
    const keyWords = words(digest(key));
    const there = this.#at(keyWords);
    if (there) return there;
    if (++this.#count * WORDS > this.#table.length * MOST_FULL) this.#grow();
    set(this.#table, [...keyWords, ...words(of), at + 1]);
    return undefined;
  }

  #at(key: [number, number]): Noted | undefined {
    const place = placeIn(this.#table, ...key);
    const at = this.#table[place + 4]!;
    if (at === 0) return undefined;
    return { digest: text(this.#table[place + 2]!) + text(this.#table[place + 3]!), at: at - 1 };
  }

  #grow(): void {
    const larger = new Uint32Array(this.#table.length * 2);
    for (let place = 0; place < this.#table.length; place += WORDS) {
      if (this.#table[place + 4] !== 0) set(larger, [...this.#table.subarray(place, place + WORDS)]);
    }
    this.#table = larger;
  }
}

function set(table: Uint32Array, entry: number[]): void {
  table.set(entry, placeIn(table, entry[0]!, entry[1]!));
}

/** Where a key is, or the free place for it: the first of its own or after it. */
function placeIn(table: Uint32Array, high: number, low: number): number {
  const places = table.length / WORDS;
  let place = low % places;
  for (;;) {
    const at = place * WORDS;
    if (table[at + 4] === 0 || (table[at] === high && table[at + 1] === low)) return at;
    place = (place + 1) % places;
  }
}

const words = (hexadecimal: string): [number, number] => [
  Number.parseInt(hexadecimal.slice(0, 8), 16),
  Number.parseInt(hexadecimal.slice(8, 16), 16),
];
const text = (word: number) => word.toString(16).padStart(8, '0');

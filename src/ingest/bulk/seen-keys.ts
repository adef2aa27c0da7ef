const BITS = 1 << 27;
const HASHES = 3;

/**
 * Tells which keys came before, in 16 MB however many there are (a Bloom filter). It may take a new key for one that
 * came before, one in a hundred thousand at a million keys and one in a hundred at ten million; never the reverse.
 */
export class SeenKeys {
  readonly #bits = new Uint8Array(BITS / 8);

  /** Whether the key seems to have been added before; it has been from now on. */
  add(key: string): boolean {
    let first = 0x811c9dc5;
    let second = 0x9747b28c;
    for (let at = 0; at < key.length; at++) {
      const unit = key.charCodeAt(at);
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second ^ unit, 0x85ebca6b) ^ (second >>> 13);
    }
    first ^= first >>> 15;
    second = Math.imul(second ^ (second >>> 16), 0xc2b2ae35) | 1;
    let seen = true;
    for (let nth = 0; nth < HASHES; nth++) {
      const bit = (first + Math.imul(nth, second)) & (BITS - 1);
      const mask = 1 << (bit & 7);
      seen &&= (this.#bits[bit >>> 3]! & mask) !== 0;
      this.#bits[bit >>> 3]! |= mask;
    }
    return seen;
  }
}

/** Words of a text that look like those that were looked for, and in which characters they differ. */
export interface Lookalike {
  words: string;
  /** Such as "U+00A0 stands where U+0020 was expected"; quotation marks are told apart by looking. */
  differences: string[];
}

/** A character, or a run of white space, and what it looks like: nothing where nobody sees it. */
interface Glyph {
  written: string;
  seen: string;
}

const SPACE = /^[\s\p{Z}\p{Cc}]$/u;
const UNSEEN = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;

/** What looks alike and is not the same in any form of Unicode. */
const ALIKE: [RegExp, string][] = [
  [/^[‘’‚‛ʼʻ′´`]$/, "'"],
  [/^[“”„‟″«»]$/, '"'],
  [/^[\p{Pd}−]$/u, '-'],
];

/** Texts are long and have few different characters. */
const looks = new Map<number, string>();

function seenAs(code: number): string {
  const known = looks.get(code);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(code);
  const seen = UNSEEN.test(character)
    ? ''
    : SPACE.test(character)
      ? ' '
      : (ALIKE.find(([form]) => form.test(character))?.[1] ?? character.normalize('NFKC'));
  looks.set(code, seen);
  return seen;
}

/** A text as glyphs, held so that a long one takes little. */
class GlyphText {
  readonly #text: string;
  /** Where each glyph begins in the text; the last one is its end. */
  readonly #starts: number[] = [];
  readonly #seen: string[] = [];
  /** What all of it looks like. */
  readonly seen: string;

  constructor(text: string) {
    this.#text = text;
    for (let at = 0; at < text.length; ) {
      const code = text.codePointAt(at)!;
      const seen = seenAs(code);
      if (seen !== ' ' || this.#seen.at(-1) !== ' ') {
        this.#starts.push(at);
        this.#seen.push(seen);
      }
      at += code > 0xffff ? 2 : 1;
    }
    this.#starts.push(text.length);
    this.seen = this.#seen.join('');
  }

  all(): Glyph[] {
    return this.#seen.map((seen, nth) => ({ seen, written: this.#writtenAt(nth) }));
  }

  /** The glyphs that make up a part of what is seen, without what nobody sees around it. */
  between(from: number, until: number): Glyph[] {
    const found: Glyph[] = [];
    for (let [nth, at] = [0, 0]; at < until; nth++) {
      const seen = this.#seen[nth]!;
      at += seen.length;
      if (at > from) found.push({ seen, written: this.#writtenAt(nth) });
    }
    return found;
  }

  #writtenAt(nth: number): string {
    return this.#text.slice(this.#starts[nth], this.#starts[nth + 1]);
  }
}

/** Finds words in one text that look like others. */
export class Lookalikes {
  readonly #text: GlyphText;

  constructor(text: string) {
    this.#text = new GlyphText(text);
  }

  /** The first words of the text that look like those that are looked for, if there are any. */
  find(wanted: string): Lookalike | undefined {
    const sought = new GlyphText(wanted);
    const at = sought.seen === '' ? -1 : this.#text.seen.indexOf(sought.seen);
    if (at < 0) return undefined;
    const found = this.#text.between(at, at + sought.seen.length);
    return {
      words: found.map(({ written }) => written).join(''),
      differences: [...new Set(differences(found, sought.all()))],
    };
  }
}

/** Where two texts that look alike are not the same, glyph by glyph. */
function differences(found: Glyph[], sought: Glyph[]): string[] {
  const said: string[] = [];
  for (let [here, there] = [0, 0]; here < found.length || there < sought.length; ) {
    const [one, other] = [{ ...found[here] }, { ...sought[there] }];
    const isUnseen = one.seen === '' || other.seen === '';
    if (one.seen !== '' && isUnseen) one.written = one.seen = '';
    else here++;
    if (other.seen !== '' && isUnseen) other.written = other.seen = '';
    else there++;
    // One character may look like several, as an ellipsis does.
    while ((one.seen ?? '').length < (other.seen ?? '').length && here < found.length) {
      one.written += found[here]!.written;
      one.seen += found[here++]!.seen;
    }
    while ((other.seen ?? '').length < (one.seen ?? '').length && there < sought.length) {
      other.written += sought[there]!.written;
      other.seen += sought[there++]!.seen;
    }
    if (one.written !== other.written && one.seen !== '"')
      said.push(`${codes(one.written)} stands where ${codes(other.written)} was expected`);
  }
  return said;
}

/** Characters by their code points, each followed by itself where it can be seen. */
const codes = (characters = '') =>
  [...characters]
    .map((character) => {
      const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
      return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character) ? `${code} ${character}` : code;
    })
    .join(' ') || 'nothing';

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

const SPACES = /[\s\p{Z}\p{Cc}]+/uy;
const UNSEEN = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;

/** What looks alike and is not the same in any form of Unicode. */
const ALIKE: [RegExp, string][] = [
  [/^[‘’‚‛ʼʻ′´`]$/, "'"],
  [/^[“”„‟″«»]$/, '"'],
  [/^[\p{Pd}−]$/u, '-'],
];

function glyphsOf(text: string): Glyph[] {
  const glyphs: Glyph[] = [];
  for (let at = 0; at < text.length; ) {
    SPACES.lastIndex = at;
    const written = SPACES.exec(text)?.[0] ?? String.fromCodePoint(text.codePointAt(at)!);
    glyphs.push({ written, seen: seenAs(written) });
    at += written.length;
  }
  return glyphs;
}

function seenAs(written: string): string {
  if (UNSEEN.test(written)) return '';
  SPACES.lastIndex = 0;
  if (SPACES.test(written)) return ' ';
  return ALIKE.find(([form]) => form.test(written))?.[1] ?? written.normalize('NFKC');
}

/** Finds words in one text that look like others. */
export class Lookalikes {
  readonly #glyphs: Glyph[];
  readonly #seen: string;

  constructor(text: string) {
    this.#glyphs = glyphsOf(text);
    this.#seen = this.#glyphs.map(({ seen }) => seen).join('');
  }

  /** The first words of the text that look like those that are looked for, if there are any. */
  find(wanted: string): Lookalike | undefined {
    const sought = glyphsOf(wanted);
    const words = sought.map(({ seen }) => seen).join('');
    const at = words === '' ? -1 : this.#seen.indexOf(words);
    if (at < 0) return undefined;
    let [first, before] = [0, 0];
    while (before + this.#glyphs[first]!.seen.length <= at) before += this.#glyphs[first++]!.seen.length;
    let [last, until] = [first, before];
    while (until < at + words.length) until += this.#glyphs[last++]!.seen.length;
    const found = this.#glyphs.slice(first, last);
    return {
      words: found.map(({ written }) => written).join(''),
      differences: [...new Set(differences(found, sought))],
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

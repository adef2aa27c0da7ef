/** What does not end a sentence where a dot follows. */
const BEFORE_NAMES = new Set(
  `Mr Mrs Ms Mx Dr Prof Rev Fr Sr Hon St Messrs Pres Gov Sen Rep Amb Sec Supt Insp Det Atty Gen Lt Col Maj Capt Cpt Cmdr Cdr
  Adm Brig Sgt Cpl Pvt Pfc No Nos vs approx cf ca al Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec`.split(
    /\s+/,
  ),
);

/** The sentences of a text, for places that are counted in code points. */
export class Sentences {
  readonly #text: string;
  /** Where a character takes two units: all of them, one by one. */
  readonly #points: string[] | null;
  readonly #segments: Intl.Segments;

  constructor(text: string, language: string) {
    this.#text = text;
    this.#points = /[\uD800-\uDFFF]/.test(text) ? Array.from(text) : null;
    this.#segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  }

  /** Where the sentence begins that a place is in. */
  startAt(place: number): number {
    const unit = this.#points?.slice(0, place).join('').length ?? place;
    let { index, segment } = this.#segments.containing(unit)!;
    while (index > 0) {
      const before = this.#segments.containing(index - 1)!;
      const isBlank = !/\S/.test(segment);
      if (!isBlank && !continues(before.segment, segment)) break;
      ({ index, segment } = before);
    }
    return this.#points ? Array.from(this.#text.slice(0, index)).length : index;
  }
}

/** Whether a sentence goes on after what the segmenter takes for its end. */
function continues(before: string, after: string): boolean {
  if (/[\n\r\u0085\u2028\u2029]/.test(before.slice(before.trimEnd().length))) return false;
  const firstLetter = after.match(/^[\s"'“”‘’«»)\]]*(.)/u)?.[1] ?? '';
  if (/\p{Ll}/u.test(firstLetter)) return true;
  const last = before.trimEnd().match(/(?<![\p{L}\p{N}.])[\p{L}.]+$/u)?.[0] ?? '';
  if (!last.endsWith('.')) return false;
  const word = last.slice(0, -1);
  return BEFORE_NAMES.has(word) || word.split('.').every((part) => /^\p{L}$/u.test(part));
}

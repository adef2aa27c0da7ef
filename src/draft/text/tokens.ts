import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** A word or mark of a text. Offsets here are UTF-16 units, half-open, as strings have them. */
export interface Token {
  text: string;
  lower: string;
  /** Part of speech, as Universal Dependencies name them. */
  tag: string;
  start: number;
  end: number;
  /** Number of the quoted region that it stands in, its marks included; -1 outside. */
  region: number;
}

/** The apostrophe of a possessive; pronouns and the like have a short "is" there. */
const POSSESSIVE =
  /(?<=\p{L})(?<!\b(?:it|he|she|that|there|what|here|who|let|where|how|this|when|why))'(?=s(?!\p{L}))/giu;

let tagger: ReturnType<typeof winkNLP> | undefined;

/** The words and marks of an English text with their parts of speech, in the order of the text. */
export function tokenize(text: string): Token[] {
  tagger ??= winkNLP(model, ['pos']);
  const { its } = tagger;
  // The tagger knows straight apostrophes alone; each mark stays one unit, so that the places stay.
  const plain = text.replace(/[’ʼ]/g, "'");
  // What the tagger has seen as one word it takes for one from then on: a space keeps "Bell's" two words in each text.
  const read = tagger.readDoc(plain.replace(POSSESSIVE, " '")).tokens();
  const tags: string[] = read.out(its.pos);
  const found: Token[] = [];
  let at = 0;
  for (const [index, value] of read.out(its.value).entries()) {
    const start = plain.indexOf(value, at);
    if (value.trim() === '' || start < 0) continue;
    at = start + value.length;
    found.push({
      text: text.slice(start, at),
      lower: value.toLowerCase(),
      tag: tags[index]!,
      start,
      end: at,
      region: -1,
    });
  }
  return found;
}

import type { AnalysedText } from '../text/analysed-text.ts';
import type { Run } from '../text/sentences.ts';
import type { FoundCue } from './attribute.ts';
import { bucket, shapeOf } from './features.ts';

/** A candidate with all its parts. */
export interface Candidate extends FoundCue {
  parts: Run[];
}

const LEVELS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];

/** A share as the levels that it reaches, so that weights rise along them. */
const levels = (name: string, share: number) =>
  LEVELS.filter((level) => share >= level).map((level) => `${name}>${level}`);

/** How many words the parts have, how many of them in quotation marks, and how many verbs. */
function countWords({ tokens }: AnalysedText, parts: readonly Run[]) {
  const all = parts.flatMap(({ from, to }) => tokens.slice(from, to));
  return {
    words: all.length,
    quoted: all.filter(({ region }) => region >= 0).length,
    verbs: all.filter(({ tag }) => tag === 'VERB').length,
  };
}

/** What tells whether a candidate is right, of all candidates of a text. */
export function rankFeatures(read: AnalysedText, candidates: readonly Candidate[]): string[][] {
  return candidates.map((candidate) => {
    const { tokens, sentences, sentenceOf } = read;
    const { cue, probability, sources, contents, parts } = candidate;
    const word = tokens[cue]!;
    const [source, content] = [sources[0]!, contents[0]!];
    const { side } = content.value;
    const phrase = source.value;
    const { words, quoted, verbs } = countWords(read, parts);
    const share = quoted === 0 ? 'none' : quoted === words ? 'all' : 'some';
    const head = phrase === null ? null : tokens[phrase.head]!;
    const kind =
      phrase === null ? 'none' : phrase.isPronoun ? head!.lower : head!.tag === 'PROPN' ? 'name' : 'noun';
    const isIn = (run: Run, at: number) => run.from <= at && at < run.to;
    const around = candidates.filter(
      (other) => other !== candidate && other.parts.some((run) => isIn(run, cue)) && other.probability > 0.5,
    ).length;
    const rival = candidates.some(
      (other) =>
        other !== candidate &&
        other.probability > probability &&
        other.parts.some((run) =>
          parts.some(
            (own) => Math.min(run.to, own.to) - Math.max(run.from, own.from) > 0.6 * (own.to - own.from),
          ),
        ),
    );
    const sure = Math.min(probability, source.share, content.share);
    const first = tokens[parts[0]!.from]!;
    const end = parts.at(-1)!.to;
    const product = probability * source.share * content.share;
    const sentence = sentences[sentenceOf[cue]!]!;
    return [
      'b',
      ...levels('p', probability),
      ...levels('s', source.share),
      ...levels('c', content.share),
      ...levels('all', product),
      `p-c=${Math.floor(5 * probability)}/${Math.floor(5 * content.share)}`,
      `p-s=${Math.floor(5 * probability)}/${Math.floor(5 * source.share)}`,
      `min-side=${Math.floor(6 * sure)}/${side}`,
      `w=${word.lower}`,
      `w-q=${word.lower}/${share}`,
      `w-k=${word.lower}/${kind}`,
      `t=${word.tag}/${word.region >= 0}`,
      `side=${side}/${share}`,
      `side-k=${side}/${kind}`,
      `kind=${kind}`,
      `kind-p=${kind}/${Math.floor(5 * probability)}`,
      `head=${head?.lower ?? ''}`,
      `len=${bucket(words)}`,
      `len-side=${bucket(words)}/${side}/${share}`,
      `verbs=${Math.min(verbs, 3)}/${side}`,
      `around=${Math.min(around, 2)}/${share}`,
      `around-w=${Math.min(around, 2)}/${word.lower}`,
      `rival=${rival}/${share}`,
      `rival-p=${rival}/${Math.floor(5 * probability)}`,
      `first=${first.lower}/${side}`,
      `next=${tokens[end]?.lower ?? ''}/${side}`,
      `shape=${shapeOf(first)}/${shapeOf(tokens[end - 1]!)}/${side}`,
      `parts=${Math.min(parts.length, 3)}/${share}`,
      `title=${sentence.paragraph === 0}`,
    ];
  });
}

const SIDES = ['after', 'before', 'around', 'next', 'previous'];
const TAGS = ['VERB', 'NOUN', 'AUX', 'ADJ', 'ADV', 'ADP', 'PUNCT'];
/** Words between a cue and who speaks, where nobody is named. */
const NOBODY = 99;
const FIRST_PERSON = /^(i|we|you)$/;

/**
 * The same in numbers, for what a sum of weights cannot say.
 * @param scores what the weights of the features come to, for each candidate.
 */
export function rankNumbers(
  read: AnalysedText,
  candidates: readonly Candidate[],
  scores: readonly number[],
): number[][] {
  const { tokens, sentences, sentenceOf } = read;
  return candidates.map((candidate, nth) => {
    const { cue, probability, sources, contents, parts } = candidate;
    const [source, content] = [sources[0]!, contents[0]!];
    const phrase = source.value;
    const word = tokens[cue]!;
    const sentence = sentences[sentenceOf[cue]!]!;
    const others = candidates.filter((other) => other !== candidate);
    const { words, quoted, verbs } = countWords(read, parts);
    const [first, end] = [parts[0]!.from, parts.at(-1)!.to];
    const covered = ({ parts: theirs }: Candidate) => sharedTokens(theirs, parts) / words;
    return [
      probability,
      source.share,
      sources[1]?.share ?? 0,
      content.share,
      contents[1]?.share ?? 0,
      probability * source.share * content.share,
      Math.min(probability, source.share, content.share),
      words,
      quoted / words,
      verbs,
      parts.length,
      phrase === null ? NOBODY : phrase.to <= cue ? cue - phrase.to : cue - phrase.from,
      phrase === null ? 0 : phrase.to - phrase.from,
      first > cue ? first - cue : parts[0]!.to - cue,
      sentence.to - sentence.from,
      cue - sentence.from,
      sentence.to - cue,
      SIDES.indexOf(content.value.side),
      phrase === null ? 0 : phrase.isPronoun ? 1 : tokens[phrase.head]!.tag === 'PROPN' ? 2 : 3,
      TAGS.indexOf(word.tag),
      Number(word.region >= 0),
      sentence.to - end,
      others.filter(
        (one) => one.probability > 0.5 && one.parts.some(({ from, to }) => from <= cue && cue < to),
      ).length,
      Math.max(0, ...others.map((one) => covered(one) * one.probability)),
      Math.max(0, ...others.filter((one) => Math.abs(one.cue - cue) < 4).map((one) => one.probability)),
      sentence.paragraph,
      Number(phrase?.isPronoun === true && FIRST_PERSON.test(tokens[phrase.head]!.lower)),
      Number(words < 3),
      scores[nth]!,
    ];
  });
}

function sharedTokens(a: readonly Run[], b: readonly Run[]): number {
  let both = 0;
  for (const one of a)
    for (const other of b) both += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
  return both;
}

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

/** What tells whether a candidate is right, of all candidates of a text. */
export function rankFeatures(read: AnalysedText, candidates: readonly Candidate[]): string[][] {
  return candidates.map((candidate) => {
    const { tokens, sentences, sentenceOf } = read;
    const { cue, probability, sources, contents, parts } = candidate;
    const word = tokens[cue]!;
    const [source, content] = [sources[0]!, contents[0]!];
    const { side } = content.value;
    const phrase = source.value;
    let [words, quoted, verbs] = [0, 0, 0];
    for (const { from, to } of parts)
      for (let at = from; at < to; at++) {
        words++;
        quoted += Number(tokens[at]!.region >= 0);
        verbs += Number(tokens[at]!.tag === 'VERB');
      }
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

import { bucket } from '../attribution/features.ts';
import { type NamedMention, namedMentions } from '../entities/names.ts';
import type { LinearModel } from '../learned/linear-model.ts';
import { type AnalysedText, analyse, placeOf } from '../text/analysed-text.ts';
import type { Run } from '../text/sentences.ts';
import { codesOfWords, plainForm } from './act-words.ts';

export interface TargetCandidates {
  read: AnalysedText;
  candidates: Run[];
  features: string[][];
}

/** The phrases of a sentence that an act of a source may be aimed at, and what is seen of each. */
export function targetCandidates(text: string, source: readonly [number, number]): TargetCandidates {
  const read = analyse(text);
  const { tokens } = read;
  const names = namedMentions(read);
  const from = tokens.findIndex(({ end }) => end > source[0]);
  const afterSource = tokens.findIndex(({ start }) => start >= source[1]);
  const own = { from, to: afterSource < 0 ? tokens.length : afterSource };
  const candidates = read.phrases.filter((phrase) => phrase.to <= own.from || phrase.from >= own.to);
  const isNamed = (run: Run) => names.some((name) => name.from < run.to && name.to > run.from);
  const before = candidates.filter(({ to }) => to <= own.from);
  const after = candidates.filter(({ from: at }) => at >= own.to);
  const features = candidates.map((phrase) => {
    const isAfter = phrase.from >= own.to;
    const side = isAfter ? '>' : '<';
    const list = isAfter ? after : before.toReversed();
    const nth = list.indexOf(phrase);
    const nthNamed = list.slice(0, nth).filter(isNamed).length;
    return phraseFeatures(read, own, phrase, names, side, nth, nthNamed);
  });
  return { read, candidates, features };
}

function phraseFeatures(
  { tokens, phrases }: AnalysedText,
  own: Run,
  phrase: Run & { head: number; isPronoun: boolean },
  names: readonly NamedMention[],
  side: string,
  nth: number,
  nthNamed: number,
): string[] {
  const name = names.find(({ from, to }) => from < phrase.to && to > phrase.from);
  const type =
    name?.country?.form === 'adjective' ? 'demonym' : (name?.type ?? (phrase.isPronoun ? 'pronoun' : 'none'));
  const [low, high] = side === '>' ? [own.to, phrase.from] : [phrase.to, own.from];
  const between = tokens.slice(low, high);
  const verbs = between.filter(({ tag }) => tag === 'VERB');
  const last = verbs.at(-1);
  const first = verbs[0];
  const previous = tokens[phrase.from - 1];
  const beforeThat = tokens[phrase.from - 2];
  const isAfterPhrase = phrases.some(({ to }) => to === phrase.from - 1);
  const codes = codesOfWords(plainForm(last?.lower ?? ''));
  const head = tokens[phrase.head]!;
  const order = `${side}${Math.min(nth, 6)}`;
  const prep =
    previous?.tag === 'ADP' || previous?.tag === 'PART'
      ? previous.lower
      : previous?.tag === 'VERB'
        ? 'V'
        : (previous?.tag ?? '^');
  return [
    `n=${order}`,
    `m=${side}${Math.min(nthNamed, 4)}/${name !== undefined}`,
    `type=${type}`,
    `type-n=${type}/${order}`,
    `type-m=${type}/${side}${Math.min(nthNamed, 3)}`,
    `p=${side}${prep}`,
    `p-type=${prep}/${type}`,
    `p-n=${prep}/${Math.min(nth, 3)}`,
    `p-in=${prep}/${isAfterPhrase}`,
    `p-in-type=${prep}/${isAfterPhrase}/${type}`,
    `pw=${previous?.lower ?? ''}`,
    `pw2=${beforeThat?.lower ?? ''} ${previous?.lower ?? ''}`,
    `v=${side}${Math.min(verbs.length, 4)}`,
    `v-type=${side}${Math.min(verbs.length, 3)}/${type}`,
    `lv=${plainForm(last?.lower ?? '')}/${prep}`,
    `fv=${plainForm(first?.lower ?? '')}/${prep}`,
    ...codes.map((code) => `c=${code.slice(0, 2)}/${prep}`),
    `h=${head.lower}`,
    `ht=${head.tag}/${side}`,
    `f=${tokens[phrase.from]!.lower}`,
    `gap=${side}${bucket(between.length)}`,
    `comma=${between.some(({ text }) => text === ',')}/${side}/${type}`,
    `next=${tokens[phrase.to]?.lower ?? ''}`,
    `said=${/^(said|says|reported|told|according)$/.test(tokens[phrase.to]?.lower ?? '')}`,
    `number=${/\d/.test(tokens[phrase.from]!.text)}/${name !== undefined}`,
  ];
}

/** Whom an act is aimed at, given who acts: the place of the words, or undefined where nothing else is named. */
export function targetOf(
  text: string,
  source: readonly [number, number],
  model: LinearModel,
): [number, number] | undefined {
  const { read, candidates, features } = targetCandidates(text, source);
  let best: Run | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const [index, candidate] of candidates.entries()) {
    const score = model.score(features[index]!);
    if (score > most) [most, best] = [score, candidate];
  }
  return best && placeOf(read, best);
}

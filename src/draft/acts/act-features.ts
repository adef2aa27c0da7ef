import type { Token } from '../text/tokens.ts';
import { codesOfWords, plainForm } from './act-words.ts';

/** A run of tokens, half-open. */
interface Run {
  from: number;
  to: number;
}

/** What tells which act a source does to a target: the words between and around them, and the acts that these stand for. */
export function actFeatures(tokens: readonly Token[], source: Run | null, target: Run | null): string[] {
  const plain = tokens.map(({ lower }) => plainForm(lower));
  const features = new Set<string>(['b']);
  const isNamed = (at: number) =>
    (source !== null && source.from <= at && at < source.to) ||
    (target !== null && target.from <= at && at < target.to);
  const start = source?.to ?? 0;
  const [low, high] =
    target === null ? [start, tokens.length] : [Math.min(start, target.to), Math.max(start, target.from)];
  let isFirstVerb = true;
  let negated = false;
  const place = (at: number) => (isNamed(at) ? 'n' : at >= low && at < high ? 'm' : at < low ? 'l' : 'r');
  let last = '';
  for (const [at, token] of tokens.entries()) {
    if (token.tag === 'PUNCT' || isNamed(at)) continue;
    const [word, where] = [plain[at]!, place(at)];
    if (/^(not|n't|never|no|fail|refuse|without)$/.test(word) && where === 'm') negated = true;
    const isContent = /^(VERB|NOUN|ADJ|ADV|PROPN)$/.test(token.tag);
    if (isContent) {
      features.add(`w=${word}`);
      features.add(`w-${where}=${word}`);
    }
    if (where === 'm' || where === 'r') {
      features.add(`2=${last} ${word}`);
      if (!isContent) features.add(`f-${where}=${word}`);
    }
    if (where === 'm' && token.tag === 'VERB') {
      features.add(`v=${word}`);
      if (isFirstVerb) {
        features.add(`v1=${word}`);
        for (const code of codesOfWords(word)) features.add(`c1=${code.slice(0, 2)}`);
        features.add(`v1n=${negated}`);
      }
      isFirstVerb = false;
    }
    const next = plain[at + 1] ?? '';
    const third = plain[at + 2] ?? '';
    for (const phrase of [word, `${word} ${next}`, `${word} ${next} ${third}`, `${word} ${third}`])
      for (const code of codesOfWords(phrase)) {
        features.add(`c=${code.slice(0, 2)}`);
        features.add(`c-${where}=${code.slice(0, 2)}`);
        features.add(`c-${where}${token.tag === 'VERB' ? 'v' : ''}=${code}`);
        if (negated) features.add(`not-c=${code.slice(0, 2)}`);
      }
    last = word;
  }
  if (negated) features.add('not');
  return [...features];
}

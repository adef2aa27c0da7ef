import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Antecedent,
  type AntecedentWeights,
  antecedents,
  scoreOf,
} from '../../src/draft/entities/antecedents.ts';
import { groupNames } from '../../src/draft/entities/entities.ts';
import type { Gender } from '../../src/draft/entities/given-names.ts';
import { lastWord, namedMentions } from '../../src/draft/entities/names.ts';
import { References } from '../../src/draft/entities/references.ts';
import { softmax } from '../../src/draft/learned/linear-model.ts';
import type { AnalysedText } from '../../src/draft/text/analysed-text.ts';
import type { ReadArticle } from './learn-attribution.ts';

/** Who a pronoun of an article means, as a person who read the article said. */
interface Resolved {
  docId: string;
  at: number;
  name: string;
}

interface Example {
  candidates: Antecedent[];
  right: boolean[];
  weight: number;
}

const GENDERS: Record<string, Gender> = { he: 'male', she: 'female' };
/** What follows from gender alone counts less than what was resolved by hand: it leaves out what is hard. */
const WEIGHT_OF_PLAIN = 0.3;
const ARTICLES = 500;
/** Pronouns before one are resolved by the weights of the round before. */
const ROUNDS = 3;

/** Fits whom pronouns mean: on those of `train` that were resolved by hand, and on those where gender leaves one person alone. */
export function fitAntecedents(articles: readonly ReadArticle[]): AntecedentWeights {
  const resolved: Resolved[] = JSON.parse(
    readFileSync(join(import.meta.dirname, 'pronouns.train.json'), 'utf8'),
  );
  let weights: AntecedentWeights = {};
  for (let round = 0; round < ROUNDS; round++) {
    const plain = articles.slice(0, ARTICLES).flatMap(({ read }) => plainExamples(read, weights));
    const hard = resolved.flatMap((one) => {
      const article = articles.find(({ gold }) => gold.docId.startsWith(one.docId));
      return article ? resolvedExample(article.read, one, weights) : [];
    });
    weights = fitLogit([...hard, ...plain]);
  }
  return Object.fromEntries(
    Object.entries(weights)
      .map(([feature, weight]): [string, number] => [feature, Math.round(100 * weight) / 100])
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const referencesOf = (read: AnalysedText, weights: AntecedentWeights) =>
  new References(read, groupNames(read, namedMentions(read), []), weights);

function resolvedExample(read: AnalysedText, { at, name }: Resolved, weights: AntecedentWeights): Example[] {
  const token = read.tokens.findIndex(({ start }) => start >= at);
  const gender = GENDERS[read.tokens[token]!.lower]!;
  const candidates = antecedents(read, referencesOf(read, weights).persons, token, gender);
  const right = candidates.map(({ entity }) => lastWord(entity.name) === name || entity.name === name);
  return right.includes(true) ? [{ candidates, right, weight: 1 }] : [];
}

/** Pronouns where the gender of everybody nearby is known, and one alone has that of the pronoun; learned from without it. */
function plainExamples(read: AnalysedText, weights: AntecedentWeights): Example[] {
  const { persons } = referencesOf(read, weights);
  return read.tokens.flatMap(({ lower, region }, at): Example[] => {
    const gender = GENDERS[lower];
    if (gender === undefined || region >= 0) return [];
    const candidates = antecedents(read, persons, at, gender);
    const right = candidates.map(({ entity }) => entity.gender === gender);
    const isPlain = candidates.every(({ entity }) => entity.gender !== null);
    if (!isPlain || candidates.length < 2 || right.filter(Boolean).length !== 1) return [];
    const without = candidates.map(({ entity, features }) => ({
      entity,
      features: features.filter((feature) => !feature.startsWith('gender=')),
    }));
    return [{ candidates: without, right, weight: WEIGHT_OF_PLAIN }];
  });
}

const STEPS = 250;
const PACE = 0.04;

/** A conditional logit with weights that are drawn to zero, by steps down the whole gradient. */
function fitLogit(examples: readonly Example[]): AntecedentWeights {
  const weights: AntecedentWeights = {};
  for (let step = 0; step < STEPS; step++) {
    const gradient: AntecedentWeights = {};
    for (const { candidates, right, weight } of examples) {
      const shares = softmax(candidates.map((one) => scoreOf(one, weights)));
      const sum = shares.reduce((total, share, index) => total + (right[index] ? share : 0), 0);
      for (const [index, { features }] of candidates.entries()) {
        const wanted = right[index] ? shares[index]! / sum : 0;
        for (const feature of features)
          gradient[feature] = (gradient[feature] ?? 0) + weight * (wanted - shares[index]!);
      }
    }
    for (const [feature, slope] of Object.entries(gradient)) {
      const before = weights[feature] ?? 0;
      weights[feature] = before + PACE * (slope - before);
    }
  }
  return weights;
}

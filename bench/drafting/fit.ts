import { mkdirSync, writeFileSync } from 'node:fs';
import { candidatesOf } from '../../src/draft/attribution/attributions.ts';
import type { Candidate } from '../../src/draft/attribution/rank.ts';
import { rankFeatures, rankNumbers } from '../../src/draft/attribution/rank.ts';
import type { AntecedentWeights } from '../../src/draft/entities/antecedents.ts';
import { groupNames } from '../../src/draft/entities/entities.ts';
import { namedMentions } from '../../src/draft/entities/names.ts';
import { References } from '../../src/draft/entities/references.ts';
import { type BoostedTrees, packTrees, scoreOfTrees } from '../../src/draft/learned/boosted-trees.ts';
import { MODEL_NAMES, type ModelName, weightsFolder } from '../../src/draft/learned/fitted.ts';
import { LinearModel, logistic } from '../../src/draft/learned/linear-model.ts';
import { packWeights } from '../../src/draft/learned/packed-weights.ts';
import type { Steps } from '../../src/draft/learned/steps.ts';
import { fitTrees } from './fit-trees.ts';
import { isotonic } from './isotonic.ts';
import { judge } from './judge.ts';
import { type GoldArticle, kitLines } from './kit.ts';
import { type ActRecord, fitActs, fitTargets } from './learn-acts.ts';
import { fitAntecedents } from './learn-antecedents.ts';
import {
  cueRates,
  FOLDS,
  fitCues,
  fitReporting,
  foldOf,
  type ReadArticle,
  type Reporting,
  readArticle,
  readLikelyCues,
  reportingChoices,
} from './learn-attribution.ts';
import { type Fit, fitLogistic, hashed, type Labelled, pruned } from './train.ts';

/** The largest weights of each model that are kept; together they take less than 200 kB. */
const MOST: Record<ModelName, number> = {
  cue: 24_000,
  source: 10_000,
  content: 33_000,
  rank: 2_500,
  acts: 8_500,
  target: 3_000,
};

interface Judged extends Labelled {
  /** What trees look at, without the score of the features. */
  numbers: number[];
  isSpanRight: boolean;
  sourceShare: number;
  fold: number;
}

/** Fits everything on `train` of the kit and writes the weights into the tree. */
function fitKit(kit: string, say: (line: string) => void): void {
  const articles = kitLines<GoldArticle>(kit, 'polnear.train').map(readArticle);
  const rates = cueRates(articles);
  readLikelyCues(articles, rates, MOST.cue);
  say('cues of each fold are fitted');
  const fits: Partial<Record<ModelName, Fit>> = { cue: fitCues(articles, rates) };
  const choices = reportingChoices(articles, rates);
  const candidates = candidatesByFold(articles, choices);
  say('what each fold reports is fitted');
  Object.assign(fits, fitReporting(choices));
  const known = fitAntecedents(articles);
  const judged = articles.flatMap((article, index) =>
    judgedCandidates(article, candidates[index]!, foldOf(index), known),
  );
  fits.rank = fitRank(judged);
  const { trees, calibration } = rankByTrees(judged);
  const acts = kitLines<ActRecord>(kit, 'acts.plv.train');
  fits.acts = fitActs(acts);
  fits.target = fitTargets(acts);
  say('everything is fitted');
  write(fits as Record<ModelName, Fit>, calibration);
  writeFileSync(new URL('trees.bin', weightsFolder), packTrees(trees));
  writeFileSync(new URL('antecedents.json', weightsFolder), `${JSON.stringify(known, null, 2)}\n`);
}

/** What may be reported in each article, by models that were fitted on the others. */
function candidatesByFold(articles: readonly ReadArticle[], choices: readonly Reporting[]): Candidate[][] {
  const found: Candidate[][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const fitted = fitReporting(choices.filter((_, index) => foldOf(index) !== fold));
    const models = {
      source: new LinearModel(pruned(fitted.source, MOST.source)),
      content: new LinearModel(pruned(fitted.content, MOST.content)),
    };
    for (const [index, { read, likely }] of articles.entries())
      if (foldOf(index) === fold) found[index] = candidatesOf(read, models, likely);
  }
  return found;
}

function judgedCandidates(
  article: ReadArticle,
  candidates: Candidate[],
  fold: number,
  known: AntecedentWeights,
): Judged[] {
  const { read } = article;
  const references = new References(read, groupNames(read, namedMentions(read), []), known);
  const right = judge(article, candidates, references);
  const none = candidates.map(() => 0);
  const numbers = rankNumbers(read, candidates, none).map((all) => all.slice(0, -1));
  return rankFeatures(read, candidates).map((features, index) => ({
    features: hashed(features),
    numbers: numbers[index]!,
    isRight: right[index]!.all,
    isSpanRight: right[index]!.span,
    sourceShare: candidates[index]!.sources[0]!.share,
    fold,
  }));
}

const fitRank = (judged: readonly Judged[]): Fit => fitLogistic(judged, { epochs: 5, l1: 3e-3 });

/** Trees over the scores of rankers that had not seen the article, and what their own come to on articles that these had not seen. */
function rankByTrees(judged: readonly Judged[]): { trees: BoostedTrees; calibration: Calibration } {
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const numbered = folds.flatMap((fold) => {
    const rank = pruned(fitRank(judged.filter((one) => one.fold !== fold)), MOST.rank);
    const scoreOf = ({ features }: Judged) =>
      features.reduce((sum, feature) => sum + (rank.get(feature) ?? 0), 0);
    return judged
      .filter((one) => one.fold === fold)
      .map((one) => ({ ...one, numbers: [...one.numbers, scoreOf(one)] }));
  });
  const scored = folds.flatMap((fold) => {
    const trees = fitTrees(numbered.filter((one) => one.fold !== fold));
    return numbered
      .filter((one) => one.fold === fold)
      .map((one) => ({ ...one, score: logistic(scoreOfTrees(trees, one.numbers)) }));
  });
  return { trees: fitTrees(numbered), calibration: calibrate(scored) };
}

type Calibration = Record<'all' | 'span' | 'speaker', Steps>;

/** What scores come to, on articles that the ranker has not seen. */
function calibrate(scored: readonly (Judged & { score: number })[]): Calibration {
  const right = scored.filter(({ isSpanRight }) => isSpanRight);
  return {
    all: isotonic(scored),
    span: isotonic(scored.map(({ score, isSpanRight }) => ({ score, isRight: isSpanRight }))),
    speaker: isotonic(right.map(({ sourceShare, isRight }) => ({ score: sourceShare, isRight }))),
  };
}

/** What a weight is counted in: finer steps change no choice, and take more room. */
const UNIT = 0.05;

function write(fits: Record<ModelName, Fit>, calibration: Calibration): void {
  mkdirSync(weightsFolder, { recursive: true });
  const models: Partial<Record<ModelName, { weights: number; unit: number }>> = {};
  for (const name of MODEL_NAMES) {
    const whole = [...pruned(fits[name], MOST[name])]
      .map(([hash, weight]): [number, number] => [
        hash,
        Math.max(-127, Math.min(127, Math.round(weight / UNIT))),
      ])
      .filter(([, weight]) => weight !== 0);
    models[name] = { weights: whole.length, unit: UNIT };
    writeFileSync(new URL(`${name}.bin`, weightsFolder), packWeights(new Map(whole)));
  }
  const table = {
    madeBy: 'npm run draft:fit',
    madeFrom: 'PolNeAR 1.0 (train) and PLV (train): weights of features and counts, no text of either',
    models,
    calibration,
  };
  writeFileSync(new URL('weights.json', weightsFolder), `${JSON.stringify(table, null, 2)}\n`);
}

const [kit] = process.argv.slice(2);
if (kit === undefined) {
  console.error('Usage: npm run draft:fit -- KIT, where KIT is the folder of the extraction kit.');
  process.exitCode = 1;
} else fitKit(kit, console.log);

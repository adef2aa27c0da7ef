import { mkdirSync, writeFileSync } from 'node:fs';
import { candidatesOf } from '../../src/draft/attribution/attributions.ts';
import type { Candidate } from '../../src/draft/attribution/rank.ts';
import { rankFeatures } from '../../src/draft/attribution/rank.ts';
import { MODEL_NAMES, type ModelName, weightsFolder } from '../../src/draft/learned/fitted.ts';
import { LinearModel, logistic } from '../../src/draft/learned/linear-model.ts';
import { packWeights } from '../../src/draft/learned/packed-weights.ts';
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
  rank: 4_000,
  acts: 10_000,
  target: 4_000,
};

interface Judged extends Labelled {
  isSpanRight: boolean;
  isSpeakerRight: boolean;
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
  const judged = articles.flatMap((article, index) =>
    judgedCandidates(article, candidates[index]!, foldOf(index)),
  );
  fits.rank = fitLogistic(judged, { epochs: 5, l1: 3e-3 });
  const table = calibrate(judged);
  const acts = kitLines<ActRecord>(kit, 'acts.plv.train');
  fits.acts = fitActs(acts);
  fits.target = fitTargets(acts);
  say('everything is fitted');
  write(fits as Record<ModelName, Fit>, table);
  writeFileSync(
    new URL('antecedents.json', weightsFolder),
    `${JSON.stringify(fitAntecedents(articles), null, 2)}\n`,
  );
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

function judgedCandidates(article: ReadArticle, candidates: Candidate[], fold: number): Judged[] {
  const right = judge(article, candidates);
  return rankFeatures(article.read, candidates).map((features, index) => ({
    features: hashed(features),
    isRight: right[index]!.all,
    isSpanRight: right[index]!.span,
    isSpeakerRight: right[index]!.all,
    sourceShare: candidates[index]!.sources[0]!.share,
    fold,
  }));
}

/** What scores come to, on a fold that the ranker has not seen. */
function calibrate(judged: readonly Judged[]) {
  const { weights: rank } = fitLogistic(
    judged.filter(({ fold }) => fold !== 0),
    { epochs: 5, l1: 3e-3 },
  );
  const held = judged.filter(({ fold }) => fold === 0);
  const scoreOf = ({ features }: Judged) =>
    logistic(features.reduce((sum, feature) => sum + (rank.get(feature) ?? 0), 0));
  return {
    all: isotonic(held.map((one) => ({ score: scoreOf(one), isRight: one.isRight }))),
    span: isotonic(held.map((one) => ({ score: scoreOf(one), isRight: one.isSpanRight }))),
    speaker: isotonic(
      held
        .filter(({ isSpanRight }) => isSpanRight)
        .map((one) => ({ score: one.sourceShare, isRight: one.isSpeakerRight })),
    ),
  };
}

/** What a weight is counted in: finer steps change no choice, and take more room. */
const UNIT = 0.05;

function write(fits: Record<ModelName, Fit>, calibration: ReturnType<typeof calibrate>): void {
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

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { FittedAttribution } from '../attribution/attributions.ts';
import type { AntecedentWeights } from '../entities/antecedents.ts';
import { unpackTrees } from './boosted-trees.ts';
import { LinearModel } from './linear-model.ts';
import { unpackWeights } from './packed-weights.ts';

export const MODEL_NAMES = ['cue', 'source', 'content', 'rank', 'acts', 'target'] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

const Steps = z.object({ from: z.array(z.number()).min(1), value: z.array(z.number()).min(1) });

/** What `weights.json` says beside the weights. */
const FittedTable = z.object({
  madeBy: z.string(),
  madeFrom: z.string(),
  models: z.record(z.enum(MODEL_NAMES), z.object({ weights: z.number().int(), unit: z.number() })),
  calibration: z.object({ all: Steps, span: Steps, speaker: Steps }),
});

/** What speaks for whom a pronoun means. */
const AntecedentTable = z.record(z.string(), z.number());

/** Everything that the drafter was fitted for. */
export interface Fitted {
  attribution: FittedAttribution;
  acts: LinearModel;
  target: LinearModel;
  antecedents: AntecedentWeights;
}

export const weightsFolder = new URL('../weights/', import.meta.url);

let fitted: Fitted | undefined;

/** The weights of the tree; read once. */
export function loadFitted(): Fitted {
  fitted ??= readFitted();
  return fitted;
}

function readFitted(): Fitted {
  const { models, calibration } = FittedTable.parse(
    JSON.parse(readFileSync(new URL('weights.json', weightsFolder), 'utf8')),
  );
  const model = (name: ModelName) =>
    new LinearModel(unpackWeights(readFileSync(new URL(`${name}.bin`, weightsFolder)), models[name].unit));
  return {
    attribution: {
      cue: model('cue'),
      source: model('source'),
      content: model('content'),
      rank: model('rank'),
      trees: unpackTrees(readFileSync(new URL('trees.bin', weightsFolder))),
      calibration,
    },
    acts: model('acts'),
    target: model('target'),
    antecedents: AntecedentTable.parse(
      JSON.parse(readFileSync(new URL('antecedents.json', weightsFolder), 'utf8')),
    ),
  };
}

import { actFeatures } from '../../src/draft/acts/act-features.ts';
import { EVENT_TYPES, ofType } from '../../src/draft/acts/act-model.ts';
import { type Token, tokenize } from '../../src/draft/text/tokens.ts';
import { type Choice, fitChoices, hashed, type Weights } from './train.ts';

export interface ActRecord {
  id: string;
  text: string;
  source: [number, number];
  target: [number, number];
  act: string;
}

const MERGED: Record<string, string> = {
  CONCEDE: 'YIELD',
  RETREAT: 'YIELD',
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  INVESTIGATE: 'ACCUSE',
  FIGHT: 'ASSAULT',
};

/** The tokens that a place of a text covers. */
function runOf(
  tokens: readonly Token[],
  [start, end]: readonly [number, number],
): { from: number; to: number } {
  const from = tokens.findIndex((token) => token.end > start);
  const to = tokens.findIndex((token) => token.start >= end);
  return { from: Math.max(0, from), to: to < 0 ? tokens.length : to };
}

function featuresOfRecord({ text, source, target }: ActRecord): string[] {
  const tokens = tokenize(text);
  return actFeatures(tokens, runOf(tokens, source), runOf(tokens, target));
}

export function fitActs(records: readonly ActRecord[]): Weights {
  const choices = records.map((record): Choice => {
    const features = featuresOfRecord(record);
    return {
      parts: EVENT_TYPES.map((type) => hashed(ofType(type, features))),
      candidates: EVENT_TYPES.map((_, index) => [index]),
      wanted: EVENT_TYPES.map((type) => Number(type === (MERGED[record.act] ?? record.act))),
    };
  });
  return fitChoices(choices, { epochs: 8, l1: 3e-3, least: 1, rate: 0.08 });
}

import { actFeatures } from '../../src/draft/acts/act-features.ts';
import { EVENT_TYPES, ofType } from '../../src/draft/acts/act-model.ts';
import { targetCandidates } from '../../src/draft/acts/target.ts';
import { placeOf } from '../../src/draft/text/analysed-text.ts';
import { type Token, tokenize } from '../../src/draft/text/tokens.ts';
import { type Choice, type Fit, fitChoices, hashed } from './train.ts';

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

export function featuresOfRecord({ text, source, target }: ActRecord): string[] {
  const tokens = tokenize(text);
  return actFeatures(tokens, runOf(tokens, source), runOf(tokens, target));
}

export function fitActs(records: readonly ActRecord[]): Fit {
  const choices = records.map((record): Choice => {
    const features = featuresOfRecord(record);
    return {
      parts: EVENT_TYPES.map((type) => hashed(ofType(type, features))),
      candidates: EVENT_TYPES.map((_, index) => [index]),
      wanted: EVENT_TYPES.map((type) => Number(type === (MERGED[record.act] ?? record.act))),
    };
  });
  return fitChoices(choices, { epochs: 20, l1: 8e-3, least: 2, rate: 0.03 });
}

export function fitTargets(records: readonly ActRecord[]): Fit {
  const choices = records.flatMap((record): Choice[] => {
    const { read, candidates, features } = targetCandidates(record.text, record.source);
    const [start, end] = record.target;
    const right = candidates.map((candidate) => {
      const place = placeOf(read, candidate);
      return Number(place[0] < end && place[1] > start);
    });
    const sum = right.reduce((total, one) => total + one, 0);
    if (sum === 0) return [];
    return [
      {
        parts: features.map(hashed),
        candidates: candidates.map((_, index) => [index]),
        wanted: right.map((one) => one / sum),
      },
    ];
  });
  return fitChoices(choices, { epochs: 8, l1: 4e-3, least: 2, rate: 0.1 });
}

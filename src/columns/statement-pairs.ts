import { z } from 'zod';
import type { CountedState, Parameters } from '../db/client.ts';
import type { ColumnName, TalliedGroup } from '../db/tally-order.ts';
import { nullsLast } from '../model/compare-text.ts';
import { EntityType } from '../model/vocabulary.ts';
import { Sums } from './count.ts';
import {
  type Chosen,
  countedAs,
  isAmong,
  NOTHING_GIVEN,
  nameOf,
  planOf,
  ThingType,
} from './statement-plan.ts';
import { marks } from './tally/columns.ts';
import { defineTally, type TallyPlan } from './tally-count.ts';

/** How pairs of a speaker and a target are counted. */
export interface PairOptions extends Chosen {
  /** Whether everybody counts as a speaker whom some attribution names. */
  any: boolean;
  /** Whether only targets or only topics count. */
  as: boolean;
}

export interface TypedPairOptions extends PairOptions {
  /** Whether only pairs of some types of speaker or of target count. */
  speakerType: boolean;
  targetType: boolean;
}

/** What chooses the rows of a pair, beside their statements. */
const OF_PAIRS: Record<string, ColumnName> = { speaker: 'speaker', anySpeaker: 'speaker', about: 'target' };

/**
 * A plan of counting pairs: where speakers or targets are asked for, those of them alone.
 * @param isNetwork whether only pairs count that have both, and they are told in detail.
 */
export function pairPlan(
  { any, as, given }: PairOptions,
  parameters: Parameters,
  isNetwork = false,
  sets: TallyPlan['sets'] = [],
): TallyPlan {
  const counted = as ? countedAs(parameters.countedAs) : { with: marks('about') };
  const which = counted.with | marks(any ? 'attributed' : 'preferred') | (isNetwork ? marks('link') : 0);
  const own = given.filter((name) => name in OF_PAIRS);
  return {
    ...planOf(
      {
        choices: [{ ...counted, with: which, by: 'pair' }],
        scores: as ? 'all' : 'aimed',
        limit: parameters.limit as number,
        total: !isNetwork,
      },
      { given },
      parameters,
      [...own.map((name) => isAmong(OF_PAIRS[name]!, name, 'id')), ...sets],
    ),
    detailed: isNetwork,
  };
}

/** Pairs with what their ends are called, the largest first, and among equals by the ids of the speaker and the target. */
export async function withEnds<Group extends TalliedGroup>(groups: readonly Group[], index: CountedState) {
  const pairs = groups.map((group) => ({ group, ...index.ends(group.value!) }));
  const found = await index.names(
    'thing',
    pairs.flatMap(({ speaker, target }) => [speaker ?? [], target ?? []].flat()),
  );
  return pairs
    .map(({ group, speaker, target }) => ({
      ...group,
      speaker: speaker === null ? null : found.get(speaker)!,
      target: target === null ? null : found.get(target)!,
    }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        nullsLast(a.speaker?.id ?? null, b.speaker?.id ?? null) ||
        nullsLast(a.target?.id ?? null, b.target?.id ?? null),
    );
}

/** Who speaks about whom, how often and how friendly or hostile. The speaker has no id where nobody can be named, and so has the target. */
export const statementPairs = defineTally({
  name: 'statements counted by speaker and target',
  parameters: ['limit', 'countedAs', 'speakerType', 'targetType'],
  // `of` is how many statements match.
  row: z.object({
    speakerId: nameOf.id,
    speakerName: nameOf.name,
    speakerType: EntityType.nullable(),
    targetId: nameOf.id,
    targetName: nameOf.name,
    targetType: ThingType,
    ...Sums.shape,
    of: z.int(),
  }),
  plan: ({ speakerType, targetType, ...options }: TypedPairOptions, parameters) =>
    pairPlan(options, parameters, false, [
      ...(speakerType ? [isAmong('speaker', 'speakerType', 'type')] : []),
      ...(targetType ? [isAmong('target', 'targetType', 'type')] : []),
    ]),
  made: async ({ groups, total }, index, { limit }) => {
    const pairs = (await withEnds(groups, index)).slice(0, limit as number);
    return pairs.map(({ speaker, target, value: _value, ...sums }) => ({
      ...{
        speakerId: speaker?.id ?? null,
        speakerName: speaker?.name ?? null,
        speakerType: speaker?.type ?? null,
      },
      ...{ targetId: target?.id ?? null, targetName: target?.name ?? null, targetType: target?.type ?? null },
      ...sums,
      of: total,
    }));
  },
  variants: [
    { ...NOTHING_GIVEN, any: false, as: false, speakerType: false, targetType: false },
    { ...NOTHING_GIVEN, any: true, as: true, speakerType: true, targetType: true },
  ],
});

import { z } from 'zod';
import type { StatementGroup, WhoAboutWhom } from '../../model/sums.ts';

const sums = {
  count: z.number(),
  goldsteinMean: z.number().nullable().describe('From -10, hostile, to 10, friendly.'),
  positive: z.number(),
  negative: z.number(),
  neutral: z.number(),
};

const sumsOf = ({ count, goldsteinMean, positive, negative, neutral }: z.output<typeof WhoAboutWhom>) => ({
  count,
  goldsteinMean,
  positive,
  negative,
  neutral,
});

const Counted = z.object({ id: z.string().nullable(), name: z.string().nullable() });

export const LeanGroup = Counted.extend(sums);

/** Statements with something in common as tools return them. */
export const leanGroup = ({
  group,
  ...counts
}: z.output<typeof StatementGroup>): z.output<typeof LeanGroup> => ({
  id: group.id,
  name: group.name,
  ...sumsOf(counts as z.output<typeof WhoAboutWhom>),
});

export const LeanPair = z.object({ speaker: Counted, target: Counted, ...sums });

/** The statements of one speaker about one target as tools return them. */
export const leanPair = (pair: z.output<typeof WhoAboutWhom>): z.output<typeof LeanPair> => ({
  speaker: { id: pair.speaker.id, name: pair.speaker.name },
  target: { id: pair.target.id, name: pair.target.name },
  ...sumsOf(pair),
});

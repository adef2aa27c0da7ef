import { z } from 'zod';
import { memoized, type Parameters, parsed, type Read } from '../db/client.ts';
import type { Sql } from '../db/sql.ts';
import { Problem } from '../errors.ts';
import { COLUMNS, LOAD } from '../limits.ts';
import { actNumber, flagBits, quoteBits, roleBits } from './words.ts';

/** A count that the service asks of its index: a read whose text is of SQL. */
export type Count<S extends z.ZodType = z.ZodType, Options = unknown> = Read<S, Options, Sql>;

/** @param arrayBits see `COLUMNS`. */
export function defineCount<S extends z.ZodType, Options>({
  name,
  arrayBits = COLUMNS.arrayBits,
  row,
  parameters,
  text,
  variants,
}: Omit<Count<S, Options>, 'rows' | 'variants'> & {
  arrayBits?: number;
  variants: readonly NoInfer<Options>[];
}): Count<S, Options> {
  const textOf = memoized(text);
  return {
    name,
    row,
    parameters,
    text: textOf,
    variants,
    rows: async (graph, given, options) => {
      if (!graph.counts)
        throw new Problem('starting', 'There is no index of counts.', [], { 'retry-after': LOAD.retryAfter });
      return parsed(
        graph,
        row,
        await graph.counts.rows(graph, textOf(options), columnValues(given), arrayBits),
      );
    },
  };
}

/** How the index has what is otherwise text. */
const IN_COLUMNS: Readonly<Record<string, (value: never) => Parameters>> = {
  codes: (codes: string[]) => ({ codes: codes.map(actNumber) }),
  quoteType: (types: string[]) => ({ quoteType_bits: quoteBits(types) }),
  flag: (flags: string[]) => ({ flag_bits: flagBits(flags) }),
  anyFlag: (flags: string[]) => ({ anyFlag_bits: flagBits(flags) }),
  ...Object.fromEntries(
    ['id', 'entity', 'participant'].map((name) => [name, (one: string) => ({ [name]: [one] })]),
  ),
  speakerRole: (speakerRole: string[]) => ({ speakerRole, speakerRole_bits: roleBits(speakerRole) }),
  targetRole: (targetRole: string[]) => ({ targetRole, targetRole_bits: roleBits(targetRole) }),
  anySpeakerRole: (anySpeakerRole: string[]) => ({
    anySpeakerRole,
    anySpeakerRole_bits: roleBits(anySpeakerRole),
  }),
};

/** Parameters as the texts over the index name them; a part of one has the name of both, such as `heldRole_kinds`. */
export function columnValues(parameters: Parameters): Parameters {
  return Object.assign(
    {},
    ...Object.entries(parameters).map(([name, value]) => {
      if (value === undefined) return {};
      const inColumns = IN_COLUMNS[name];
      if (inColumns) return inColumns(value as never);
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return { [name]: value };
      return Object.fromEntries(Object.entries(value).map(([part, of]) => [`${name}_${part}`, of]));
    }),
  );
}

/** What a count says of how friendly or hostile statements are; scores are in tenths. */
export const Sums = z.object({
  count: z.int(),
  scored: z.int(),
  total: z.int(),
  positive: z.int(),
  negative: z.int(),
});

/** The same as it goes to the wire. */
export const tone = ({ scored, total, positive, negative }: z.output<typeof Sums>) => ({
  goldsteinSum: total / 10,
  goldsteinMean: scored > 0 ? Math.round((total / 10 / scored) * 10_000) / 10_000 : null,
  positive,
  negative,
  neutral: scored - positive - negative,
});

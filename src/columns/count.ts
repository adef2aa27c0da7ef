import { z } from 'zod';
import { type Counts, type Graph, memoized, type Parameters, parsed, type Read } from '../db/client.ts';
import type { Sql } from '../db/sql.ts';
import { Problem } from '../errors.ts';
import { LOAD } from '../limits.ts';
import { actNumber, flagBits, quoteBits, roleBits } from './words.ts';

/** What the service asks of its index of counts. */
export interface Count<S extends z.ZodType = z.ZodType, Options = unknown>
  extends Omit<Read<S, Options, Sql>, 'text'> {
  /** Its query over the index, where it has one. */
  text?: (options: Options) => Sql;
}

/** One that is a query over the index, by itself or in the end. */
export interface SqlCount<S extends z.ZodType = z.ZodType, Options = unknown> extends Read<S, Options, Sql> {}

/** A count but for what runs it. */
export type CountDefinition<S extends z.ZodType, Options> = Omit<
  Count<S, Options>,
  'rows' | 'variants' | 'text'
> & {
  variants: readonly NoInfer<Options>[];
};

/** A count that is one query over the index. */
export function defineCount<S extends z.ZodType, Options>({
  text,
  ...definition
}: CountDefinition<S, Options> & { text: (options: Options) => Sql }): SqlCount<S, Options> {
  const textOf = memoized(text);
  return {
    ...definition,
    text: textOf,
    rows: async (graph, given, options) =>
      parsed(
        graph,
        definition.row,
        await indexOf(graph).ask(graph, (index) => index.rows(textOf(options), columnValues(given))),
      ),
  };
}

/** @throws Problem `starting` where there is none. */
export function indexOf({ counts }: Graph): Counts {
  if (counts) return counts;
  throw new Problem('starting', 'There is no index of counts.', [], { 'retry-after': LOAD.retryAfter });
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

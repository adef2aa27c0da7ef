import { z } from 'zod';
import { filledSql, joinedSql, type Sql, sql } from '../db/sql.ts';
import { COLUMNS } from '../limits.ts';
import { FACT_KINDS, type FactKind } from '../model/network.ts';
import { INTERVALS, type Interval } from '../model/time-bucket.ts';
import { EntityType } from '../model/vocabulary.ts';
import {
  conditionsOf,
  EDGE_CONDITIONS,
  EVENT_CONDITIONS,
  RELATION_CONDITIONS,
  STATEMENT_CONDITIONS,
} from './conditions.ts';
import { defineCount, Sums } from './count.ts';
import { type PairOptions, pairVariants, statementEdges, variantsOf } from './statement-counts.ts';

/** Statements or events along time, and how they are chosen. */
export interface BucketOptions {
  of: 'statement' | 'event';
  given: readonly string[];
  interval: Interval;
  /** Whether the line begins or ends with a day. */
  from: boolean;
  to: boolean;
}

const ROWS = {
  statement: {
    node: sql`s`,
    from: sql`said s`,
    once: sql`s.i = 0 AND s.j = 0`,
    conditions: STATEMENT_CONDITIONS,
  },
  event: { node: sql`v`, from: sql`event v`, once: sql`true`, conditions: EVENT_CONDITIONS },
};

const TRUNCATED: Record<Interval, (day: Sql) => Sql> = {
  day: (day) => day,
  week: (day) => sql`date_trunc('week', ${day})::DATE`,
  month: (day) => sql`date_trunc('month', ${day})::DATE`,
  year: (day) => sql`date_trunc('year', ${day})::DATE`,
};

export const buckets = defineCount({
  name: 'statements or events counted by the interval that they begin in',
  parameters: ['from', 'to'],
  row: z.object({ start: z.iso.date().nullable(), count: z.int() }),
  text: ({ of, given, interval, from, to }: BucketOptions) => {
    const { node, from: table, once, conditions } = ROWS[of];
    const bounds = joinedSql(
      [...(from ? [sql`first >= $from::DATE`] : []), ...(to ? [sql`first <= $to::DATE`] : [])],
      ' AND ',
    );
    const bounded =
      from || to ? sql`CASE WHEN first IS NULL OR ${bounds} THEN count ELSE 0 END AS count` : sql`count`;
    return filledSql('read/buckets', {
      counted: sql`SELECT CASE WHEN ${node}.day > 0 THEN dayof(${node}.day) END AS first, count(*) AS count
  FROM ${table} WHERE ${once} AND ${conditionsOf(conditions, given)}
  GROUP BY ${node}.day`,
      days: sql`SELECT ${TRUNCATED[interval](sql`first`)} AS start, ${bounded} FROM counted`,
    });
  },
  variants: (['statement', 'event'] as const).flatMap((of) => [
    ...variantsOf(ROWS[of].conditions).map(({ given }) => ({
      of,
      given,
      interval: 'month' as const,
      from: true,
      to: true,
    })),
    ...INTERVALS.map((interval) => ({ of, given: [], interval, from: false, to: false })),
  ]),
});

/** Edges from those who act in an event to those who are acted upon, and between those who do the same in it. */
const EVENT_EDGES = sql`SELECT v.n AS fact, v.n AS event, one.entity AS source, other.entity AS target, one.actor = other.actor AS mutual,
      v.kind AS label, v.day, v.score, signsof(v.score) AS signs
    FROM event v
    JOIN participant one ON one.event = v.n
    JOIN participant other ON other.event = v.n
    JOIN thing a ON a.n = one.entity
    JOIN thing b ON b.n = other.entity
    WHERE one.entity <> other.entity AND (one.actor AND NOT other.actor OR one.actor = other.actor AND a.id < b.id)`;

const MUTUAL = sql`l.predicate IN ('ALLY_OF', 'PARTNER_OF', 'RIVAL_OF', 'NEIGHBOUR_OF', 'AT_WAR_WITH', 'SPOUSE_OF', 'RELATED_TO')`;

/** Edges from the subject of a relation to its object; those of a mutual one start at the first by id. */
const RELATION_EDGES = sql`SELECT l.n AS fact, NULL::INTEGER AS event,
      CASE WHEN ${MUTUAL} AND b.id < a.id THEN l.object ELSE l.subject END AS source,
      CASE WHEN ${MUTUAL} AND b.id < a.id THEN l.subject ELSE l.object END AS target,
      ${MUTUAL} AS mutual, l.predicate AS label, daynumber(l.earliest) AS day, NULL::SMALLINT AS score, 0 AS signs
    FROM relation l
    JOIN thing a ON a.n = l.subject
    JOIN thing b ON b.n = l.object
    WHERE true`;

export interface EdgeOptions extends PairOptions {
  kind: FactKind;
}

function edgesOf({ kind, ...options }: EdgeOptions): Sql {
  if (kind === 'statement') return statementEdges(options);
  const [edges, conditions] =
    kind === 'event' ? [EVENT_EDGES, EVENT_CONDITIONS] : [RELATION_EDGES, RELATION_CONDITIONS];
  return sql`SELECT (source::BIGINT << 33) | (target::BIGINT << 1) | mutual::BIGINT AS edge, fact, label, day, score, signs
  FROM (
    ${edges} AND ${conditionsOf(conditions, options.given)}
  ) e
  WHERE ${conditionsOf(EDGE_CONDITIONS, options.given)}`;
}

/** An edge as one number: that of a pair, or of where it starts and leads to, and whether both do the same. */
const OF_ENDS = sql`SELECT edge, count, (edge >> 33)::INTEGER AS source, ((edge >> 1) & 4294967295)::INTEGER AS target, (edge & 1) = 1 AS mutual
  FROM chosen`;

const LED: Record<FactKind, Sql> = {
  statement: sql`SELECT edge, count, pair.speaker AS source, pair.target, false AS mutual
  FROM chosen JOIN pair ON pair.n = chosen.edge`,
  event: OF_ENDS,
  relation: OF_ENDS,
};

const FACTS: Record<FactKind, Sql> = {
  statement: sql`statement`,
  event: sql`thing`,
  relation: sql`relation`,
};

const end = { id: z.string(), name: z.string(), type: z.enum([...EntityType.options, 'Event']) };

export const networkEdges = defineCount({
  name: 'edges of a network',
  arrayBits: COLUMNS.pairBits,
  parameters: ['limit', 'countedAs'],
  row: z.object({
    sourceId: end.id,
    sourceName: end.name,
    sourceType: end.type,
    targetId: end.id,
    targetName: end.name,
    targetType: end.type,
    mutual: z.boolean(),
    labels: z.array(z.string()),
    facts: z.array(z.string()),
    ...Sums.shape,
  }),
  text: (options: EdgeOptions) =>
    filledSql('read/network', {
      matching: edgesOf(options),
      led: LED[options.kind],
      facts: FACTS[options.kind],
    }),
  variants: FACT_KINDS.flatMap((kind): EdgeOptions[] =>
    kind === 'statement'
      ? pairVariants.map((options) => ({ ...options, kind }))
      : variantsOf({
          ...(kind === 'event' ? EVENT_CONDITIONS : RELATION_CONDITIONS),
          ...EDGE_CONDITIONS,
        }).map((chosen) => ({ ...chosen, any: false, as: false, kind })),
  ),
});

import { z } from 'zod';
import type { Graph, Parameters } from '../db/client.ts';
import { filledSql, joinedSql, type Sql, sql } from '../db/sql.ts';
import type { Test } from '../db/tally-order.ts';
import { nullsLast } from '../model/compare-text.ts';
import type { FactKind } from '../model/network.ts';
import { INTERVALS, type Interval } from '../model/time-bucket.ts';
import { EntityType } from '../model/vocabulary.ts';
import { conditionsOf, EDGE_CONDITIONS, EVENT_CONDITIONS, RELATION_CONDITIONS } from './conditions.ts';
import { defineCount, Sums } from './count.ts';
import { type PairOptions, pairPlan, withEnds } from './statement-pairs.ts';
import { type Chosen, ONCE, planOf, variantsOf } from './statement-plan.ts';
import { NONE } from './tally/columns.ts';
import { dayNumber, dayText } from './tally/day-number.ts';
import { defineTally } from './tally-count.ts';
import { actLabel } from './words.ts';

/** What begins along time, and how it is chosen. */
export interface BucketOptions extends Chosen {
  interval: Interval;
  /** Whether the line begins or ends with a day. */
  from: boolean;
  to: boolean;
}

const Bucket = z.object({ start: z.iso.date().nullable(), count: z.int() });
const EACH_INTERVAL = INTERVALS.map((interval) => ({ given: [], interval, from: false, to: false }));
const A_LINE = { interval: 'month', from: true, to: true } as const;

/** The first day within a line, or none. */
const withinLine = ({ from, to }: BucketOptions, parameters: Parameters): Test[] => {
  if (!from && !to) return [];
  const first = from ? dayNumber(String(parameters.from)) : NONE + 1;
  const last = to ? dayNumber(String(parameters.to)) : Number.MAX_SAFE_INTEGER;
  return [
    {
      column: 'day',
      within: [
        [first, last],
        [NONE, NONE],
      ],
    },
  ];
};

export const statementBuckets = defineTally({
  name: 'statements counted by the interval that they begin in',
  parameters: ['tallied'],
  row: Bucket,
  plan: (options: BucketOptions, parameters) => {
    const { interval } = options;
    const fold = interval === 'day' ? undefined : interval;
    const { order, sets } = planOf({ choices: [{ with: ONCE, by: 'day' }], fold }, options, parameters);
    return { order: { ...order, tests: [...order.tests, ...withinLine(options, parameters)] }, sets };
  },
  made: async ({ groups }) =>
    groups
      .map(({ value, count }) => ({ start: value === null ? null : dayText(value), count }))
      .sort((a, b) => nullsLast(a.start, b.start)),
  variants: [{ given: [], ...A_LINE }, ...EACH_INTERVAL],
});

const TRUNCATED: Record<Interval, (day: Sql) => Sql> = {
  day: (day) => day,
  week: (day) => sql`date_trunc('week', ${day})::DATE`,
  month: (day) => sql`date_trunc('month', ${day})::DATE`,
  year: (day) => sql`date_trunc('year', ${day})::DATE`,
};

export const eventBuckets = defineCount({
  name: 'events counted by the interval that they begin in',
  parameters: ['from', 'to'],
  row: Bucket,
  text: ({ given, interval, from, to }: BucketOptions) => {
    const bounds = joinedSql(
      [...(from ? [sql`first >= $from::DATE`] : []), ...(to ? [sql`first <= $to::DATE`] : [])],
      ' AND ',
    );
    const bounded =
      from || to ? sql`CASE WHEN first IS NULL OR ${bounds} THEN count ELSE 0 END AS count` : sql`count`;
    return filledSql('read/buckets', {
      counted: sql`SELECT CASE WHEN v.day > 0 THEN dayof(v.day) END AS first, count(*) AS count
  FROM event v WHERE ${conditionsOf(EVENT_CONDITIONS, given)}
  GROUP BY v.day`,
      days: sql`SELECT ${TRUNCATED[interval](sql`first`)} AS start, ${bounded} FROM counted`,
    });
  },
  variants: [...variantsOf(EVENT_CONDITIONS).map(({ given }) => ({ given, ...A_LINE })), ...EACH_INTERVAL],
});

/** Edges from those who act in an event to those who are acted upon, and between those who do the same in it. */
const EVENT_EDGES = sql`SELECT v.n AS fact, v.n AS event, one.entity AS source, other.entity AS target, one.actor = other.actor AS mutual,
      v.kind AS label, v.day, v.score
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
      ${MUTUAL} AS mutual, l.predicate AS label, daynumber(l.earliest) AS day, NULL::SMALLINT AS score
    FROM relation l
    JOIN thing a ON a.n = l.subject
    JOIN thing b ON b.n = l.object
    WHERE true`;

export interface FactEdgeOptions extends Chosen {
  kind: 'event' | 'relation';
}

function edgesOf({ kind, given }: FactEdgeOptions): Sql {
  const [edges, conditions] =
    kind === 'event' ? [EVENT_EDGES, EVENT_CONDITIONS] : [RELATION_EDGES, RELATION_CONDITIONS];
  return sql`SELECT (source::BIGINT << 33) | (target::BIGINT << 1) | mutual::BIGINT AS edge, fact, label, day, score
  FROM (
    ${edges} AND ${conditionsOf(conditions, given)}
  ) e
  WHERE ${conditionsOf(EDGE_CONDITIONS, given)}`;
}

const end = { id: z.string(), name: z.string(), type: z.enum([...EntityType.options, 'Event']) };

const Edge = z.object({
  sourceId: end.id,
  sourceName: end.name,
  sourceType: end.type,
  targetId: end.id,
  targetName: end.name,
  targetType: end.type,
  mutual: z.boolean(),
  labels: z.array(z.string()),
  labelCount: z.int(),
  facts: z.array(z.string()),
  ...Sums.shape,
});

export const factEdges = defineCount({
  name: 'edges of a network that events or relations make',
  parameters: ['limit'],
  row: Edge,
  text: (options: FactEdgeOptions) =>
    filledSql('read/network', {
      matching: edgesOf(options),
      facts: options.kind === 'event' ? sql`thing` : sql`relation`,
    }),
  variants: (['event', 'relation'] as const).flatMap((kind) =>
    variantsOf({
      ...(kind === 'event' ? EVENT_CONDITIONS : RELATION_CONDITIONS),
      ...EDGE_CONDITIONS,
    }).map((chosen) => ({ ...chosen, kind })),
  ),
});

export const statementEdges = defineTally({
  name: 'edges of a network that statements make',
  parameters: ['limit'],
  row: Edge,
  plan: (options: PairOptions, parameters) => pairPlan(options, parameters, true),
  made: async ({ groups }, index, { limit }) => {
    const pairs = (await withEnds(groups, index)).slice(0, limit as number);
    const ids = await index.names(
      'statement',
      pairs.flatMap(({ newest }) => newest!),
    );
    return pairs.map(({ speaker, target, acts, actCount, newest, value: _value, ...sums }) => ({
      ...{ sourceId: speaker!.id, sourceName: speaker!.name, sourceType: speaker!.type },
      ...{ targetId: target!.id, targetName: target!.name, targetType: target!.type, mutual: false },
      ...sums,
      labels: acts!.map(actLabel),
      labelCount: actCount!,
      facts: newest!.map((n) => ids.get(n)!.id),
    }));
  },
  variants: [{ given: [], any: false, as: false }],
});

/** Edges of a network that facts of one kind make. */
export const networkEdges = {
  row: Edge,
  rows: (graph: Graph, parameters: Parameters, { kind, ...options }: PairOptions & { kind: FactKind }) =>
    kind === 'statement'
      ? statementEdges.rows(graph, parameters, options)
      : factEdges.rows(graph, parameters, { given: options.given, kind }),
};

import { memoized } from './client.ts';
import { type Cypher, cypher, filled, joined } from './cypher.ts';
import { type Access, INTERVALS, indexOrderOf, type PagesRead } from './seek.ts';

/** What an item of an entity's timeline is to the entity. */
type TimelineKind = 'saidBy' | 'saidAbout' | 'event';

interface TimelineOptions {
  kinds: readonly TimelineKind[];
  /** Whether any attribution makes a statement one by the entity, not only the preferred one. */
  any: boolean;
  descending: boolean;
  /** Whether only what began before `$high` and may reach `$from` is asked for. */
  multiDay: boolean;
}

/** A source of items: an access to nodes `n`, whose key is either of two. */
interface Source extends Omit<Access, 'by' | 'when'> {
  kind: Cypher;
  sortKey: Cypher;
  intervalKey: Cypher;
  /** The property that holds the last day of a node. */
  latest: Cypher;
}

const SAID_BY: Source = {
  kind: cypher`'saidBy'`,
  match: cypher`(n:Statement)-[said:SAID_BY]->()`,
  eq: [
    [cypher`said.speakerId`, cypher`$id`],
    [cypher`said.preferred`, cypher`true`],
  ],
  sortKey: cypher`said.sortKey`,
  intervalKey: cypher`said.intervalKey`,
  latest: cypher`n.saidLatest`,
};
const SAID_BY_ANY: Source = {
  ...SAID_BY,
  eq: [[cypher`said.speakerId`, cypher`$id`]],
};
const SAID_ABOUT: Source = {
  ...SAID_BY,
  kind: cypher`'saidAbout'`,
  match: cypher`(n:Statement)-[about:ABOUT]->()`,
  eq: [[cypher`about.targetId`, cypher`$id`]],
  sortKey: cypher`about.sortKey`,
  intervalKey: cypher`about.intervalKey`,
};
const EVENT: Source = {
  kind: cypher`'event'`,
  match: cypher`(n:Event)-[took:PARTICIPANT]->()`,
  eq: [[cypher`took.entityId`, cypher`$id`]],
  where: cypher`(took.role = 'actor' OR NOT EXISTS {
  (n)-[also:PARTICIPANT]->() WHERE also.entityId = $id AND also.role = 'actor'
})`,
  sortKey: cypher`took.sortKey`,
  intervalKey: cypher`took.intervalKey`,
  latest: cypher`n.dateLatest`,
};

/**
 * A page of what an entity said, what was said about it and what it took part in. Each source reads no more than a page
 * from its own index.
 */
function entityTimeline(options: TimelineOptions): Cypher {
  const { kinds, any, descending } = options;
  const sources = { saidBy: any ? SAID_BY_ANY : SAID_BY, saidAbout: SAID_ABOUT, event: EVENT };
  const parts = kinds.map((kind) => partOf(sources[kind], options));
  const order = descending ? cypher`ORDER BY key DESC` : cypher`ORDER BY key`;
  return filled('read/entity-timeline', {
    parts: joined(parts, '\nUNION ALL\n'),
    order,
    'last order': order,
  });
}

/** The key of an item ends with its kind, so the bounds of a page are cut down to the sort key for the index. */
function partOf(source: Source, { descending, multiDay }: TimelineOptions): Cypher {
  const { kind, match, eq = [], where, sortKey, intervalKey, latest } = source;
  const by = multiDay ? intervalKey : sortKey;
  const [low, high] = multiDay ? [cypher`since`, cypher`until`] : [LOW, HIGH];
  const conditions = [
    ...eq.map(([property, value]) => cypher`${property} = ${value}`),
    cypher`${by} >= ${low} AND ${by} <= ${high}`,
    ...(multiDay ? [cypher`${latest} >= $from`] : []),
    ...(where ? [where] : []),
  ];
  const page = joined([
    cypher`MATCH ${match}`,
    cypher`WHERE ${joined(conditions, ' AND ')}`,
    cypher`WITH *, n.sortKey + ' ' + ${kind} AS key`,
    cypher`WHERE key > $low AND key < $high`,
    cypher`RETURN n, key, ${kind} AS kind ${indexOrderOf({ when: [], match, eq, by }, { descending })} LIMIT $limit`,
  ]);
  if (!multiDay) return page;
  return joined([
    SORT_KEY_INTERVALS,
    cypher`CALL (since, until) {`,
    page,
    cypher`}`,
    cypher`RETURN n, key, kind`,
  ]);
}

const LOW = cypher`split($low, ' ')[0]`;
const HIGH = cypher`split($high, ' ')[0]`;
const SORT_KEY_INTERVALS = INTERVALS.replaceAll('$low', LOW).replaceAll('$high', HIGH) as Cypher;

const KINDS: readonly TimelineKind[] = ['saidBy', 'saidAbout', 'event'];

/** The pages of an entity's timeline; `saidBy`, `saidAbout`, `event` and `anyAttribution` are given beside its id. */
export const entityTimelinePages: PagesRead = {
  page: memoized(({ given, descending = false, multiDay = false }) =>
    entityTimeline({
      kinds: KINDS.filter((kind) => given.includes(kind)),
      any: given.includes('anyAttribution'),
      descending,
      multiDay,
    }),
  ),
  isScanned: () => false,
  scanEnd: () => cypher``,
  parameters: ['id', 'from', 'intervals', 'anyAttribution', ...KINDS],
  scan: () => 0,
  rows: () => cypher``,
  variants: [],
  batched: [],
  frames: [true, false].flatMap((multiDay) => [
    { given: [...KINDS, 'anyAttribution'], descending: true, multiDay },
    { given: KINDS, descending: false, multiDay },
    ...(multiDay ? [] : KINDS.map((kind) => ({ given: [kind], descending: false, multiDay }))),
  ]),
};

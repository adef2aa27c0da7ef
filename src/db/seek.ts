import { LISTS } from '../limits.ts';
import { memoized, type Parameters } from './client.ts';
import { type Cypher, cypher, filled, hasSlot, joined } from './cypher.ts';

/** A way to what a list holds: by an index in the order of its key, or by a search, whose hits have to be sorted. */
export interface Access {
  /** The parameters that it serves; it serves where all of them are given. */
  when: readonly string[];
  /** The pattern that an index drives, or the clauses of a search that bind the node of the list. */
  match: Cypher;
  /** The property that the list is ordered by, as the index has it. */
  by: Cypher;
  /** The equalities of the index in its order: a property and what it equals. Absent for a search. */
  eq?: readonly (readonly [property: Cypher, value: Cypher])[];
  /** A condition of the seek that is no property of the index. */
  where?: Cypher;
  /** Whether its key is the interval key, which finds what began before a day and may reach it. */
  multiDay?: true;
  /** Seeks that the node may come from, in the place of one; `eq` and `where` are then theirs. */
  anyOf?: readonly Access[];
}

/** How the nodes of one kind are found: its accesses, the best first, and its filters by their parameter. */
export interface AccessTable {
  /** The variable of the node in every access and filter. */
  node: Cypher;
  /** The property that lists are ordered by. */
  key: Cypher;
  accesses: readonly Access[];
  filters: Readonly<Record<string, Cypher>>;
  /** The parameters that are lists, and what a value is called: an access by such a one is asked for each of its values. */
  each?: Readonly<Record<string, { list: Cypher; one: Cypher }>>;
}

export interface SeekOptions {
  /** Names of the parameters that are given. */
  given: readonly string[];
  descending?: boolean;
  /** Whether only what began before `$high` and may reach a later day is asked for. */
  multiDay?: boolean;
}

/** The best access for the parameters that are given. */
function accessFor({ accesses }: AccessTable, { given, multiDay = false }: SeekOptions): Access {
  const serves = (access: Access) =>
    (access.multiDay ?? false) === (multiDay && !isSearch(access)) &&
    access.when.every((name) => given.includes(name));
  return accesses.find(serves)!;
}

const isSearch = ({ eq, anyOf }: Access) => eq === undefined && anyOf === undefined;

/** The filters that are checked on what an access finds. */
const filtersLeft = (table: AccessTable, access: Access, given: readonly string[]): string[] =>
  given.filter((name) => name in table.filters && !access.when.includes(name));

/** Whether a page may end before it is full, because its filters are checked on no more than `$scan` nodes. */
function isScanned(table: AccessTable, options: SeekOptions): boolean {
  const access = accessFor(table, options);
  return !isSearch(access) && filtersLeft(table, access, options.given).length > 0;
}

/** Over which parameters an access is repeated: those of its own that are lists. */
const listsOf = ({ each = {} }: AccessTable, access: Access) =>
  isSearch(access) ? [] : access.when.filter((name) => name in each);

/** How many times an index is asked: for each value of each list that the best access goes by. */
const seekCount = (table: AccessTable, options: SeekOptions, parameters: Parameters): number =>
  listsOf(table, accessFor(table, options)).reduce(
    (count, name) => count * Math.max(1, (parameters[name] as unknown[]).length),
    1,
  );

/** The share of a scan that each of several seeks has. */
const scanShare = (scan: number, table: AccessTable, options: SeekOptions, parameters: Parameters) =>
  Math.ceil(scan / seekCount(table, options, parameters));

/**
 * The nodes of a page in the order of the key, at most `$limit`, with keys between `$low` and `$high`. Where filters are
 * checked on the way, no more than `$scan` nodes are read by each seek.
 */
export function pageOf(table: AccessTable, options: SeekOptions): Cypher {
  const { node, key } = table;
  const access = accessFor(table, options);
  const conditions = conditionsOf(table, access, options.given);
  if (isSearch(access))
    return joined([hitsOf(access, conditions), cypher`WITH ${node} ${orderOf(table, options)} LIMIT $limit`]);
  const scanOf = (seek: Access) => {
    const rows = seekOf(seek, options);
    return conditions ? joined([rows, cypher`LIMIT $scan`, cypher`WHERE ${conditions}`]) : rows;
  };
  if (!isRepeated(table, access))
    return joined([
      scanOf(access),
      ...(conditions ? [cypher`WITH * ${indexOrderOf(access, options)}`] : []),
      cypher`LIMIT $limit`,
      cypher`WITH ${node}`,
    ]);
  const limited = (seek: Access) => {
    // That of the index is known without a look at the node.
    const rank = access.multiDay ? key : seek.by;
    return joined([
      scanOf(seek),
      cypher`RETURN ${node}, ${rank} AS rank ${indexOrderOf(seek, options)} LIMIT $limit`,
    ]);
  };
  return joined([
    repeated(table, access, limited, cypher`UNION`),
    cypher`WITH DISTINCT ${node}, rank`,
    cypher`WITH ${node} ${ordered(cypher`rank`, options)} LIMIT $limit`,
  ]);
}

/**
 * How far a scan of no more than `$scan` nodes goes: rows with the last key as `scanEnd` and the number as `scanned`, one
 * for each time that an index is asked. The hits of a search are counted as a whole.
 */
function scanEndOf(table: AccessTable, options: SeekOptions): Cypher {
  const access = accessFor(table, options);
  if (isSearch(access))
    return cypher`${access.match}
RETURN null AS scanEnd, count(*) AS scanned`;
  const last = options.descending ? cypher`min(key)` : cypher`max(key)`;
  const scan = (seek: Access) =>
    joined([
      seekOf(seek, options),
      cypher`LIMIT $scan`,
      cypher`WITH ${seek.by} AS key`,
      cypher`RETURN ${last} AS scanEnd, count(*) AS scanned`,
    ]);
  if (!isRepeated(table, access)) return scan(access);
  const end = access.multiDay ? cypher`substring(scanEnd, ${INTERVAL_CLASS_LENGTH})` : cypher`scanEnd`;
  return joined([
    repeated(table, access, scan, cypher`UNION ALL`),
    cypher`RETURN ${end} AS scanEnd, scanned`,
  ]);
}

/** What the interval key has before the sort key: a class of two digits, and a space. */
const INTERVAL_CLASS_LENGTH = cypher`3`;

/** The nodes of an index from `$low` to `$high`, in the order of the index. */
function seekOf(access: Access, options: SeekOptions): Cypher {
  const { match, by, eq = [], where, multiDay } = access;
  const [low, high] = multiDay ? [cypher`since`, cypher`until`] : [cypher`$low`, cypher`$high`];
  const conditions = [
    ...eq.map(([property, value]) => cypher`${property} = ${value}`),
    cypher`${by} > ${low} AND ${by} < ${high}`,
    ...(where ? [where] : []),
  ];
  return joined([
    cypher`MATCH ${match}`,
    cypher`WHERE ${joined(conditions, ' AND ')}`,
    cypher`WITH * ${indexOrderOf(access, options)}`,
  ]);
}

/** Whether an index is asked more than once, or more than one is. */
const isRepeated = (table: AccessTable, access: Access) =>
  access.anyOf !== undefined || access.multiDay !== undefined || listsOf(table, access).length > 0;

/** A part for each value of the lists that an access goes by, each class of intervals, and each of several seeks. */
function repeated(table: AccessTable, access: Access, part: (seek: Access) => Cypher, union: Cypher): Cypher {
  const lists = listsOf(table, access).map((name) => table.each![name]!);
  const variables = [
    ...lists.map(({ one }) => one),
    ...(access.multiDay ? [cypher`since`, cypher`until`] : []),
  ];
  return joined([
    ...lists.map(({ list, one }) => cypher`UNWIND ${list} AS ${one}`),
    ...(access.multiDay ? [INTERVALS] : []),
    cypher`CALL (${joined(variables, ', ')}) {`,
    joined((access.anyOf ?? [access]).map(part), `\n${union}\n`),
    cypher`}`,
  ]);
}

/** What reaches a day is found by classes of length: of each class it begins no earlier than the class's `since`. */
export const INTERVALS = cypher`UNWIND $intervals AS class
WITH *, class.prefix + CASE WHEN $low > class.since THEN $low ELSE class.since END AS since, class.prefix + $high AS until`;

const hitsOf = ({ match, by }: Access, conditions: Cypher | undefined): Cypher =>
  joined([
    match,
    cypher`WHERE ${joined([cypher`${by} > $low AND ${by} < $high`, ...(conditions ? [conditions] : [])], ' AND ')}`,
  ]);

function conditionsOf(table: AccessTable, access: Access, given: readonly string[]): Cypher | undefined {
  const left = filtersLeft(table, access, given).map((name) => table.filters[name]!);
  return left.length > 0 ? joined(left, ' AND ') : undefined;
}

/** What the filters that are given ask of a node, however it is found. */
export const filtersOf = ({ filters }: AccessTable, given: readonly string[]): Cypher =>
  joined([cypher`true`, ...given.flatMap((name) => filters[name] ?? [])], ' AND ');

const orderOf = ({ key }: AccessTable, options: SeekOptions): Cypher => ordered(key, options);

const ordered = (key: Cypher, { descending }: SeekOptions): Cypher =>
  descending ? cypher`ORDER BY ${key} DESC` : cypher`ORDER BY ${key}`;

/** The order of an index names all its properties, or the database would sort all that matches. */
export function indexOrderOf(
  { eq = [], by }: Access,
  { descending }: Pick<SeekOptions, 'descending'>,
): Cypher {
  const properties = [...eq.map(([property]) => property), by];
  return cypher`ORDER BY ${joined(descending ? properties.map((one) => cypher`${one} DESC`) : properties, ', ')}`;
}

/** How many times as much a node costs whose relationships are followed as one whose properties are read. */
const COST_OF_FOLLOWING = 10;

/** Whether a filter that is checked follows relationships. */
const isFollowing = (table: AccessTable, options: SeekOptions): boolean =>
  filtersLeft(table, accessFor(table, options), options.given).some((name) =>
    table.filters[name]!.includes('-['),
  );

/** What reads the pages of a list. */
export interface PagesRead {
  /** The text of a page. */
  page: (options: SeekOptions) => Cypher;
  /** The text of the ids and keys of a page alone, of a list whose items are read by their ids where days ask for several parts. */
  found?: (options: SeekOptions) => Cypher;
  /** The text that gives the items of `$ids`, in any order; absent where nodes of two kinds are listed. */
  byIds?: Cypher;
  /** The part of it that finds the nodes of the page; what follows it sees nothing but them. */
  rows: (options: SeekOptions) => Cypher;
  /** The text that tells how far a scan goes. */
  scanEnd: (options: SeekOptions) => Cypher;
  isScanned: (options: SeekOptions) => boolean;
  /** The parameters that it may be given. */
  parameters: readonly string[];
  /** Nodes that each seek of a page scans at most, where most do not match; the next page goes on from there. */
  scan: (options: SeekOptions, parameters: Parameters) => number;
  /** Options that between them make every access and every filter, each in every direction. */
  variants: readonly SeekOptions[];
  /** Those of them whose rows between them hold all that is changed for a batch. */
  batched: readonly SeekOptions[];
  /** Options that between them make all that follows the rows. */
  frames: readonly SeekOptions[];
}

/**
 * The pages of a list that a table of indexes drives.
 * @param file the file of the list: its slot `rows` takes the nodes of the page, and `order`, where the list can be turned
 *   round, the order of its items.
 * @param options.isFoundApart whether the database takes long to plan what follows the rows, so that of a list in several
 *   parts that is read once, after them.
 */
export function pagesOf(
  table: AccessTable,
  file: string,
  { isTurnable = false, isFoundApart = false }: { isTurnable?: boolean; isFoundApart?: boolean } = {},
): PagesRead {
  const { node, key } = table;
  const { match, anyOf } = plainOf(table);
  const directions = isTurnable ? [true, false] : [false];
  const batched = accessVariantsOf(table, directions);
  const rows = (options: SeekOptions) => pageOf(table, options);
  return {
    rows,
    page: memoized((options) =>
      filled(file, {
        rows: rows(options),
        ...(hasSlot(file, 'order') && { order: orderOf(table, options) }),
      }),
    ),
    ...(isFoundApart && {
      found: memoized(
        (options) => cypher`${rows(options)}\nRETURN collect(${node}.id) AS ids, collect(${key}) AS keys`,
      ),
    }),
    ...(!anyOf && { byIds: filled(file, { rows: cypher`MATCH ${match} WHERE ${node}.id IN $ids` }) }),
    scanEnd: memoized((options) => scanEndOf(table, options)),
    isScanned: (options) => isScanned(table, options),
    parameters: parametersOf(table),
    scan: (options, parameters) =>
      scanShare(
        isFollowing(table, options) ? LISTS.scanned / COST_OF_FOLLOWING : LISTS.scanned,
        table,
        options,
        parameters,
      ),
    variants: [...batched, ...furtherVariantsOf(table, directions)],
    batched,
    frames: directions.map((descending) => optionsOf(plainOf(table), [], descending)),
  };
}

const parametersOf = ({ accesses, filters }: AccessTable): string[] => [
  ...new Set([...Object.keys(filters), ...accesses.flatMap(({ when }) => when)]),
];

/** The access that no parameter serves. */
const plainOf = (table: AccessTable): Access => accessFor(table, { given: [] });

const optionsOf = (access: Access, given: readonly string[], descending: boolean): SeekOptions => ({
  given: [...given].sort(),
  descending,
  multiDay: access.multiDay ?? false,
});

/** The filters that an access leaves to be checked. */
const filtersBeside = (table: AccessTable, access: Access): string[] =>
  Object.keys(table.filters).filter(
    (name) =>
      !access.when.includes(name) &&
      accessFor(table, optionsOf(access, [...access.when, name], false)) === access,
  );

/**
 * Options that between them make every access of a table, with no filter and with one that it leaves to be checked, each in
 * one of the directions; the first access and that without an index with all of them. Planning all filters at once takes the
 * database longest, and they are the same in each access.
 */
function accessVariantsOf(table: AccessTable, directions: readonly boolean[]): SeekOptions[] {
  return table.accesses.flatMap((access, nth) => {
    const filters = filtersBeside(table, access);
    const hasAll = nth === 0 || access.when.length === 0;
    const checked = hasAll ? filters : filters.slice(0, 1);
    return [
      optionsOf(access, access.when, directions.at(-1)!),
      ...(checked.length > 0 ? [optionsOf(access, [...access.when, ...checked], directions[0]!)] : []),
    ];
  });
}

/** What those leave out: each access in the other directions, and each filter alone where no parameter has an index. */
function furtherVariantsOf(table: AccessTable, directions: readonly boolean[]): SeekOptions[] {
  return table.accesses.flatMap((access) => [
    ...directions.slice(0, -1).map((descending) => optionsOf(access, access.when, descending)),
    ...(access.when.length === 0
      ? filtersBeside(table, access).map((name) => optionsOf(access, [name], directions[0]!))
      : []),
  ]);
}

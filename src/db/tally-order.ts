/*
 * What is asked of the statements that the index of counts has in memory, see `columns/tally/columns.ts`.
 */

/** A column that rows are grouped by. */
export type GroupColumn = 'speaker' | 'target' | 'pair' | 'article' | 'day' | 'act' | 'score';

/** A column of whole numbers. */
export type ColumnName =
  | GroupColumn
  | ('n' | 'marks' | 'outlets' | 'quotes' | 'flags' | 'anyFlags' | 'roles' | 'anyRoles')
  | ('since' | 'until' | 'reportedEarliest' | 'reportedLatest');

/** What the number of a column has to be. */
export type Test =
  /** Within one of some ranges, both ends included. */
  | { column: ColumnName; within: readonly (readonly [number, number])[] }
  /** With one of some bits, or with none of them. */
  | { column: ColumnName; bits: number; is: boolean }
  /** One of a few. */
  | { column: ColumnName; oneOf: readonly number[] }
  /** One of many. */
  | ({ column: ColumnName } & NumberSet);

/** Whole numbers from 0 on as bits: 32 of them are a word, and words without any of them are left out. */
export interface NumberSet {
  words: readonly number[];
  bits: readonly number[];
}

/** Which rows count, and in which groups. */
export interface Choice {
  /** The marks that a row has to have, and those that it must not have. */
  with: number;
  without?: number;
  /** What it is grouped by; without, all of them are the group of none. */
  by?: GroupColumn;
}

/** What groups are made into: those of days into the first days of these, and those of scores into signs. */
export type Fold = 'week' | 'month' | 'year' | 'sign';

export interface TallyOrder {
  choices: readonly Choice[];
  /** What statements have to be, and what is asked of their rows beyond that. */
  tests: readonly Test[];
  rowTests?: readonly Test[];
  /** Whether the statements that match are counted too, each once. */
  total?: boolean;
  fold?: Fold;
  /** So many groups are told of, the largest; among equals those come first whose ids do. */
  limit?: number;
  /** Scores are summed: of all, or of those rows alone that are no topic's. */
  scores?: 'all' | 'aimed';
  /**
   * Groups are the kinds of role of those who speak, or who are described, by their places in the vocabulary: the column of the latter, and the
   * mark of statements that several speak.
   */
  roles?: { described: ColumnName; several: number };
}

/** What one group adds up to; scores in tenths. */
export interface TalliedGroup {
  /** Null of what has none. */
  value: number | null;
  count: number;
  scored: number;
  total: number;
  positive: number;
  negative: number;
}

export interface Tallied {
  /** How many statements match, where that was asked for. */
  total?: number;
  groups: TalliedGroup[];
}

/** What is in a group: its most frequent acts, how many it has, and its newest statements. */
export interface GroupDetails {
  acts: number[];
  actCount: number;
  newest: number[];
}

/** What has numbers of its own: entities and events, articles, statements. */
export type NamedKind = 'thing' | 'article' | 'statement';

/** What something is called; a statement has an id alone. */
export interface Name {
  id: string;
  name: string | null;
  type: string | null;
}

/** The numbers of the speaker and the target of a pair. */
export interface PairEnds {
  speaker: number | null;
  target: number | null;
}

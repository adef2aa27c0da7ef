import { z } from 'zod';
import type { CountedState, Parameters } from '../db/client.ts';
import type { ColumnName, GroupColumn, NamedKind, TallyOrder } from '../db/tally-order.ts';
import { nullsLast } from '../model/compare-text.ts';
import { Sums } from './count.ts';
import {
  type Chosen,
  countedAs,
  isAmong,
  NOTHING_GIVEN,
  nameOf,
  ONCE,
  planOf,
  ThingType,
} from './statement-plan.ts';
import { type Mark, marks } from './tally/columns.ts';
import { dayText } from './tally/day-number.ts';
import { type Counted, defineTally, type TallyPlan } from './tally-count.ts';
import { actCode } from './words.ts';

/** How statements are grouped in memory. */
type GroupsInMemory = Pick<TallyOrder, 'choices' | 'fold' | 'scores' | 'roles'>;

const by = (column: GroupColumn, which = ONCE): GroupsInMemory => ({
  choices: [{ with: which, by: column }],
  scores: 'all',
});

const byRole = (counts: Mark, described: ColumnName, several: Mark): GroupsInMemory => ({
  choices: [{ with: marks(counts, 'firstTarget') }],
  scores: 'all',
  roles: { described, several: marks(several) },
});

interface GroupingDefinition {
  rows: GroupsInMemory | ((as: unknown) => GroupsInMemory);
}

/** Groups that have names in the index. */
interface NamedDefinition extends GroupingDefinition {
  kind: NamedKind;
}

const THING = { kind: 'thing' } as const;
const ARTICLE = { kind: 'article' } as const;

/** By whom or what statements are grouped. `any…` goes by any attribution, `aboutAs` counts only targets or only topics. */
const NAMED = {
  speaker: { rows: by('speaker', marks('preferred', 'firstTarget')), ...THING },
  anySpeaker: { rows: by('speaker', marks('attributed', 'firstTarget')), ...THING },
  about: { rows: { ...by('target', marks('firstSpeaker')), scores: 'aimed' }, ...THING },
  aboutAs: {
    rows: (as) => {
      const counted = countedAs(as);
      return {
        choices: [
          { ...counted, with: counted.with | marks('firstSpeaker'), by: 'target' },
          { with: ONCE, without: marks(as === 'topic' ? 'hasTopics' : 'hasTargets') },
        ],
        scores: 'all',
      };
    },
    ...THING,
  },
  article: { rows: by('article', marks('report')), ...ARTICLE },
} satisfies Record<string, NamedDefinition>;

/** Groups of few values, each of which tells its id. */
interface PlainDefinition extends GroupingDefinition {
  id: (value: number, given: Parameters) => string;
  /** Whether the id is what they are called too. */
  isName: boolean;
}

const ofKind = (value: number, { roleKinds }: Parameters) => (roleKinds as string[])[value]!;
const SIGNS = ['negative', 'neutral', 'positive'];

/** By what else statements are grouped. */
const PLAIN = {
  act: { rows: by('act'), id: actCode, isName: false },
  polarity: { rows: { ...by('score'), fold: 'sign' }, id: (sign) => SIGNS[sign + 1]!, isName: true },
  role: { rows: byRole('preferred', 'roles', 'severalSpeakers'), id: ofKind, isName: true },
  anyRole: { rows: byRole('attributed', 'anyRoles', 'severalAttributed'), id: ofKind, isName: true },
  year: { rows: { ...by('day'), fold: 'year' }, id: (day) => dayText(day).slice(0, 4), isName: true },
  month: { rows: { ...by('day'), fold: 'month' }, id: (day) => dayText(day).slice(0, 7), isName: true },
} satisfies Record<string, PlainDefinition>;

const definitionOf: Readonly<Record<string, NamedDefinition | PlainDefinition>> = { ...NAMED, ...PLAIN };

export type Grouping = keyof typeof NAMED | keyof typeof PLAIN;

export interface GroupOptions extends Chosen {
  group: Grouping;
  /** Whether only groups of some types count. */
  typed: boolean;
  /** Whether scores are of no interest. */
  countOnly?: boolean;
  /** Whether it is of no interest how many statements match, and `of` is 0. */
  groupsOnly?: boolean;
}

/** `of` is how many statements match. */
const Group = z.object({ ...nameOf, type: ThingType, ...Sums.shape, of: z.int() });
export type StatementGroupRow = z.output<typeof Group>;

function groupPlan(
  { group, typed, countOnly, groupsOnly, ...chosen }: GroupOptions,
  parameters: Parameters,
): TallyPlan {
  const definition = definitionOf[group]!;
  const { rows } = definition;
  const { choices, scores, ...groups } = typeof rows === 'function' ? rows(parameters.countedAs) : rows;
  const [named] = choices;
  const order = {
    ...groups,
    choices: typed ? [named!] : choices,
    total: !groupsOnly,
    ...(!countOnly && { scores }),
  };
  if (!('kind' in definition)) return planOf(order, chosen, parameters);
  return planOf(
    { ...order, limit: parameters.limit as number },
    chosen,
    parameters,
    typed ? [isAmong(named!.by!, 'types', 'type')] : [],
  );
}

/** Statements counted by one of their properties, the largest groups first. */
export const statementGroups = defineTally({
  name: 'statements counted by one of their properties',
  parameters: ['limit', 'types', 'countedAs', 'roleKinds'],
  row: Group,
  plan: groupPlan,
  made: async ({ groups, total }, index, given, { group }: GroupOptions) => {
    const definition = definitionOf[group]!;
    const called =
      'kind' in definition ? await namesOf(groups, index, definition) : ownNames(definition, given);
    return groups
      .map(({ value, ...sums }) => ({ ...(value === null ? NAMELESS : called(value)), ...sums, of: total }))
      .sort((a, b) => b.count - a.count || nullsLast(a.id, b.id))
      .slice(0, given.limit as number);
  },
  variants: (Object.keys(definitionOf) as Grouping[]).map((group) => ({
    ...NOTHING_GIVEN,
    group,
    typed: false,
  })),
});

const NAMELESS = { id: null, name: null, type: null };

async function namesOf(groups: Counted['groups'], index: CountedState, { kind }: NamedDefinition) {
  const found = await index.names(
    kind,
    groups.flatMap(({ value }) => value ?? []),
  );
  return (value: number) => found.get(value)!;
}

const ownNames =
  ({ id, isName }: PlainDefinition, given: Parameters) =>
  (value: number) => {
    const own = id(value, given);
    return { id: own, name: isName ? own : null, type: null };
  };

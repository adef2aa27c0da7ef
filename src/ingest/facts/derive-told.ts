import { PLOVER_DETAILS } from '../../model/act.ts';
import { compareText } from '../../model/compare-text.ts';
import type { ContestedField } from '../../model/vocabulary.ts';
import { actProperties, dateProperties, intervalKey, sortKey } from './fact-properties.ts';
import { type Edge, type Fact, fact, filled, type ToldKind } from './facts.ts';
import {
  articlesOf,
  byPublication,
  type DateReading,
  isResidualOf,
  type Merged,
  mergeDates,
  mergeValues,
  type Sourced,
} from './merge-readings.ts';

/** What one article says of an event, relation or role, and who asserts that there. */
export interface AccountReading extends Sourced {
  as: string | null;
  confidence: number;
  kind: string | null;
  label: string | null;
  dateEdtf: string | null;
  dateEarliest: string | null;
  dateLatest: string | null;
  dateBasis: string | null;
  cameo: string | null;
  contexts: string[] | null;
  placeId: string | null;
  participantIds: string[] | null;
  participantRoles: string[] | null;
  subjectId: string | null;
  predicate: string | null;
  objectId: string | null;
  personId: string | null;
  title: string | null;
  ofId: string | null;
  from: string | null;
  until: string | null;
  former: boolean | null;
}

/** What all articles tell of an event, relation or role. */
export interface TellingSources {
  accounts: AccountReading[];
  /** What the figures of an event count. */
  figures: string[];
}

/** An event, relation or role as all that articles tell of it together: nothing of it depends on their order. */
export function deriveTold(kind: ToldKind, id: string, { accounts, figures }: TellingSources): Fact {
  const ordered = accounts.toSorted(byPublication);
  if (kind === 'Event') return deriveEvent(id, ordered, figures);
  return kind === 'Relation' ? deriveRelation(id, ordered) : deriveRole(id, ordered);
}

function deriveEvent(id: string, accounts: AccountReading[], figures: string[]): Fact {
  const date = mergeDates(accounts, dateOf);
  const kind = mergeValues(accounts, (account) => account.kind, isUnspecific);
  const act = mergeValues(accounts, ({ cameo }) => cameo, isResidualOf);
  const place = mergeValues(accounts, ({ placeId }) => placeId);
  const contexts = accounts.flatMap((account) => account.contexts ?? []);
  const contested = contestedFields({ date, act, place, kind });
  const key = sortKey(date.date, id);
  const properties = {
    kind: kind.value,
    label: mergeValues(accounts, ({ label }) => label).value,
    ...dateProperties('date', date.date),
    ...actProperties(act.value),
    mode: PLOVER_DETAILS.get(act.value ?? '')?.mode ?? null,
    contexts: filled([...new Set(contexts)].sort()),
    sortKey: key,
    intervalKey: intervalKey(date.date, id),
    ...readingProperties(accounts),
    contested,
    // No statement has the same: a list may hold both.
    contestKey: contested && `${key} event`,
    ...assertedProperties(accounts),
    figures: filled([...new Set(figures)].sort()),
  };
  const places = place.value === null ? [] : [{ type: 'AT', to: place.value }];
  return fact('Event', id, [], properties, [...participants(accounts), ...places]);
}

function deriveRelation(id: string, accounts: AccountReading[]): Fact {
  const [{ subjectId, predicate, objectId }] = accounts as [AccountReading];
  const properties = {
    predicate,
    ...dateProperties('date', mergeDates(accounts, dateOf).date),
    subjectId,
    objectId,
    key: [subjectId, predicate, objectId, id].join(' '),
    ...readingProperties(accounts),
    ...assertedProperties(accounts),
  };
  return fact('Relation', id, [], properties, [
    { type: 'SUBJECT', to: subjectId! },
    { type: 'OBJECT', to: objectId! },
  ]);
}

/** What one article calls a former role is one, whatever others called it before. */
function deriveRole(id: string, accounts: AccountReading[]): Fact {
  const [{ personId, kind, ofId }] = accounts as [AccountReading];
  const properties = {
    kind,
    title: mergeValues(accounts, ({ title }) => title).value,
    from: mergeDates(accounts, ({ from }) => plainDate(from)).date.edtf,
    until: mergeDates(accounts, ({ until }) => plainDate(until)).date.edtf,
    former: accounts.some(({ former }) => former),
    ...assertedProperties(accounts),
  };
  return fact('Role', id, [], properties, [
    { type: 'HELD_BY', to: personId! },
    ...(ofId === null ? [] : [{ type: 'OF', to: ofId }]),
  ]);
}

/** The fields whose readings exclude each other, in the order in which they are given; null where there are none. */
export const contestedFields = (
  merged: Partial<Record<ContestedField, Pick<Merged<string>, 'isContested'>>>,
) =>
  filled(
    Object.entries(merged).flatMap(([field, { isContested }]) =>
      isContested ? [field as ContestedField] : [],
    ),
  );

const dateOf = ({ dateEdtf, dateEarliest, dateLatest, dateBasis }: AccountReading): DateReading => ({
  edtf: dateEdtf,
  earliest: dateEarliest,
  latest: dateLatest,
  basis: dateBasis,
});

/** Each date that accounts give, in the order of the days, with the articles. */
function readingProperties(accounts: AccountReading[]) {
  const dated = accounts.filter(({ dateEdtf }) => dateEdtf !== null);
  const groups = [...Map.groupBy(dated, ({ dateEdtf, dateBasis }) => `${dateEdtf} ${dateBasis}`).values()];
  const keyOf = (of: AccountReading[]) => {
    const { dateEarliest, dateEdtf, dateBasis } = of[0]!;
    return `${dateEarliest} ${dateEdtf} ${dateBasis}`;
  };
  groups.sort((a, b) => compareText(keyOf(a), keyOf(b)));
  const firsts = groups.map(([first]) => first!);
  return {
    readingEdtfs: filled(firsts.map(({ dateEdtf }) => dateEdtf!)),
    readingEarliests: filled(firsts.map(({ dateEarliest }) => dateEarliest!)),
    readingLatests: filled(firsts.map(({ dateLatest }) => dateLatest!)),
    readingBases: filled(firsts.map(({ dateBasis }) => dateBasis!)),
    readingArticles: filled(groups.map((of) => articlesOf(of).join(' '))),
  };
}

/** A date that bears no basis. */
function plainDate(edtf: string | null): DateReading {
  const { dayEarliest, dayLatest } = dateProperties('day', { edtf, basis: 'explicit' });
  return { edtf, earliest: dayEarliest!, latest: dayLatest!, basis: 'explicit' };
}

const isUnspecific = (kind: string, other: string) => kind === 'other' && other !== 'other';

/** Who takes part by any account, each once a role, with the articles that say so. */
function participants(accounts: AccountReading[]): Edge[] {
  const named = accounts.flatMap((account) =>
    (account.participantIds ?? []).map((to, nth) => ({
      account,
      to,
      role: account.participantRoles![nth]!,
    })),
  );
  return [...Map.groupBy(named, ({ to, role }) => `${to} ${role}`).values()].map((of) => ({
    type: 'PARTICIPANT',
    to: of[0]!.to,
    properties: { role: of[0]!.role, articles: articlesOf(of.map(({ account }) => account)) },
  }));
}

/** The best confidence of each way to assert something. */
function assertedProperties(accounts: AccountReading[]) {
  const best = (mode: string | null) => {
    const confidences = accounts.flatMap(({ as, confidence }) => (as === mode ? [confidence] : []));
    return confidences.length > 0 ? Math.max(...confidences) : null;
  };
  return {
    factConfidence: best('fact'),
    opinionConfidence: best('opinion'),
    statementConfidence: best(null),
  };
}

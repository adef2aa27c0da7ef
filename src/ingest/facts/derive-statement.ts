import { compareText } from '../../model/compare-text.ts';
import type { AboutAs } from '../../model/vocabulary.ts';
import { contestedFields } from './derive-told.ts';
import type { OrderKeys } from './edge-properties.ts';
import { actProperties, dateProperties, intervalKey, sortKey } from './fact-properties.ts';
import { type Edge, type Fact, fact, filled } from './facts.ts';
import { lineFeeds } from './line-breaks.ts';
import {
  articlesOf,
  byPublication,
  type DateReading,
  isResidualOf,
  mergeDates,
  mergeValues,
  type Sourced,
} from './merge-readings.ts';

/** Who a quotation is attributed to, and how; there are no speakers where nobody can be named. */
export interface AttributionSummary {
  speakerIds: string[];
  rank: string;
  confidence: number;
  /** Of those who are described where nobody is named: the kind of their role, and the id of what they are of. */
  describedRole: string | null;
  describedOf: string | null;
}

/** Whom a quotation is aimed at where nobody is named: the kind of their role, and the id of what they are of. */
interface UnnamedTargetReading {
  role: string | null;
  of: string | null;
}

/** What a quotation adds to its statement: its words, and what its article says of the statement. */
export interface StatementReading extends Sourced {
  quoteType: string;
  exact: string;
  start: number;
  /** What was said, where the annotation gives it in other words than the quotation. */
  text: string | null;
  publishedLatest: string | null;
  cameo: string | null;
  saidEdtf: string | null;
  saidEarliest: string | null;
  saidLatest: string | null;
  saidBasis: string | null;
  aboutIds: string[] | null;
  aboutAs: string[] | null;
  aboutKinds: string[] | null;
  atIds: string[] | null;
  attributions: AttributionSummary[];
  unnamedTargets: UnnamedTargetReading[];
}

/** A statement as all its quotations make it. */
export interface StatementDerivation {
  fact: Fact;
  /** What its relationships to those who may have said it hold. */
  saidBy: (OrderKeys & { speakerId: string; preferred: boolean })[];
  /** Its speakers, and what the relationships to its targets hold beside the targets and them. */
  speakerIds: string[];
  keys: OrderKeys;
}

/**
 * Derives a statement of its quotations: nothing of it depends on their order. What is deprecated counts nowhere, unless
 * there is nothing else. An attribution that names nobody gives way to one that names a speaker, and contests nothing;
 * attributions to other speakers contest each other.
 * @param isThere whether there is an event of this id: what articles name freely may be gone.
 */
export function deriveStatement(
  id: string,
  quotations: readonly StatementReading[],
  isThere: (event: string) => boolean,
): StatementDerivation {
  const ordered = quotations.toSorted((a, b) => byPublication(a, b) || a.start - b.start);
  const counting = ordered.filter(counts);
  const readings = counting.length > 0 ? counting : ordered;
  const date = mergeDates(readings, dateOf);
  const act = mergeValues(readings, ({ cameo }) => cameo, isResidualOf);
  const speakers = speakersOf(ordered);
  const keys = { sortKey: sortKey(date.date, id), intervalKey: intervalKey(date.date, id) };
  const isAgreed = counting.length === 0;
  const contested = contestedFields({
    speaker: speakers,
    ...(!isAgreed && { date, act }),
  });
  const days = ordered
    .flatMap(({ publishedEarliest, publishedLatest }) => [publishedEarliest, publishedLatest])
    .filter((day) => day !== null)
    .sort();
  const properties = {
    text: bestText(readings),
    ...actProperties(act.value),
    ...dateProperties('said', date.date),
    ...keys,
    contested,
    isContested: contested !== null,
    confidence: speakers.confidence,
    speakerIds: filled(speakers.preferred),
    isUnattributed: speakers.preferred.length === 0,
    describedRoles: speakers.describedRoles,
    describedOf: speakers.describedOf,
    ...unnamedProperties(readings),
    quoteTypes: [...new Set(ordered.map(({ quoteType }) => quoteType))].sort(),
    reportedEarliest: days[0] ?? null,
    reportedLatest: days.at(-1) ?? null,
  };
  return {
    fact: fact('Statement', id, [], properties, [
      ...targets(readings, isThere),
      ...occasions(readings, isThere),
    ]),
    saidBy: speakers.any.map((speakerId) => ({
      speakerId,
      ...keys,
      preferred: speakers.preferred.includes(speakerId),
    })),
    speakerIds: speakers.preferred,
    keys,
  };
}

/** Whether a quotation is not deprecated by all its attributions. */
const counts = ({ attributions }: StatementReading) => attributions.some(({ rank }) => rank !== 'deprecated');

const dateOf = ({ saidEdtf, saidEarliest, saidLatest, saidBasis }: StatementReading): DateReading => ({
  edtf: saidEdtf,
  earliest: saidEarliest,
  latest: saidLatest,
  basis: saidBasis,
});

const QUOTE_TYPES = ['direct', 'mixed', 'indirect'];

/** The best rendering: direct before mixed before indirect, then what has the most letters and the fewest marks, then the earliest. */
function bestText(readings: readonly StatementReading[]): string {
  const texts = readings.map(({ quoteType, text, exact }) => ({
    text: text ?? lineFeeds(exact),
    type: QUOTE_TYPES.indexOf(quoteType),
  }));
  if (texts.length === 1) return texts[0]!.text;
  const ranked = texts.map((one) => ({ ...one, letters: one.text.match(LETTERS)?.length ?? 0 }));
  const isBetter = (one: (typeof ranked)[number], other: (typeof ranked)[number]) =>
    (one.type - other.type || other.letters - one.letters || one.text.length - other.text.length) < 0;
  return ranked.reduce((best, one) => (isBetter(one, best) ? one : best)).text;
}

const LETTERS = /[\p{L}\p{N}]/gu;

/** What a statement is about by any of its readings, each once, with the articles that say so; a target before a topic. */
function targets(readings: readonly StatementReading[], isThere: (event: string) => boolean): Edge[] {
  const named = readings.flatMap((reading) =>
    (reading.aboutIds ?? []).map((to, nth) => ({
      reading,
      to,
      as: reading.aboutAs![nth] as AboutAs,
      toEvent: reading.aboutKinds![nth] === 'Event',
    })),
  );
  return [...Map.groupBy(named, ({ to }) => to).values()]
    .map((of) => ({
      type: 'ABOUT',
      to: of[0]!.to,
      toEvent: of[0]!.toEvent,
      properties: {
        as: of.some(({ as }) => as === 'target') ? 'target' : 'topic',
        articles: articlesOf(of.map(({ reading }) => reading)),
      },
    }))
    .filter(({ to, toEvent }) => !toEvent || isThere(to));
}

/** Whether its act is aimed at those whom a reading does not name, their roles, and what they are of. */
function unnamedProperties(readings: readonly StatementReading[]) {
  const unnamed = readings.flatMap(({ unnamedTargets }) => unnamedTargets);
  return {
    isTargetUnnamed: unnamed.length > 0,
    targetRoles: distinct(unnamed.map(({ role }) => role)),
    targetOf: distinct(unnamed.map(({ of }) => of)),
  };
}

/** The events that a statement was said at by any of its readings, with the articles that say so. */
function occasions(readings: readonly StatementReading[], isThere: (event: string) => boolean): Edge[] {
  const named = readings.flatMap((reading) => (reading.atIds ?? []).map((to) => ({ reading, to })));
  return [...Map.groupBy(named, ({ to }) => to)]
    .filter(([to]) => isThere(to))
    .map(([to, of]) => ({
      type: 'SAID_AT',
      to,
      properties: { articles: articlesOf(of.map(({ reading }) => reading)) },
    }));
}

/** Who is said to have spoken, by all attributions of a statement. */
function speakersOf(quotations: readonly StatementReading[]) {
  const attributions = quotations.flatMap((quotation) => quotation.attributions);
  const named = attributions.filter(({ rank, speakerIds }) => rank !== 'deprecated' && speakerIds.length > 0);
  const preferred = attributions.filter(isPreferred);
  const confidences = preferred.map(({ confidence }) => confidence);
  return {
    /** Everybody whom an attribution that counts names. */
    any: [...new Set(named.flatMap(({ speakerIds }) => speakerIds))].sort(),
    preferred: preferredSpeakers(named.filter(isPreferred)),
    isContested: new Set(named.map(keyOf)).size > 1,
    confidence: confidences.length > 0 ? Math.max(...confidences) : null,
    describedRoles: distinct(preferred.map(({ describedRole }) => describedRole)),
    describedOf: distinct(preferred.map(({ describedOf }) => describedOf)),
  };
}

const distinct = (values: (string | null)[]) =>
  filled([...new Set(values.filter((value) => value !== null))].sort());

const isPreferred = ({ rank }: AttributionSummary) => rank === 'preferred';

/** Those who speak together. */
const keyOf = ({ speakerIds }: AttributionSummary) => speakerIds.toSorted().join(' ');

/** Where quotations prefer different speakers: those whom most prefer, then those of the highest confidence, then by id. */
function preferredSpeakers(preferred: AttributionSummary[]): string[] {
  const candidates = [...Map.groupBy(preferred, keyOf)].map(([key, of]) => ({
    key,
    count: of.length,
    confidence: Math.max(...of.map(({ confidence }) => confidence)),
  }));
  const [first] = candidates.sort(
    (a, b) => b.count - a.count || b.confidence - a.confidence || compareText(a.key, b.key),
  );
  return first ? first.key.split(' ') : [];
}

import { differences } from './finding.ts';
import {
  type Pointer,
  pointersAsText,
  type SourcedValue,
  saysLess,
  wantedDate,
  wantedValue,
} from './merged-values.ts';

interface ToldRow {
  id: string;
  properties: Record<string, unknown>;
  participants: Pointer[];
  places: string[];
  subjects: string[];
  objects: string[];
  holders: string[];
  of: string[];
  accounts: { source: string; published: string | null; of: Record<string, unknown> }[];
  figures: string[];
}

/** What an event, relation or role holds that does not follow from the accounts of all articles. */
export function toldFaults(row: ToldRow, kind: string): string[] {
  if (row.accounts.length === 0) return ['has no account'];
  const asserted = {
    factConfidence: best(row, 'fact'),
    opinionConfidence: best(row, 'opinion'),
    statementConfidence: best(row, null),
  };
  if (kind === 'Event') return eventFaults(row, asserted);
  return kind === 'Relation' ? relationFaults(row, asserted) : roleFaults(row, asserted);
}

type Values = Record<string, unknown>;

function eventFaults(row: ToldRow, asserted: Values): string[] {
  const date = dateIn(row, 'dateEdtf', 'dateBasis');
  const kind = wantedValue(given(row, 'kind'), (one, other) => one === 'other' && other !== 'other');
  const act = wantedValue(given(row, 'cameo'), saysLess);
  const place = wantedValue(given(row, 'placeId'));
  const contested = [
    ...(date.contested ? ['date'] : []),
    ...(act.contested ? ['act'] : []),
    ...(place.contested ? ['place'] : []),
    ...(kind.contested ? ['kind'] : []),
  ];
  const contexts = new Set(row.accounts.flatMap(({ of }) => (of.contexts as string[] | null) ?? []));
  return [
    ...differences(row.properties, {
      kind: kind.value,
      label: wantedValue(given(row, 'label')).value,
      dateEdtf: date.edtf,
      dateBasis: date.basis,
      cameo: act.value,
      contexts: contexts.size > 0 ? [...contexts].sort() : null,
      contested: contested.length > 0 ? contested : null,
      contestKey: contested.length > 0 ? `${row.properties.sortKey} event` : null,
      ...readingsOf(row),
      figures: row.figures.length > 0 ? row.figures : null,
      ...asserted,
    }),
    ...differences(
      { participants: pointersAsText(row.participants), place: row.places },
      {
        participants: pointersAsText(participantsOf(row)),
        place: place.value === null ? [] : [place.value],
      },
    ),
  ];
}

function relationFaults(row: ToldRow, asserted: Values): string[] {
  const { edtf, basis } = dateIn(row, 'dateEdtf', 'dateBasis');
  const predicate = only(row, 'predicate')[0];
  return [
    ...differences(row.properties, {
      predicate,
      dateEdtf: edtf,
      dateBasis: basis,
      ...readingsOf(row),
      ...asserted,
    }),
    ...differences(
      { subject: row.subjects, object: row.objects },
      { subject: only(row, 'subjectId'), object: only(row, 'objectId') },
    ),
  ];
}

function roleFaults(row: ToldRow, asserted: Values): string[] {
  return [
    ...differences(row.properties, {
      kind: only(row, 'kind')[0],
      title: wantedValue(given(row, 'title')).value,
      from: dateIn(row, 'from').edtf,
      until: dateIn(row, 'until').edtf,
      former: row.accounts.some(({ of }) => of.former === true),
      ...asserted,
    }),
    ...differences(
      { holder: row.holders, of: row.of },
      { holder: only(row, 'personId'), of: only(row, 'ofId') },
    ),
  ];
}

function best({ accounts }: ToldRow, as: string | null): number | null {
  const sure = accounts.filter(({ of }) => (of.as ?? null) === as).map(({ of }) => Number(of.confidence));
  return sure.length > 0 ? Math.max(...sure) : null;
}

const given = ({ accounts }: ToldRow, name: string): SourcedValue<string | null>[] =>
  accounts.map(({ of, ...source }) => ({ ...source, value: (of[name] as string | undefined) ?? null }));

/** @param basis the property that holds the basis; without one the date is as good as stated. */
const dateIn = ({ accounts }: ToldRow, edtf: string, basis?: string) =>
  wantedDate(
    accounts.map(({ of, ...source }) => ({
      ...source,
      value: {
        edtf: (of[edtf] as string | undefined) ?? null,
        basis: basis === undefined ? 'explicit' : String(of[basis]),
      },
    })),
  );

/** The dates that articles give, place by place. */
function readingsOf({ accounts }: ToldRow) {
  const found: Record<string, Set<string>> = {};
  for (const { source, of } of accounts) {
    if (of.dateEdtf === undefined || of.dateEdtf === null) continue;
    const text = [of.dateEarliest, of.dateEdtf, of.dateBasis, of.dateLatest].join('|');
    found[text] ??= new Set();
    found[text].add(source);
  }
  const texts = Object.keys(found).sort();
  const part = (nth: number) => (texts.length > 0 ? texts.map((text) => text.split('|')[nth]) : null);
  return {
    readingEarliests: part(0),
    readingEdtfs: part(1),
    readingBases: part(2),
    readingLatests: part(3),
    readingArticles: texts.length > 0 ? texts.map((text) => [...found[text]!].sort().join(' ')) : null,
  };
}

/** The values of what all accounts must agree on, since the id is made of it. */
const only = (row: ToldRow, name: string) => [
  ...new Set(given(row, name).flatMap(({ value }) => value ?? [])),
];

function participantsOf({ accounts }: ToldRow): Pointer[] {
  const found = new Map<string, Pointer & { articles: string[] }>();
  for (const { source, of } of accounts) {
    const ids = (of.participantIds as string[] | null) ?? [];
    for (const [nth, id] of ids.entries()) {
      const as = (of.participantRoles as string[])[nth]!;
      const pointer = found.get(`${id} ${as}`) ?? { id, as, articles: [] };
      found.set(`${id} ${as}`, pointer);
      if (!pointer.articles.includes(source)) pointer.articles.push(source);
    }
  }
  for (const { articles } of found.values()) articles.sort();
  return [...found.values()];
}

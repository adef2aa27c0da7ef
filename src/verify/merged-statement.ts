import { differences } from './finding.ts';
import {
  type Pointer,
  pointersAsText,
  type SourcedValue,
  saysLess,
  wantedDate,
  wantedValue,
} from './merged-values.ts';

interface StoredAttribution {
  rank: string;
  confidence: number;
  role: string | null;
  of: string | null;
  speakers: string[];
}

interface StoredQuotation {
  source: string;
  published: string | null;
  publishedLatest: string | null;
  of: Record<string, unknown>;
  /** Of the events that it names, those that are there. */
  events: string[];
  attributions: StoredAttribution[];
  unnamed: { role: string | null; of: string | null }[];
}

interface StatementRow {
  id: string;
  properties: Record<string, unknown>;
  about: Pointer[];
  saidAt: Pointer[];
  saidBy: string[];
  spokenAbout: string[];
  quotations: StoredQuotation[];
}

/** What a statement holds that does not follow from all its quotations. */
export function statementFaults(row: StatementRow): string[] {
  const { quotations } = row;
  if (quotations.length === 0) return [];
  const alive = quotations.filter(({ attributions }) =>
    attributions.some(({ rank }) => rank !== 'deprecated'),
  );
  const readings = alive.length > 0 ? alive : quotations;
  const given = (name: string): SourcedValue<string | null>[] =>
    readings.map(({ of, source, published }) => ({
      ...{ source, published },
      value: (of[name] as string | undefined) ?? null,
    }));
  const date = wantedDate(
    readings.map(({ of, source, published }) => ({
      ...{ source, published },
      value: { edtf: (of.saidEdtf as string | undefined) ?? null, basis: String(of.saidBasis) },
    })),
  );
  const act = wantedValue(given('cameo'), saysLess);
  const speakers = speakersIn(quotations);
  const contested = [
    ...(speakers.contested ? ['speaker'] : []),
    ...(date.contested && alive.length > 0 ? ['date'] : []),
    ...(act.contested && alive.length > 0 ? ['act'] : []),
  ];
  const unnamed = readings.flatMap((reading) => reading.unnamed);
  const about = pointers(readings, aboutOf);
  const days = quotations.flatMap(({ published, publishedLatest }) => [
    published ?? [],
    publishedLatest ?? [],
  ]);
  const published = days.flat().sort();
  return [
    ...differences(row.properties, {
      text: bestText(readings),
      cameo: act.value,
      saidEdtf: date.edtf,
      saidBasis: date.basis,
      contested: orNull(contested),
      isContested: contested.length > 0,
      confidence: speakers.confidence,
      speakerIds: orNull(speakers.preferred),
      isUnattributed: speakers.preferred.length === 0,
      describedRoles: orNull(speakers.roles),
      describedOf: orNull(speakers.of),
      isTargetUnnamed: unnamed.length > 0,
      targetRoles: orNull(eachOnce(unnamed.map(({ role }) => role))),
      targetOf: orNull(eachOnce(unnamed.map(({ of }) => of))),
      quoteTypes: [...new Set(quotations.map(({ of }) => String(of.quoteType)))].sort(),
      reportedEarliest: published[0] ?? null,
      reportedLatest: published.at(-1) ?? null,
    }),
    ...differences(
      {
        ABOUT: pointersAsText(row.about),
        SAID_AT: pointersAsText(row.saidAt),
        SAID_BY: row.saidBy.toSorted(),
        SPEAKS_ABOUT: row.spokenAbout.toSorted(),
      },
      {
        ABOUT: pointersAsText(about),
        SAID_AT: pointersAsText(pointers(readings, occasionsOf)),
        SAID_BY: speakers.any.map((id) => (speakers.preferred.includes(id) ? `${id} preferred` : id)).sort(),
        SPEAKS_ABOUT: speakers.preferred.flatMap((by) => about.map(({ id }) => `${by} ${id} ${id}`)).sort(),
      },
    ),
  ];
}

const eachOnce = (list: (string | null)[]) => [...new Set(list.flatMap((one) => one ?? []))].sort();

const orNull = (list: string[]) => (list.length > 0 ? list : null);

/** The words of the best kind; of these the ones of most letters, of as many the shortest, of as short ones the earliest. */
function bestText(readings: StoredQuotation[]): string {
  const texts = readings.map(({ of, source, published }) => ({
    text: String(of.text ?? String(of.exact).replaceAll('\r\n', '\n').replaceAll('\r', '\n')),
    kind: { direct: 1, mixed: 2, indirect: 3 }[String(of.quoteType)]!,
    place: `${published ?? 'undated'} ${source} ${String(of.start).padStart(9, '0')}`,
  }));
  const least = (of: typeof texts, measure: (one: (typeof texts)[number]) => number) => {
    const lowest = Math.min(...of.map(measure));
    return of.filter((one) => measure(one) === lowest);
  };
  const ofKind = least(texts, ({ kind }) => kind);
  const longest = least(ofKind, ({ text }) => -[...text.replaceAll(/[^\p{L}\p{N}]+/gu, '')].length);
  const shortest = least(longest, ({ text }) => text.length);
  return shortest.sort((a, b) => (a.place < b.place ? -1 : 1))[0]!.text;
}

function aboutOf({ of, events }: StoredQuotation) {
  const [ids, as, kinds] = [of.aboutIds, of.aboutAs, of.aboutKinds] as (string[] | undefined)[];
  return (ids ?? [])
    .map((id, nth) => ({ id, as: as![nth]!, kind: kinds![nth] }))
    .filter(({ id, kind }) => kind !== 'Event' || events.includes(id));
}

const occasionsOf = ({ of, events }: StoredQuotation) =>
  ((of.atIds as string[] | undefined) ?? [])
    .filter((id) => events.includes(id))
    .map((id) => ({ id, as: null }));

/** What readings point at, each once, with the articles; one target makes a target. */
function pointers(
  readings: StoredQuotation[],
  of: (reading: StoredQuotation) => { id: string; as: string | null }[],
): Pointer[] {
  const all = readings.flatMap((reading) => of(reading).map((one) => ({ ...one, source: reading.source })));
  return [...new Set(all.map(({ id }) => id))].map((id) => {
    const same = all.filter((one) => one.id === id);
    return {
      id,
      as: same.find(({ as }) => as === 'target')?.as ?? same[0]!.as,
      articles: [...new Set(same.map(({ source }) => source))].sort(),
    };
  });
}

function speakersIn(quotations: StoredQuotation[]) {
  const all = quotations.flatMap(({ attributions }) => attributions);
  const preferred = all.filter(({ rank }) => rank === 'preferred');
  const named = all.filter(({ rank, speakers }) => rank !== 'deprecated' && speakers.length > 0);
  const groups = new Map<string, { times: number; surest: number }>();
  for (const { speakers, confidence } of preferred.filter((one) => one.speakers.length > 0)) {
    const { times, surest } = groups.get(speakers.join(' ')) ?? { times: 0, surest: 0 };
    groups.set(speakers.join(' '), { times: times + 1, surest: Math.max(surest, confidence) });
  }
  const first = [...groups].reduce<[string, { times: number; surest: number }] | null>((best, one) => {
    if (best === null || one[1].times > best[1].times) return one;
    if (one[1].times < best[1].times) return best;
    if (one[1].surest !== best[1].surest) return one[1].surest > best[1].surest ? one : best;
    return one[0] < best[0] ? one : best;
  }, null);
  return {
    any: eachOnce(named.flatMap(({ speakers }) => speakers)),
    preferred: first === null ? [] : first[0].split(' '),
    contested: new Set(named.map(({ speakers }) => speakers.join(' '))).size >= 2,
    confidence: preferred.length > 0 ? Math.max(...preferred.map(({ confidence }) => confidence)) : null,
    roles: eachOnce(preferred.map(({ role }) => role)),
    of: eachOnce(preferred.map(({ of }) => of)),
  };
}

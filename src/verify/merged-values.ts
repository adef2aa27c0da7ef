import { dayRange } from '../model/date.ts';

/** What one article says, and where it stands among others. */
export interface SourcedValue<Of> {
  value: Of;
  source: string;
  /** First day on which the article may have been published. */
  published: string | null;
}

/** Values that articles give, each with those that give it. */
interface Support {
  value: string;
  sources: Set<string>;
  /** The earliest of them: its day, then its id. */
  first: string;
}

/** A value that articles give, and whether others exclude it. */
export interface WantedValue {
  value: string | null;
  contested: boolean;
}

function supports(given: SourcedValue<string | null>[]): Support[] {
  const found: Record<string, Support> = {};
  for (const { value, source, published } of given) {
    if (value === null) continue;
    const first = `${published ?? 'undated'} ${source}`;
    found[value] ??= { value, sources: new Set(), first };
    const known = found[value];
    known.sources.add(source);
    if (first < known.first) known.first = first;
  }
  return Object.values(found);
}

/** Whether one value goes before another: more articles give it, or as many of which one is earlier. */
const goesBefore = (one: Support, other: Support): boolean =>
  one.sources.size === other.sources.size ? one.first < other.first : one.sources.size > other.sources.size;

/** The one that every other one stands behind; two that one article gives are told apart by their text. */
const foremost = (all: Support[]): Support | undefined =>
  all.find((one) =>
    all.every(
      (other) =>
        other === one || goesBefore(one, other) || (!goesBefore(other, one) && one.value < other.value),
    ),
  );

/** The value that most articles give. */
export function wantedValue(
  given: SourcedValue<string | null>[],
  isLessSpecific: (one: string, other: string) => boolean = () => false,
): WantedValue {
  const all = supports(given);
  const left = all.filter((one) => all.every((other) => !isLessSpecific(one.value, other.value)));
  return { value: foremost(left)?.value ?? null, contested: left.length >= 2 };
}

interface GivenDate {
  edtf: string | null;
  basis: string | null;
}

const RANK: Record<string, number> = { explicit: 3, relative: 2, article: 1 };

/** The narrowest date that overlaps with the one of the best basis that most articles give. */
export function wantedDate(given: SourcedValue<GivenDate>[]): GivenDate & { contested: boolean } {
  const all = supports(
    given.map(({ value: { edtf, basis }, ...of }) => ({
      ...of,
      value: edtf === null ? null : `${edtf} ${basis}`,
    })),
  );
  const read = ({ value }: Support) => {
    const at = value.lastIndexOf(' ');
    const [edtf, basis] = [value.slice(0, at), value.slice(at + 1)];
    return { edtf, basis, ...dayRange(edtf)! };
  };
  const best = Math.max(...all.map((one) => RANK[read(one).basis] ?? 0));
  const preferred = foremost(all.filter((one) => (RANK[read(one).basis] ?? 0) === best));
  if (!preferred) return { edtf: null, basis: 'unknown', contested: false };
  const excludes = (one: Support, other: Support) =>
    read(one).latest < read(other).earliest || read(other).latest < read(one).earliest;
  const length = (one: Support) => Date.parse(read(one).latest) - Date.parse(read(one).earliest);
  const near = all.filter((one) => !excludes(one, preferred));
  const shortest = Math.min(...near.map(length));
  const narrow = near.filter((one) => length(one) === shortest);
  const bestOfNarrow = Math.max(...narrow.map((one) => RANK[read(one).basis] ?? 0));
  const { edtf, basis } = read(
    foremost(narrow.filter((one) => (RANK[read(one).basis] ?? 0) === bestOfNarrow))!,
  );
  return { edtf, basis, contested: all.some((one) => all.some((other) => excludes(one, other))) };
}

/** Whether an act says less than another one: nothing but that something was said, or the root of the other one. */
export function saysLess(code: string, other: string): boolean {
  if (code === other) return false;
  if (code === '010') return other !== '01' && other !== '0';
  const root = /^\d\d0$/.test(code) ? code.slice(0, -1) : code;
  return root.length < other.length && other.slice(0, root.length) === root;
}

/** Something that a merged view points at, and the articles that say so. */
export interface Pointer {
  id: string;
  as: string | null;
  articles: string[] | null;
}

/** Pointers as texts, in one order. */
export const pointersAsText = (pointers: Pointer[]): string[] =>
  pointers.map(({ id, as, articles }) => `${id} ${as} by ${articles?.join(' ')}`).sort();

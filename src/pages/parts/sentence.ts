import { WORDS } from '../words.ts';
import { dateText } from './dates.ts';
import { plainText } from './plain-text.ts';
import { actText, percent, withArticle } from './values.ts';

const { sentence: words } = WORDS;

/** The values of a parameter, as a list of what may be the case. */
type All = (name: string, shown?: (value: string) => string) => string;

/**
 * The question that the parameters of a list of statements ask, in words: "What analysts said about the United States in 2025".
 * @param nameOf the name of a thing by its id or as it was given, as plain text.
 */
export function sentenceOf(asked: URLSearchParams, nameOf: (given: string) => string): string {
  const named = (value: string) => withArticle(nameOf(value));
  const all: All = (name, shown = named) => listed(asked.getAll(name).map(shown));
  const who = speakersOf(asked, all);
  const parts = [
    who === '' ? words.anyone : `${who} ${words.said}`,
    aboutWhat(asked, all),
    asked.has('act') && words.act(all('act', (act) => `“${actText(act)}”`)),
    asked.has('polarity') && words.polarity(all('polarity', (one) => words.polarities[one] ?? one)),
    all('quoteType', (one) => words.quoteTypes[one] ?? one),
    asked.has('q') && words.containing(plainText(asked.get('q')!)),
    asked.has('at') && words.at(all('at')),
    [asked.has('after') && words.after(all('after')), asked.has('before') && words.before(all('before'))]
      .filter(Boolean)
      .join(` ${words.and} `),
    daysOf(asked.get('saidFrom'), asked.get('saidTo')),
    undated(asked),
    asked.has('article') && words.reportedBy(all('article')),
    asked.has('publisher') && words.publishedBy(all('publisher', plainText)),
    attributed(asked, all),
    clauses(asked, all).join(` ${words.and} `),
    asked.get('attribution') === 'any' && words.anyAttribution,
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  return `${words.what} ${parts.join(' ')}`;
}

function speakersOf(asked: URLSearchParams, all: All): string {
  const named = all('speaker');
  const those = speakersByRole(asked, all);
  if (named !== '') return those === '' ? named : `${named}, ${words.among(those)},`;
  const isUnnamed = asked.get('unattributed');
  if (isUnnamed === null) return those;
  const people = those || words.people;
  return isUnnamed === 'true' ? words.notNamed(people) : words.named(people);
}

/** Speakers by their roles and their countries, held now or ended; nothing where none of it is asked for. */
function speakersByRole(asked: URLSearchParams, all: All): string {
  const those = peopleOf(all, { role: 'speakerRole', of: 'speakerOf', country: 'speakerCountry' });
  const isHeld = asked.get('currentRole');
  if (isHeld === null) return those;
  if (asked.has('speakerRole')) return `${isHeld === 'true' ? words.current : words.former} ${those}`;
  return `${those || words.people} ${isHeld === 'true' ? words.inOffice : words.outOfOffice}`;
}

/** People by their roles, by what these are of, and by their country; nothing where none is given. */
function peopleOf(all: All, { role, of, country }: Record<'role' | 'of' | 'country', string>): string {
  const roles = all(role, (kind) => words.roles[kind] ?? kind);
  const [body, land] = [all(of), all(country)];
  if (roles + body + land === '') return '';
  return [roles || words.people, body && words.of(body), land && words.fromCountry(land)]
    .filter(Boolean)
    .join(' ');
}

function aboutWhat(asked: URLSearchParams, all: All): string {
  const about = all('about');
  const as = asked.get('aboutAs') ?? '';
  if (about === '') return words.aboutAnythingAs[as] ?? '';
  return [words.about, about, words.aboutAs[as]].filter(Boolean).join(' ');
}

/** What is asked of a statement beyond who said it, when, and about what: clauses that begin with "that". */
function clauses(asked: URLSearchParams, all: All): string[] {
  const those = peopleOf(all, { role: 'targetRole', of: 'targetOf', country: 'targetCountry' });
  return [
    those && words.aimedAt(those),
    words.unnamedTarget[asked.get('unnamedTarget') ?? ''],
    words.contestedOrNot[asked.get('contested') ?? ''],
    asked.has('onlyOutlet') && words.onlyReportedBy(all('onlyOutlet', plainText)),
    asked.has('firstOutlet') && words.firstReportedBy(all('firstOutlet', plainText)),
    outlets(asked.get('minOutlets'), asked.get('maxOutlets')),
    asked.has('reportedFrom') || asked.has('reportedTo')
      ? words.reported(daysOf(asked.get('reportedFrom'), asked.get('reportedTo'))!)
      : '',
    asked.has('changedSince') && words.changedSince(plainText(asked.get('changedSince')!)),
  ].filter((clause): clause is string => typeof clause === 'string' && clause !== '');
}

const BOUNDS = ['saidFrom', 'saidTo', 'before', 'after'];

/** What is asked of a date; that those without one are included is said only where a day would leave them out. */
function undated(asked: URLSearchParams): string | undefined {
  const given = asked.get('undated') ?? '';
  return given === 'include' && !BOUNDS.some((name) => asked.has(name)) ? '' : words.undated[given];
}

function outlets(least: string | null, most: string | null): string {
  if (least !== null && most !== null)
    return least === most ? words.outlets(least, '') : words.outletsBetween(least, most);
  if (least !== null) return words.outlets(least, words.atLeast);
  return most === null ? '' : words.outlets(most, words.atMost);
}

/** How sure it is who speaks. */
function attributed(asked: URLSearchParams, all: All): string {
  const bounds = [
    [asked.get('minConfidence'), words.atLeast],
    [asked.get('maxConfidence'), words.atMost],
  ].flatMap(([value, bound]) => (value ? [`${bound} ${percent(value)}`] : []));
  const how = [
    ...(bounds.length > 0 ? [words.sure(bounds.join(` ${words.and} `))] : []),
    ...(asked.has('flag') ? [words.weak(all('flag', (one) => WORDS.statement.flags[one] ?? one))] : []),
  ];
  return how.length === 0 ? '' : words.attributed(how.join(` ${words.and} `));
}

function daysOf(from: string | null, to: string | null): string | undefined {
  if (from !== null && from === to)
    return /^\d{4}-\d\d-\d\d/.test(from) ? words.onDay(dateText(from)) : words.inSpan(dateText(from));
  if (from !== null && to !== null) return words.between(dateText(from), dateText(to));
  if (from !== null) return words.from(dateText(from));
  return to === null ? undefined : words.to(dateText(to));
}

const listed = (names: readonly string[]) => {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${words.or} ${last}`;
};

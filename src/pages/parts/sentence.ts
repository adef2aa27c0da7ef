import { WORDS } from '../words.ts';
import { dateText } from './dates.ts';
import { plainText } from './plain-text.ts';

const { sentence: words } = WORDS;

/**
 * The question that the parameters of a list of statements ask, in words: "What analysts said about the United States, in 2025".
 * @param nameOf the name of a thing by its id or as it was given, as plain text.
 */
export function sentenceOf(asked: URLSearchParams, nameOf: (given: string) => string): string {
  const all = (name: string, shown: (value: string) => string = nameOf) =>
    listed(asked.getAll(name).map(shown));
  const given = (name: string) => asked.get(name) ?? undefined;
  const who = speakersOf(asked, all);
  const about = all('about');
  const parts = [
    who === '' ? words.anyone : `${who} ${words.said}`,
    about && `${words.about} ${about}`,
    ...aimedAt(asked, all),
    asked.has('act') && words.act(all('act', actText)),
    ...asked.getAll('polarity').map((one) => words.polarities[one]),
    ...asked.getAll('quoteType').map((one) => words.quoteTypes[one]),
    asked.has('q') && words.containing(plainText(given('q')!)),
    asked.has('at') && words.at(all('at')),
    asked.has('before') && words.before(nameOf(given('before')!)),
    asked.has('after') && words.after(nameOf(given('after')!)),
    daysOf(given('saidFrom'), given('saidTo')),
    given('undated') === 'only' && words.undatedOnly,
    asked.has('article') && words.reportedBy(all('article')),
    given('contested') === 'true' && words.contested,
    given('contested') === 'false' && words.uncontested,
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  return `${words.what} ${parts.join(' ')}`;
}

function speakersOf(asked: URLSearchParams, all: (name: string) => string): string {
  const named = all('speaker');
  if (named !== '') return named;
  if (asked.get('unattributed') === 'true') return words.unnamed;
  const those = peopleOf(asked.getAll('speakerRole'), [all('speakerOf'), all('speakerCountry')]);
  if (those === '') return '';
  return asked.get('currentRole') === 'false' ? `${words.former} ${those}` : those;
}

/** People by their roles, and by what these are of; nothing where neither is given. */
function peopleOf(kinds: readonly string[], bodies: readonly string[]): string {
  const roles = listed(kinds.map((role) => words.roles[role] ?? role));
  const of = bodies.filter(Boolean).join(` ${words.or} `);
  if (roles === '' && of === '') return '';
  return `${roles === '' ? words.people : roles}${of === '' ? '' : ` ${words.of(of)}`}`;
}

function aimedAt(asked: URLSearchParams, all: (name: string) => string): string[] {
  const those = peopleOf(asked.getAll('targetRole'), [all('targetOf'), all('targetCountry')]);
  return [
    ...(those === '' ? [] : [words.aimedAt(those)]),
    ...(asked.get('unnamedTarget') === 'true' ? [words.aimedAt(words.unnamed)] : []),
  ];
}

function daysOf(from: string | undefined, to: string | undefined): string | undefined {
  if (from !== undefined && to !== undefined) return words.between(dateText(from), dateText(to));
  if (from !== undefined) return words.from(dateText(from));
  return to === undefined ? undefined : words.to(dateText(to));
}

const actText = (act: string) => (/^\d+$/.test(act) ? `${words.actCode} ${act}` : act.toLowerCase());

const listed = (names: readonly string[]) => {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${words.or} ${last}`;
};

import { entityNames } from '../../ingest/facts/entity-names.ts';
import type { AuthorityRecord } from '../../model/annotation.ts';
import { nameKey } from '../../model/name-key.ts';
import type { AnalysedText } from '../text/analysed-text.ts';
import { regionOfAdjective, slugOf } from './gazetteer.ts';
import { type Gender, genderOfName } from './given-names.ts';
import { lastWord, type NamedMention, type NameType } from './names.ts';
import { genderOfHonorific } from './titles.ts';

/** Someone or something that a text names, with all places where it does. */
export interface FoundEntity {
  id: string;
  type: AuthorityRecord['type'];
  name: string;
  /** Its record in the authority file; null where it has none. */
  known: AuthorityRecord | null;
  iso3166: string | null;
  mentions: NamedMention[];
  gender: Gender | null;
  /** Whether a courtesy such as Mrs. tells the gender, and not a first name alone. */
  isGenderSure: boolean;
  /** How sure the type is, from 0 to 1. */
  certainty: number;
}

const TYPES: Record<Exclude<NameType, 'other'>, AuthorityRecord['type']> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  country: 'Country',
};

/** Groups the names of a text by what they name: by the authority file first, then by the names themselves. */
export function groupNames(
  read: AnalysedText,
  mentions: readonly NamedMention[],
  authority: readonly AuthorityRecord[],
): FoundEntity[] {
  const known = new KnownNames(authority);
  const found: FoundEntity[] = [];
  const people = new Map<string, FoundEntity[]>();
  const others = new Map<string, FoundEntity>();
  const add = (entity: FoundEntity) => {
    found.push(entity);
    if (entity.type === 'Person') {
      const last = lastWord(entity.name);
      people.set(last, [...(people.get(last) ?? []), entity]);
    }
    return entity;
  };
  // Full names first, so that what is named short finds them wherever it stands.
  const inOrder = mentions.toSorted((a, b) => wordCount(b.name) - wordCount(a.name) || a.from - b.from);
  for (const mention of inOrder) {
    const record = known.of(mention.name, mention);
    if (record) {
      const entity =
        found.find(({ id }) => id === record.id) ??
        add(newEntity(record.id, record.type, record.name, mention, record));
      entity.mentions.push(mention);
      continue;
    }
    if (mention.type === 'other') continue;
    const entity =
      mention.type === 'person'
        ? (personOf(mention, people, read) ?? add(newEntity('', 'Person', mention.name, mention, null)))
        : (otherOf(mention, others) ??
          add(
            newEntity(
              '',
              TYPES[mention.type],
              mention.country?.name ?? regionOfAdjective(mention.name) ?? plainName(mention.name),
              mention,
              null,
            ),
          ));
    if (entity.type !== 'Person') others.set(keyOf(mention), entity);
    entity.mentions.push(mention);
    entity.certainty = Math.max(entity.certainty, mention.certainty);
  }
  for (const entity of found) {
    entity.mentions.sort((a, b) => a.from - b.from);
    Object.assign(entity, entity.type === 'Person' ? genderOf(read, entity) : {});
  }
  joinAbbreviations(read, found);
  giveIds(found, new Set(authority.map(({ id }) => id)));
  return found
    .filter(({ mentions: of }) => of.length > 0)
    .sort((a, b) => a.mentions[0]!.from - b.mentions[0]!.from);
}

const newEntity = (
  id: string,
  type: AuthorityRecord['type'],
  name: string,
  { country, certainty }: NamedMention,
  known: AuthorityRecord | null,
): FoundEntity => ({
  id,
  type,
  name,
  known,
  iso3166: known?.iso3166 ?? (type === 'Country' ? (country?.iso3166 ?? null) : null),
  mentions: [],
  gender: null,
  isGenderSure: false,
  certainty: known ? 1 : certainty,
});

const wordCount = (name: string) => name.split(' ').length;
const plainName = (name: string) => name.replace(/^the /i, '').replace(/['’]s?$/, '');
const keyOf = ({ country, name }: NamedMention) =>
  country?.iso3166 ?? nameKey(regionOfAdjective(name) ?? plainName(name));

/** The name of an entity that is new, where known ones of other types bear its own. */
export const toldApart = (name: string, type: AuthorityRecord['type']): string =>
  `${name} (${type.toLowerCase()})`;

/** Every spelling that the authority file is asked for about a name. */
export const spellingsOf = ({ name, country, type }: NamedMention): string[] => {
  const plain = plainName(name);
  const apart = type === 'other' ? [] : [toldApart(plain, TYPES[type]), toldApart(name, TYPES[type])];
  return [name, name.replace(/s$/, ''), plain, ...(country ? [country.name] : []), ...apart];
};

/** The names of the authority file. */
class KnownNames {
  /** By names that one bears without sharing them; null stands for several. */
  readonly #own = new Map<string, AuthorityRecord | null>();
  readonly #shared = new Map<string, AuthorityRecord | null>();
  readonly #byCountry = new Map<string, AuthorityRecord>();
  readonly #metonyms = new Set<string>();

  constructor(authority: readonly AuthorityRecord[]) {
    for (const record of authority) {
      if (record.iso3166 !== null) this.#byCountry.set(record.iso3166, record);
      for (const { key, kind, isShared } of entityNames(record)) {
        if (kind === 'metonym') this.#metonyms.add(key);
        const bearers = isShared ? this.#shared : this.#own;
        bearers.set(key, bearers.has(key) ? null : record);
      }
    }
  }

  of(name: string, { country, type }: Pick<NamedMention, 'country' | 'type'>): AuthorityRecord | null {
    const apart = type === 'other' ? null : this.#bearer(toldApart(plainName(name), TYPES[type]));
    if (type === 'place' && this.#metonyms.has(nameKey(name))) return apart;
    const record = this.#bearer(name) ?? this.#bearer(name.replace(/s$/, ''));
    return record ?? (country ? this.#byCountry.get(country.iso3166) : undefined) ?? apart;
  }

  /** Whom alone a name may mean. */
  #bearer(name: string): AuthorityRecord | null {
    const key = nameKey(name);
    return (this.#own.has(key) ? this.#own.get(key) : this.#shared.get(key)) ?? null;
  }
}

/** The person that a name means: the one of that last name whose first name fits, the last one spoken of. */
function personOf(
  mention: NamedMention,
  people: Map<string, FoundEntity[]>,
  read: AnalysedText,
): FoundEntity | undefined {
  const words = mention.name.split(' ');
  const candidates = people.get(lastWord(mention.name)) ?? [];
  if (words.length === 1) {
    if (candidates.length > 0) return nearest(mention, candidates);
    // A first name by itself.
    const named = [...people.values()]
      .flat()
      .filter(({ name }) => name.split(' ')[0] === words[0] && name.includes(' '));
    return read.tokens.length > 0 && named.length === 1 ? named[0] : undefined;
  }
  return candidates.find(({ name }) => isSameFirstName(name.split(' ')[0]!, words[0]!));
}

const isSameFirstName = (one: string, other: string) =>
  one === other ||
  (/^\p{Lu}\.?$/u.test(other) && one.startsWith(other[0]!)) ||
  (/^\p{Lu}\.?$/u.test(one) && other.startsWith(one[0]!)) ||
  (one.length > 2 && other.startsWith(one)) ||
  (other.length > 2 && one.startsWith(other));

function nearest({ from }: NamedMention, entities: FoundEntity[]): FoundEntity {
  const distance = ({ mentions }: FoundEntity) =>
    Math.min(...mentions.map((one) => (one.from <= from ? from - one.from : 10_000 + one.from - from)));
  return entities.toSorted((a, b) => distance(a) - distance(b))[0]!;
}

/** The same name, or one that is its beginning: "Apple" after "Apple Computer". */
function otherOf(mention: NamedMention, others: Map<string, FoundEntity>): FoundEntity | undefined {
  const key = keyOf(mention);
  const same = others.get(key);
  if (same || mention.country) return same;
  const longer = [...others].filter(
    ([other, { type }]) => type === TYPES[mention.type as 'organization'] && other.startsWith(`${key} `),
  );
  return longer.length === 1 && mention.type === 'organization' ? longer[0]![1] : undefined;
}

function genderOf(
  read: AnalysedText,
  { mentions, name }: FoundEntity,
): Pick<FoundEntity, 'gender' | 'isGenderSure'> {
  const counts = { female: 0, male: 0 };
  for (const { title, from } of mentions) {
    const words = title ? [title.from, title.to - 1] : [from - 1, from - 2];
    for (const at of words) {
      const gender = genderOfHonorific(read.tokens[at]?.text ?? '');
      if (gender) counts[gender]++;
    }
  }
  if (counts.female !== counts.male)
    return { gender: counts.female > counts.male ? 'female' : 'male', isGenderSure: true };
  const first = name.includes(' ') ? (genderOfName(name.split(' ')[0]!) ?? null) : null;
  return { gender: first, isGenderSure: false };
}

/** "US Central Command (CENTCOM)": what stands in brackets after a name is short for it. */
function joinAbbreviations({ tokens }: AnalysedText, found: FoundEntity[]): void {
  for (const entity of found) {
    if (entity.type === 'Person') continue;
    for (const { from, name } of entity.mentions) {
      if (tokens[from - 1]?.text !== '(' || !/^\p{Lu}[\p{Lu}&.-]+$/u.test(name)) continue;
      const long = found.find(
        (other) =>
          other !== entity &&
          other.known === null &&
          other.type !== 'Person' &&
          other.mentions.some(({ to }) => to === from - 1),
      );
      if (!long || entity.known !== null) continue;
      long.mentions.push(...entity.mentions);
      long.mentions.sort((a, b) => a.from - b.from);
      entity.mentions = [];
      break;
    }
  }
}

function giveIds(found: FoundEntity[], taken: Set<string>): void {
  for (const entity of found) {
    if (entity.known !== null) continue;
    const slug = slugOf(entity.name) || `entity-${found.indexOf(entity) + 1}`;
    let id = slug;
    for (let nth = 2; taken.has(id); nth++) id = `${slug}-${nth}`;
    taken.add(id);
    entity.id = id;
  }
}

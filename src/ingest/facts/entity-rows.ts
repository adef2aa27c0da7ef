import type { AuthorityRecord } from '../../model/annotation.ts';
import { plainForms } from '../../model/name-key.ts';
import { type EntityName, entityNames } from './entity-names.ts';
import { digest, filled } from './facts.ts';

export interface EntityRow {
  id: string;
  type: AuthorityRecord['type'];
  properties: Record<string, string | string[] | null>;
  /** Only a name that is shared says so. */
  names: { key: string; text: string; kind: string; shared?: true }[];
  country: string | null;
  hash: string;
  /** Whether drafts alone know it. */
  isDraft?: true;
}

/** An authority record as it is written: each spelling of a name once, under the key that names are compared by. */
export function entityRow(record: AuthorityRecord): EntityRow {
  const aliases = record.aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text));
  const names = entityNames(record);
  const properties = {
    type: record.type,
    name: record.name,
    // A name that is shared is marked by an alias which is spelled alike.
    aliases: filled(aliases.filter((alias) => alias !== record.name)),
    iso3166: record.iso3166,
    wikidata: record.wikidata,
    description: record.description,
    nameWords: searchForms(names),
  };
  const row = {
    id: record.id,
    type: record.type,
    properties,
    names: names.map(({ key, text, kind, isShared }) => ({
      ...{ key, text, kind },
      ...(isShared && { shared: true as const }),
    })),
    country: record.country,
  };
  return { ...row, hash: digest(row), ...(record.review === 'draft' && { isDraft: true as const }) };
}

/** The forms by which a full-text search finds names however they are written: their words, and those as one word. */
export const searchForms = (names: Pick<EntityName, 'key'>[]): string[] =>
  [...new Set(names.flatMap(({ key }) => Object.values(plainForms(key))))].sort();

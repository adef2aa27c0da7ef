import type { AuthorityRecord } from '../../model/annotation.ts';
import { entityNames } from './entity-names.ts';
import { digest, filled } from './facts.ts';

export interface EntityRow {
  id: string;
  type: AuthorityRecord['type'];
  properties: Record<string, string | string[] | null>;
  /** Only a name that is shared says so. */
  names: { key: string; text: string; kind: string; shared?: true }[];
  country: string | null;
  hash: string;
}

/** An authority record as it is written: each spelling of a name once, under the key that names are compared by. */
export function entityRow(record: AuthorityRecord): EntityRow {
  const aliases = record.aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text));
  const properties = {
    type: record.type,
    name: record.name,
    // A name that is shared is marked by an alias which is spelled alike.
    aliases: filled(aliases.filter((alias) => alias !== record.name)),
    iso3166: record.iso3166,
    wikidata: record.wikidata,
    description: record.description,
  };
  const row = {
    id: record.id,
    type: record.type,
    properties,
    names: entityNames(record).map(({ key, text, kind, isShared }) => ({
      ...{ key, text, kind },
      ...(isShared && { shared: true as const }),
    })),
    country: record.country,
  };
  return { ...row, hash: digest(row) };
}

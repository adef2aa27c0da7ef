import type { AuthorityRecord } from '../../model/annotation.ts';
import { nameKey } from '../../model/name-key.ts';
import { digest, filled } from './facts.ts';

export interface EntityRow {
  id: string;
  type: AuthorityRecord['type'];
  properties: Record<string, string | string[] | null>;
  names: { key: string; text: string; kind: string }[];
  country: string | null;
  hash: string;
}

/** An authority record as it is written: each spelling of a name once, under the key that names are compared by. */
export function entityRow(record: AuthorityRecord): EntityRow {
  const aliases = record.aliases.map((alias) =>
    typeof alias === 'string' ? { text: alias, kind: 'name' } : alias,
  );
  const names = new Map<string, EntityRow['names'][number]>();
  for (const { text, kind } of [{ text: record.name, kind: 'name' }, ...aliases]) {
    const key = nameKey(text);
    if (!names.has(key)) names.set(key, { key, text, kind });
  }
  const properties = {
    type: record.type,
    name: record.name,
    aliases: filled(aliases.map(({ text }) => text)),
    iso3166: record.iso3166,
    wikidata: record.wikidata,
    description: record.description,
  };
  const row = {
    id: record.id,
    type: record.type,
    properties,
    names: [...names.values()],
    country: record.country,
  };
  return { ...row, hash: digest(row) };
}

import type { AuthorityRecord } from '../../model/annotation.ts';
import { nameKey } from '../../model/name-key.ts';

/** An entity as the graph holds it. */
export interface StoredEntity {
  id: string;
  properties: Record<string, unknown>;
  names: { key: string; text: string; kind: string; shared?: boolean }[];
  country: string | null;
}

/** The authority record that an entity of the graph was written from; what it leaves out is left out. */
export function authorityRecord({ id, properties, names, country }: StoredEntity): Partial<AuthorityRecord> {
  const { type, name, iso3166, wikidata, description } = properties as Partial<AuthorityRecord>;
  const marks = new Map(names.map((one) => [one.key, one]));
  const isNameShared = marks.get(nameKey(name!))?.shared === true;
  const texts = [...((properties.aliases ?? []) as string[]), ...(isNameShared ? [name!] : [])];
  const aliases = texts.map((text) => {
    const { kind = 'name', shared = false } = marks.get(nameKey(text)) ?? {};
    return kind === 'name' && !shared ? text : { text, kind, ...(shared && { shared: true }) };
  }) as AuthorityRecord['aliases'];
  return {
    id,
    type,
    name,
    ...(aliases.length > 0 && { aliases }),
    ...(iso3166 && { iso3166 }),
    ...(wikidata && { wikidata }),
    ...(country && { country }),
    ...(description && { description }),
  };
}

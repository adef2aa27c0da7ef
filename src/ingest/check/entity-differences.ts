import type { EntityRow } from '../facts/entity-rows.ts';

/** An entity as far as its record says it. */
export type EntityDescription = Pick<EntityRow, 'properties' | 'names' | 'country'>;

/** A field that two descriptions have differently, and what the other one has. */
export interface Difference {
  field: string;
  there: string;
}

/** The fields in which two descriptions of an entity differ; the order of its names makes no difference. */
export function entityDifferences(here: EntityDescription, there: EntityDescription): Difference[] {
  const [one, other] = [fieldsOf(here), fieldsOf(there)];
  return Object.keys(one)
    .filter((field) => one[field] !== other[field])
    .map((field) => ({ field, there: other[field]! }));
}

function fieldsOf({ properties, names, country }: EntityDescription): Record<string, string> {
  const { aliases: _aliases, ...values } = properties;
  const aliases = names
    .filter(({ text }) => text !== properties.name)
    .map(({ text, kind, shared }) =>
      [text, ...(kind === 'name' ? [] : [kind]), ...(shared ? ['shared'] : [])].join(' as '),
    )
    .sort();
  const fields = ['type', 'name', 'iso3166', 'wikidata', 'description'];
  const isNameShared = names.some(({ text, shared }) => shared && text === properties.name);
  return {
    ...Object.fromEntries(fields.map((field) => [field, JSON.stringify(values[field] ?? null)])),
    ...(isNameShared && { name: `${JSON.stringify(properties.name)} as shared` }),
    country: country ?? 'null',
    aliases: `[${aliases.join(', ')}]`,
  };
}

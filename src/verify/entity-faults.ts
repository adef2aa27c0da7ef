import { entityRow } from '../ingest/facts/entity-rows.ts';
import type { AuthorityRecord } from '../model/annotation.ts';
import { nameKey } from '../model/name-key.ts';
import { unknownProperties } from './fact-faults.ts';
import { differences } from './finding.ts';

export interface RecordRow {
  id: string;
  labels: string[];
  properties: Record<string, unknown>;
  /** In the order of their keys. */
  names: { key: string; text: string; kind: string }[];
  countries: { id: string; labels: string[] }[];
}

/** What is wrong with an authority record, its names and the country that it belongs to. */
export function entityFaults({ id, labels, properties, names, countries }: RecordRow): string[] {
  const kinds = new Map(names.map(({ key, kind }) => [key, kind]));
  const row = entityRow({
    id,
    ...properties,
    aliases: ((properties.aliases ?? []) as string[]).map((text) => ({
      text,
      kind: kinds.get(nameKey(text)) ?? 'name',
    })),
    iso3166: properties.iso3166 ?? null,
    wikidata: properties.wikidata ?? null,
    description: properties.description ?? null,
    country: countries[0]?.id ?? null,
  } as AuthorityRecord);
  return [
    ...unknownProperties('Entity', properties),
    ...differences({ labels: labels.toSorted() }, { labels: ['Entity', row.type].toSorted() }),
    ...differences({ names: shownNames(names) }, { names: shownNames(row.names) }),
    ...(countries.length > 1 ? [`BELONGS_TO is there ${countries.length} times`] : []),
    ...(countries.every((country) => country.labels.includes('Country'))
      ? []
      : ['BELONGS_TO leads to no country']),
    ...(row.hash === properties.hash ? [] : ['its hash is not that of its values, names and country']),
  ];
}

const shownNames = (names: RecordRow['names']) =>
  names.map(({ key, text, kind }) => `${key} = ${text} (${kind})`).sort();

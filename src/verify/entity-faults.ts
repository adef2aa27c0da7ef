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
  names: { key: string; text: string; kind: string; shared: boolean }[];
  countries: { id: string; labels: string[] }[];
}

/** What is wrong with an authority record, its names and the country that it belongs to. */
export function entityFaults({ id, labels, properties, names, countries }: RecordRow): string[] {
  const marks = new Map(names.map(({ key, kind, shared }) => [key, { kind, ...(shared && { shared }) }]));
  const name = String(properties.name);
  const isNameShared = names.some(({ text, shared }) => shared && text === name);
  const row = entityRow({
    id,
    ...properties,
    aliases: [...((properties.aliases ?? []) as string[]), ...(isNameShared ? [name] : [])].map((text) => ({
      text,
      kind: 'name',
      ...marks.get(nameKey(text)),
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

const shownNames = (names: (Omit<RecordRow['names'][number], 'shared'> & { shared?: boolean })[]) =>
  names.map(({ key, text, kind, shared }) => `${key} = ${text} (${kind}${shared ? ', shared' : ''})`).sort();

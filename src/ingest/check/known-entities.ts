import { Authority, type AuthorityRecord } from '../../model/annotation.ts';
import type { Fault } from '../../model/fault.ts';
import { nearest } from '../../model/nearest.ts';
import { entityRow } from '../facts/entity-rows.ts';
import type { Inputs } from '../read/article-input.ts';
import { type CheckedDocument, isWritten, parseYaml } from './check-document.ts';
import { entityDifferences } from './entity-differences.ts';
import type { KnownEntities } from './reference-faults.ts';
import { type DescribedEntities, sharedNameFaults } from './shared-name-faults.ts';

/** The entities that the authority files describe; what is wrong in them is added to the faults. */
export function knownEntities(files: Inputs['authorities'], faults: Fault[]): KnownEntities<AuthorityRecord> {
  const parsed = files.map(({ file, text }) => (text === null ? null : parseYaml(file, text, Authority)));
  const known = {
    records: new Map<string, AuthorityRecord>(),
    doubtful: new Set(parsed.flatMap((file) => file?.ids('entities') ?? [])),
    complete: parsed.every((file) => file?.data),
  };
  const places = new Map<string, { record: AuthorityRecord; document: Document; place: string }>();
  const described: DescribedEntities[] = [];
  for (const [at, document] of parsed.entries()) {
    faults.push(...(document?.faults ?? []));
    if (!document?.data) continue;
    described.push({ document, records: document.data.entities });
    for (const [index, record] of document.data.entities.entries()) {
      if (!isWritten(document, ['entities', index])) continue;
      const earlier = places.get(record.id);
      if (earlier?.document === document) faults.push(...duplicateEntityFault(document, index, record.id));
      else if (earlier) faults.push(...differenceFaults(document, index, record, earlier));
      const place = `${files[at]!.file}:${document.line(['entities', index])}`;
      places.set(record.id, { record, document, place });
      known.records.set(record.id, record);
    }
  }
  faults.push(...sharedNameFaults(described));
  for (const { document, records } of described) faults.push(...countryFaults(document, records, known));
  return known;
}

type Document = CheckedDocument<{ entities: AuthorityRecord[] }>;

/** The fault of a record that an earlier file has, and describes differently; a copy is no fault. */
function differenceFaults(
  document: Document,
  index: number,
  record: AuthorityRecord,
  earlier: { record: AuthorityRecord; place: string },
): Fault[] {
  const differences = entityDifferences(entityRow(record), entityRow(earlier.record));
  if (differences.length === 0) return [];
  return document.fault(
    ['entities', index],
    `${record.id} is described differently by ${earlier.place}: ${differences.map(({ field }) => field).join(', ')}`,
    { expected: `${differences.map(({ field, there }) => `${field}: ${there}`).join('; ')}; or another id` },
  );
}

/** The fault of a record whose id an earlier one has. */
export const duplicateEntityFault = (file: CheckedDocument<unknown>, index: number, id: string): Fault[] =>
  file.fault(['entities', index, 'id'], `the id ${id} is described twice`, {
    expected: 'each entity once, or another id',
  });

/** Each country of a record that is none. */
export function countryFaults(
  file: CheckedDocument<unknown>,
  records: AuthorityRecord[],
  known: KnownEntities,
): Fault[] {
  const countries = [...known.records.values()].filter(({ type }) => type === 'Country').map(({ id }) => id);
  return records.flatMap(({ country }, index) => {
    const isKnown = country === null || countries.includes(country);
    if (isKnown || (!known.records.has(country) && (known.doubtful.has(country) || !known.complete)))
      return [];
    return file.fault(['entities', index, 'country'], `there is no country ${JSON.stringify(country)}`, {
      expected: 'the id of a Country',
      nearest: nearest(country, countries),
    });
  });
}

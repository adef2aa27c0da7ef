import { Authority, type AuthorityRecord } from '../../model/annotation.ts';
import type { Fault } from '../../model/fault.ts';
import { nearest } from '../../model/nearest.ts';
import type { Inputs } from '../read/article-input.ts';
import { type CheckedDocument, isWritten, parseYaml } from './check-document.ts';
import type { KnownEntities } from './reference-faults.ts';

/** The entities that the authority files describe; what is wrong in them is added to the faults. */
export function knownEntities(files: Inputs['authorities'], faults: Fault[]): KnownEntities<AuthorityRecord> {
  const parsed = files.map(({ file, text }) => (text === null ? null : parseYaml(file, text, Authority)));
  const known = {
    records: new Map<string, AuthorityRecord>(),
    doubtful: new Set(parsed.flatMap((file) => file?.ids('entities') ?? [])),
    complete: parsed.every((file) => file?.data),
  };
  for (const file of parsed) {
    faults.push(...(file?.faults ?? []));
    for (const [index, record] of file?.data?.entities.entries() ?? []) {
      if (!isWritten(file!, ['entities', index])) continue;
      if (known.records.has(record.id)) {
        faults.push(...duplicateEntityFault(file!, index, record.id));
      }
      known.records.set(record.id, record);
    }
  }
  for (const file of parsed) if (file?.data) faults.push(...countryFaults(file, file.data.entities, known));
  return known;
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

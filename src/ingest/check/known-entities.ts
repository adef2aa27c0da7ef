import { Authority, type AuthorityRecord } from '../../model/annotation.ts';
import type { FaultList } from '../../model/fault-list.ts';
import { nearest } from '../../model/nearest.ts';
import { entityRow } from '../facts/entity-rows.ts';
import type { Inputs } from '../read/article-input.ts';
import { type CheckedDocument, isWritten, parseYaml } from './check-document.ts';
import type { KnownEntities } from './check-references.ts';
import { checkSharedNames, type DescribedEntities } from './check-shared-names.ts';
import { entityDifferences } from './entity-differences.ts';

/** The entities that the authority files describe; what is wrong in them is added to the faults. */
export function knownEntities(
  files: Inputs['authorities'],
  faults: FaultList,
): KnownEntities<AuthorityRecord> {
  const parsed = files.map(({ file, text }) =>
    text === null ? null : parseYaml(file, text, Authority, faults),
  );
  const known = {
    records: new Map<string, AuthorityRecord>(),
    doubtful: new Set(parsed.flatMap((file) => file?.ids('entities') ?? [])),
    complete: parsed.every((file) => file?.data),
  };
  const places = new Map<string, { record: AuthorityRecord; document: Document; place: string }>();
  const described: DescribedEntities[] = [];
  for (const [at, document] of parsed.entries()) {
    if (!document?.data) continue;
    described.push({ document, records: document.data.entities });
    for (const [index, record] of document.data.entities.entries()) {
      if (!isWritten(document, ['entities', index])) continue;
      const earlier = places.get(record.id);
      if (earlier?.document === document) reportDuplicate(document, index, record.id);
      else if (earlier) reportDifference(document, index, record, earlier);
      const place = `${files[at]!.file}:${document.line(['entities', index])}`;
      places.set(record.id, { record, document, place });
      const isReviewed = earlier !== undefined && earlier.record.review === undefined;
      known.records.set(record.id, isReviewed ? { ...record, review: undefined } : record);
    }
  }
  checkSharedNames(described);
  for (const { document, records } of described) checkCountries(document, records, known);
  return known;
}

type Document = CheckedDocument<{ entities: AuthorityRecord[] }>;

/** Reports a record that an earlier file has, and describes differently; a copy is no fault. */
function reportDifference(
  document: Document,
  index: number,
  record: AuthorityRecord,
  earlier: { record: AuthorityRecord; place: string },
): void {
  const differences = entityDifferences(entityRow(record), entityRow(earlier.record));
  if (differences.length === 0) return;
  document.report(
    ['entities', index],
    `${record.id} is described differently by ${earlier.place}: ${differences.map(({ field }) => field).join(', ')}`,
    { expected: `${differences.map(({ field, there }) => `${field}: ${there}`).join('; ')}; or another id` },
  );
}

/** Reports a record whose id an earlier one has. */
export const reportDuplicate = (file: CheckedDocument<unknown>, index: number, id: string): void =>
  file.report(['entities', index, 'id'], `the id ${id} is described twice`, {
    expected: 'each entity once, or another id',
  });

/** Reports each country of a record that is none. */
export function checkCountries(
  file: CheckedDocument<unknown>,
  records: AuthorityRecord[],
  known: KnownEntities,
): void {
  for (const [index, { country }] of records.entries()) {
    if (country === null || known.records.get(country)?.type === 'Country') continue;
    if (!known.records.has(country) && (known.doubtful.has(country) || !known.complete)) continue;
    file.report(['entities', index, 'country'], `there is no country ${JSON.stringify(country)}`, () => ({
      expected: 'the id of a Country',
      nearest: nearest(country, countryIds(known)),
    }));
  }
}

const countryIds = ({ records }: KnownEntities) =>
  [...records.values()].filter(({ type }) => type === 'Country').map(({ id }) => id);

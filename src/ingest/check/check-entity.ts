import { AuthorityRecord } from '../../model/annotation.ts';
import { FaultList } from '../../model/fault-list.ts';
import { entityNames } from '../facts/entity-names.ts';
import { type EntityRow, entityRow } from '../facts/entity-rows.ts';
import { BODY } from './body.ts';
import { type CheckedDocument, checkDocument } from './check-document.ts';
import { checkSharedNames } from './check-shared-names.ts';
import type { KnownGraph } from './check-submission.ts';
import { InputError } from './input-error.ts';
import { checkCountries } from './known-entities.ts';

/**
 * Holds an entity that is sent alone to what the command line holds the entries of `entities.yaml` to.
 * @throws InputError with its faults.
 */
export async function checkEntity(body: unknown, graph: KnownGraph): Promise<EntityRow> {
  const faults = new FaultList();
  const document = checkDocument(
    { file: BODY },
    { value: body, errors: [], line: () => undefined },
    AuthorityRecord,
    faults,
  );
  const record = faults.count === 0 ? document.data : null;
  if (record) {
    const alone = asEntry(document);
    const keys = entityNames(record).map(({ key }) => key);
    checkSharedNames([{ document: alone, records: [record] }], await graph.nameBearers(keys, [record.id]));
    const { country } = record;
    if (record.review)
      document.report(['review'], 'is that of an entity of drafts, which come with an article', {
        expected: 'no such field: what is sent by itself counts as reviewed',
      });
    const records = country === null ? new Map() : await graph.entities([country]);
    checkCountries(alone, [record], { records, doubtful: new Set(), complete: true });
  }
  if (faults.count > 0) throw new InputError(faults);
  return entityRow(record!);
}

/** What checks of a list of entities report at its first entry is reported at the body itself. */
const asEntry = (document: CheckedDocument<unknown>): CheckedDocument<unknown> => ({
  ...document,
  report: ([, , ...path], ...rest) => document.report(path, ...rest),
});

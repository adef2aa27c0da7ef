import type { AuthorityRecord } from '../../model/annotation.ts';
import { FaultList } from '../../model/fault-list.ts';
import { readText } from '../read/read-text.ts';
import { InputError } from './input-error.ts';
import { knownEntities } from './known-entities.ts';

/**
 * The entities of authority files.
 * @throws InputError with what is wrong in them.
 */
export function readAuthority(files: readonly string[]): AuthorityRecord[] {
  const faults = new FaultList();
  const texts = files.map((file) => ({ file, text: readText(file, (fault) => faults.add(() => fault)) }));
  const known = knownEntities(texts, faults);
  if (faults.count > 0) throw new InputError(faults);
  return [...known.records.values()];
}

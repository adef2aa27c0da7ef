import type { ManagedTransaction } from 'neo4j-driver';
import { plainForms } from '../../model/name-key.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import { Tally } from '../tally.ts';
import { moveVersion, noteChanges, type Run, runner } from './locked-write.ts';
import { mergeEntities } from './merge-entities.ts';

/**
 * Writes the authority records that are new or changed, within a transaction.
 * @param isProvisional of entities that an article brings along, whether one goes with the last article that uses it, if it
 *   is new. By default they belong to the authority, and stay.
 */
export async function replaceEntities(
  transaction: ManagedTransaction,
  rows: EntityRow[],
  isProvisional?: (id: string) => boolean,
): Promise<Tally> {
  const tally = new Tally();
  const run = runner(transaction);
  let isMoved = false;
  let existing = await existingEntities(run, rows);
  const isChanged = ({ id, hash }: EntityRow) => existing.get(id)?.hash !== hash;
  const isAdopted = ({ id }: EntityRow) => !isProvisional && existing.get(id)?.provisional === true;
  if (rows.some((row) => isChanged(row) || isAdopted(row))) {
    await moveVersion(transaction);
    isMoved = true;
    existing = await existingEntities(run, rows);
  }
  const changed = rows.filter(isChanged);
  if (isMoved) noteChanges(transaction, { entities: changed.map(({ id }) => id) });
  for (const row of rows) {
    const known = existing.get(row.id);
    const change = !known ? 'created' : known.hash === row.hash ? 'unchanged' : 'updated';
    tally.add('nodes', row.type, change);
    tally.add('relationships', 'NAMES', change, row.names.length);
    if (row.country !== null) tally.add('relationships', 'BELONGS_TO', change);
  }
  if (changed.length > 0) {
    // A record is that of an entity of its own, whatever this was merged into.
    await run('separate-entities');
    await run('write-entities', { rows: changed.map(withPlainForms) });
    const belonging = changed.filter(({ country }) => country !== null);
    await run('write-entity-countries', { rows: belonging });
    await run('remove-unused-names');
    await mergeEntities(run);
  }
  const marked = isProvisional
    ? changed.filter(({ id }) => !existing.has(id) && isProvisional(id))
    : rows.filter(isAdopted);
  const provisional = isProvisional !== undefined;
  if (marked.length > 0) await run('set-provisional', { ids: marked.map(({ id }) => id), provisional });
  return tally;
}

const withPlainForms = ({ names, ...row }: EntityRow) => ({
  ...row,
  names: names.map((name) => ({ ...name, ...plainForms(name.key) })),
});

interface ExistingEntity {
  id: string;
  hash: string;
  provisional: boolean | null;
}

async function existingEntities(run: Run, rows: EntityRow[]): Promise<Map<string, ExistingEntity>> {
  const existing = await run<ExistingEntity>('existing-entities', { ids: rows.map(({ id }) => id) });
  return new Map(existing.map((entity) => [entity.id, entity]));
}

export async function existingHashes(run: Run, rows: EntityRow[]): Promise<Map<string, string>> {
  const existing = await existingEntities(run, rows);
  return new Map([...existing].map(([id, { hash }]) => [id, hash]));
}

import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../db/client.ts';
import { plainForms } from '../../model/name-key.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import { Tally } from '../tally.ts';
import { moveVersion, type Run, runner, writeLocked } from './locked-write.ts';

/** Writes the authority records that are new or changed, all in one transaction. */
export const writeEntities = (graph: Graph, rows: EntityRow[]): Promise<Tally> =>
  writeLocked(graph, (transaction) => replaceEntities(transaction, rows));

/** The same within a transaction. */
export async function replaceEntities(transaction: ManagedTransaction, rows: EntityRow[]): Promise<Tally> {
  const tally = new Tally();
  const run = runner(transaction);
  let hashes = await existingHashes(run, rows);
  const isChanged = ({ id, hash }: EntityRow) => hashes.get(id) !== hash;
  if (rows.some(isChanged)) {
    await moveVersion(transaction);
    hashes = await existingHashes(run, rows);
  }
  const changed = rows.filter(isChanged);
  for (const row of rows) {
    const change = !hashes.has(row.id)
      ? 'created'
      : hashes.get(row.id) === row.hash
        ? 'unchanged'
        : 'updated';
    tally.add('nodes', row.type, change);
    tally.add('relationships', 'NAMES', change, row.names.length);
    if (row.country !== null) tally.add('relationships', 'BELONGS_TO', change);
  }
  if (changed.length > 0) {
    await run('write-entities', { rows: changed.map(withPlainForms) });
    const belonging = changed.filter(({ country }) => country !== null);
    await run('write-entity-countries', { rows: belonging });
    await run('remove-unused-names');
  }
  return tally;
}

const withPlainForms = ({ names, ...row }: EntityRow) => ({
  ...row,
  names: names.map((name) => ({ ...name, ...plainForms(name.key) })),
});

export async function existingHashes(run: Run, rows: EntityRow[]): Promise<Map<unknown, unknown>> {
  const existing = await run('existing-entities', { ids: rows.map(({ id }) => id) });
  return new Map(existing.map(({ id, hash }) => [id, hash]));
}

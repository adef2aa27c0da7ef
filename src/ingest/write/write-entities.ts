import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../db/client.ts';
import { draftTransaction, isOfDrafts } from '../../db/drafts.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import type { Tally } from '../tally.ts';
import { copyEntities } from './draft-entities.ts';
import { runner, writeLocked } from './locked-write.ts';
import { existingHashes, replaceEntities } from './replace-entities.ts';

/** Writes the authority records that are new or changed, all in one transaction; of a graph for drafts, those that drafts alone have. */
export const writeEntities = (graph: Graph, rows: EntityRow[]): Promise<Tally> =>
  writeLocked(graph, (transaction) =>
    isOfDrafts(transaction) ? copyEntities(transaction, [], rows) : writeAuthority(transaction, rows),
  );

/**
 * The same of the authority within a transaction; what drafts use of it is made the same.
 * @param isProvisional of entities that an article brings along, see `replaceEntities`.
 */
export async function writeAuthority(
  transaction: ManagedTransaction,
  rows: EntityRow[],
  isProvisional?: (id: string) => boolean,
): Promise<Tally> {
  const tally = await replaceEntities(transaction, rows, isProvisional);
  if (tally.total('created') + tally.total('updated') === 0) return tally;
  const ofDrafts = draftTransaction(transaction);
  const copies = await existingHashes(runner(ofDrafts), rows);
  if (copies.size > 0)
    await copyEntities(
      ofDrafts,
      [],
      rows.filter(({ id }) => copies.has(id)),
    );
  return tally;
}

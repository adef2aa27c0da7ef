import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../db/client.ts';
import { draftTransaction } from '../../db/drafts.ts';
import { AuthorityRecord } from '../../model/annotation.ts';
import { nameKey } from '../../model/name-key.ts';
import { authorityRecord, type StoredEntity } from '../facts/authority-record.ts';
import { type EntityRow, entityRow } from '../facts/entity-rows.ts';
import { copyEntities } from '../write/draft-entities.ts';
import { runner, writeLocked } from '../write/locked-write.ts';
import { writeAuthority } from '../write/write-entities.ts';

/** Entities that are read and written together. */
const BATCH = 500;

/**
 * Lifts a graph of model 8: names are compared by other keys, so that entities with such names are written anew. What articles
 * mention stays as it was found when they were loaded.
 */
export async function liftFrom8(graph: Graph, onProgress: (text: string) => void): Promise<void> {
  let done = 0;
  for (const write of [writeDrafts, writeReviewed]) {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const ids: string[] = await writeLocked(graph, async (transaction) => {
        const written = await write(transaction, after!);
        await runner(transaction)('keep-model', { model: 8 });
        return written;
      });
      after = ids.at(-1);
      done += ids.length;
      if (ids.length > 0) onProgress(`${done} entities named anew`);
    }
  }
}

async function writeReviewed(transaction: ManagedTransaction, after: string): Promise<string[]> {
  const rows = await entitiesBehind(transaction, after);
  await writeAuthority(transaction, rows, () => true);
  return rows.map(({ id }) => id);
}

async function writeDrafts(transaction: ManagedTransaction, after: string): Promise<string[]> {
  const ofDrafts = draftTransaction(transaction);
  const rows = await entitiesBehind(ofDrafts, after);
  await copyEntities(ofDrafts, [], rows);
  return rows.map(({ id }) => id);
}

async function entitiesBehind(transaction: ManagedTransaction, after: string): Promise<EntityRow[]> {
  const stored = await runner(transaction)<StoredEntity>('export-entities', { after, limit: BATCH });
  return stored.map(({ names, ...entity }) => {
    const named = names.map((name) => ({ ...name, key: nameKey(name.text) }));
    return entityRow(AuthorityRecord.parse(authorityRecord({ ...entity, names: named })));
  });
}

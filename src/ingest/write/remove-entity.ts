import type { ManagedTransaction } from 'neo4j-driver';
import type { Graph } from '../../db/client.ts';
import { assertModelNumber } from '../../db/model-number.ts';
import type { Fault } from '../../model/fault.ts';
import { assertPrecondition, type Precondition } from '../../model/revision.ts';
import { usesFaults, usesOf } from './entity-uses.ts';
import { moveVersion, noteChanges, runner, writeLocked } from './locked-write.ts';

/** Something uses an entity that is to be removed. */
export class EntityInUse extends Error {
  readonly uses: Fault[];

  constructor(uses: Fault[]) {
    super('the entity is in use');
    this.uses = uses;
  }
}

/**
 * Removes an entity that nothing uses, with its names; false where there is none.
 * @param precondition which revision of it has to be there.
 * @throws EntityInUse that says what uses it; PreconditionFailed; ModelNumberError where the graph is of another model.
 */
export async function removeEntity(graph: Graph, id: string, precondition?: Precondition): Promise<boolean> {
  await assertModelNumber(graph);
  return writeLocked(graph, async (transaction) => {
    const run = runner(transaction);
    const isThere = async () => (await run<{ hash: string }>('existing-entities', { ids: [id] }))[0];
    if (!(await isThere())) return false;
    await moveVersion(transaction);
    const found = await isThere();
    if (!found) return false;
    if (precondition) assertPrecondition(precondition, `entity ${JSON.stringify(id)}`, found.hash);
    const uses = usesFaults(await usesOf(run, id));
    if (uses.length > 0) throw new EntityInUse(uses);
    await removeEntities(transaction, [id]);
    noteChanges(transaction, { entities: [id] });
    return true;
  });
}

/** Removes entities that nothing uses, under the lock of the version. */
async function removeEntities(transaction: ManagedTransaction, ids: string[]): Promise<void> {
  const run = runner(transaction);
  for (const id of ids) await run('remove-entity', { id });
}

interface UnusedEntity {
  id: string;
  country: string | null;
}

/**
 * Removes those entities that came with an article and that nothing uses any more, under the lock of the version.
 * @param ids the entities that articles used that were removed or replaced.
 * @returns those that were removed.
 */
export async function removeUnusedEntities(
  transaction: ManagedTransaction,
  ids: string[],
): Promise<string[]> {
  const removed: string[] = [];
  // What belongs to a country uses it, so that the country comes afterwards.
  for (let left = ids; left.length > 0; ) {
    const unused = await runner(transaction)<UnusedEntity>('unused-entities', { ids: left });
    await removeEntities(
      transaction,
      unused.map(({ id }) => id),
    );
    removed.push(...unused.map(({ id }) => id));
    left = unused.flatMap(({ country }) => country ?? []);
  }
  return removed;
}

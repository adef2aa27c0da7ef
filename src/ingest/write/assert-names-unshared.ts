import { type Graph, write } from '../../db/client.ts';
import type { Fault } from '../../model/fault.ts';
import { FaultList } from '../../model/fault-list.ts';
import { placeOf } from '../../model/field-path.ts';
import { InputError } from '../check/input-error.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import { type Run, runner } from './locked-write.ts';
import { existingHashes } from './replace-entities.ts';

/**
 * Looks for names that entities of the graph bear which are no part of these, before anything is written.
 * @throws InputError that names each of them.
 */
export async function assertNamesUnshared(graph: Graph, entities: EntityRow[]): Promise<void> {
  const faults = await write(graph, async (transaction) => {
    const run = runner(transaction);
    const hashes = await existingHashes(run, entities);
    const isChanged = ({ id, hash }: EntityRow) => hashes.get(id) !== hash;
    const taken = await takenNames(run, entities.filter(isChanged), entities);
    return taken
      .filter(({ isFirstName }) => !isFirstName)
      .map((name) => takenNameFault('entities.yaml', entities, name));
  });
  if (faults.length > 0) throw new InputError(FaultList.of(faults));
}

interface TakenName {
  entity: EntityRow;
  text: string;
  kind: string;
  /** Who bears it in the graph. */
  by: string;
  /** Whether it is the first name of both. */
  isFirstName: boolean;
}

/**
 * The names of entities, without those that they share, that others in the graph bear without sharing them.
 * @param all what is no other, these included.
 */
export async function takenNames(run: Run, entities: EntityRow[], all = entities): Promise<TakenName[]> {
  const asked = entities.flatMap((entity) =>
    entity.names.filter(({ shared }) => !shared).map((name) => ({ ...name, entity })),
  );
  if (asked.length === 0) return [];
  const rows = await run<{ key: string; id: string; isFirstName: boolean }>('name-bearers', {
    keys: asked.map(({ key }) => key),
    except: all.map(({ id }) => id),
  });
  const bearers = new Map(rows.map((row) => [row.key, row]));
  return asked.flatMap(({ key, text, kind, entity }) => {
    const bearer = bearers.get(key);
    if (!bearer) return [];
    const isFirstName = bearer.isFirstName && text === entity.properties.name;
    return { entity, text, kind, by: bearer.id, isFirstName };
  });
}

/** @param entities the list of the file that the name stands in. */
export const takenNameFault = (
  file: string,
  entities: EntityRow[],
  { entity, text, kind, by }: TakenName,
): Fault => ({
  file,
  ...placeOf(['entities', entities.indexOf(entity)]),
  detail: `${JSON.stringify(text)} of ${entity.id} is a name of ${by} in the graph already, which it would no longer find`,
  expected: `another name, or { text: ${text}, kind: ${kind}, shared: true }`,
});

import type { Graph } from '../../db/client.ts';
import { assertModelNumber } from '../../db/model-number.ts';
import { aOrAn } from '../../model/a-or-an.ts';
import { FaultList } from '../../model/fault-list.ts';
import { readJsonBytes } from '../../model/read-json.ts';
import { assertPrecondition, type Precondition, revisionOf } from '../../model/revision.ts';
import { BODY } from '../check/body.ts';
import { checkEntity } from '../check/check-entity.ts';
import { entityDifferences } from '../check/entity-differences.ts';
import { withPathId } from '../check/with-path-id.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import { takenNames } from './assert-names-unshared.ts';
import { Conflict } from './conflict.ts';
import { dryRunnable } from './dry-run.ts';
import { usesFaults, usesOf } from './entity-uses.ts';
import { knownGraph } from './known-graph.ts';
import { moveVersion, type Run, runner, writeLocked } from './locked-write.ts';
import { renderStatements } from './render-statements.ts';
import { existingHashes } from './replace-entities.ts';
import { writeAuthority } from './write-entities.ts';

export interface EntityOutcome {
  id: string;
  outcome: 'created' | 'replaced' | 'unchanged';
  revision: string;
}

export interface EntityOptions {
  /** Finds out what would be written, and writes nothing. */
  dryRun: boolean;
  /** Of what is sent to the URL of an entity: its id, and what has to be there. Without it an entity that differs is a conflict. */
  replaces?: { id: string; precondition: Precondition };
}

/**
 * Checks an entity as the command line does, and writes it in one transaction. What is there as it is sent is left as it is.
 * @param bytes the entity as JSON in UTF-8.
 * @throws JsonError where it cannot be read; InputError with its faults; Conflict where the graph says otherwise;
 *   PreconditionFailed; ModelNumberError.
 */
export async function submitEntity(
  graph: Graph,
  bytes: Uint8Array,
  { dryRun, replaces }: EntityOptions,
): Promise<EntityOutcome> {
  await assertModelNumber(graph);
  const entity = await checkEntity(withPathId(readJsonBytes(bytes), replaces?.id), knownGraph(graph));
  const { id } = entity;
  const outcome = await dryRunnable<EntityOutcome>(dryRun, (finish) =>
    writeLocked(graph, async (transaction) => {
      const run = runner(transaction);
      const isSame = async () => (await existingHashes(run, [entity])).get(id) === entity.hash;
      const became = (outcome: EntityOutcome['outcome']) => ({
        id,
        outcome,
        revision: revisionOf(entity.hash),
      });
      if (await isSame()) {
        await writeAuthority(transaction, [entity]);
        return finish(became('unchanged'));
      }
      await moveVersion(transaction);
      const stored = await storedEntity(run, id);
      const differences = stored ? entityDifferences(entity, stored) : [];
      const isThere = stored !== undefined;
      if (replaces) assertPrecondition(replaces.precondition, `entity ${JSON.stringify(id)}`, stored?.hash);
      else if (differences.length > 0)
        throw conflict(
          `the entity ${id} is there already, described differently: ${differences.map(({ field }) => field).join(', ')}`,
          `${differences.map(({ field, there }) => `${field}: ${there}`).join('; ')}; or another id, or PUT to /v1/entities/${id}, which replaces it`,
        );
      if (stored && stored.type !== entity.type) await assertUnused(run, entity, stored.type);
      await assertStillSound(run, entity);
      await writeAuthority(transaction, [entity]);
      return finish(became(isThere ? 'replaced' : 'created'));
    }),
  );
  if (outcome.outcome === 'replaced' && !dryRun) await renderStatements(graph);
  return outcome;
}

type StoredEntity = EntityRow & { hash: string };

async function storedEntity(run: Run, id: string): Promise<StoredEntity | undefined> {
  const [row] = await run<StoredEntity & { properties: { hash: string; type: EntityRow['type'] } }>(
    'described-entities',
    { ids: [id] },
  );
  return row && { ...row, type: row.properties.type, hash: row.properties.hash };
}

/** Another writer may have given a name away, or removed the country, since it was checked. */
async function assertStillSound(run: Run, entity: EntityRow): Promise<void> {
  const [taken] = await takenNames(run, [entity]);
  if (taken)
    throw conflict(
      `${JSON.stringify(taken.text)} is a name of ${taken.by} in the graph already, which it would no longer find`,
      `another name, or { text: ${taken.text}, kind: ${taken.kind}, shared: true }`,
    );
  const { country } = entity;
  if (country === null) return;
  const rows = await run('existing-entities', { ids: [country] });
  if (rows.length === 0)
    throw conflict(`there is no country ${JSON.stringify(country)} any more`, 'the id of a Country');
}

/** What is said of a person cannot be said of a country. */
async function assertUnused(run: Run, { id, type }: EntityRow, was: string): Promise<void> {
  const uses = usesFaults(await usesOf(run, id));
  if (uses.length === 0) return;
  throw conflict(
    `the entity ${id} is ${aOrAn(was)} and cannot become ${aOrAn(type)} while something uses it: ${uses.map(({ detail }) => detail).join('; ')}`,
    `type: ${was}, or another id`,
  );
}

const conflict = (detail: string, expected: string) =>
  new Conflict(FaultList.of([{ file: BODY, detail, expected }]));

import { activeDecisions } from './decided-facts.ts';
import type { Run } from './locked-write.ts';

/** Makes entities go by others as the decisions that hold have it, and all others by themselves; under the lock of the version. */
export async function mergeEntities(run: Run): Promise<void> {
  const { merged } = await activeDecisions(run);
  await run('separate-entities');
  const rows = [...merged].map(([id, { id: into }]) => ({ id, into }));
  if (rows.length > 0) await run('merge-entities', { rows });
}

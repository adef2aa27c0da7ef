import type { StoredDecision } from '../facts/active-decisions.ts';
import { sameIdsOf } from '../facts/same-ids.ts';
import type { Run } from './locked-write.ts';

/** Notes by what ids statements and events went before decisions that hold. */
export async function writeFormerIds(run: Run, active: StoredDecision[]): Promise<void> {
  const same = sameIdsOf(active);
  const rows = (['statements', 'events'] as const).flatMap((of) =>
    [...same[of]].map(([id, shared]) => ({ of, id, to: shared.id })),
  );
  await run('write-former-ids', { rows });
}

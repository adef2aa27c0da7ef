import { inject } from 'vitest';
import type { SeededDatabase } from './global-setup.ts';

/** The database of this file of tests: one for all that only read, one for each worker that writes. */
export function testDatabase(): SeededDatabase {
  const databases = inject('databases');
  const worker = inject('writes') ? Number(process.env.VITEST_POOL_ID) - 1 : 0;
  return databases[worker]!;
}

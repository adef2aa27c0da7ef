import { expect, test } from 'vitest';
import { progressLine } from '../../src/ingest/progress.ts';

test.each([
  [1200, null, 2000, '1,200 statements, 600 a second'],
  [1000, 4000, 1000, '1,000 of 4,000 statements (25 %), 1,000 a second, 3 s left'],
  [1000, 1_000_000, 1000, '1,000 of 1,000,000 statements (0 %), 1,000 a second, 17 min left'],
  [100, 1_000_000, 1000, '100 of 1,000,000 statements (0 %), 100 a second, 2 h 47 min left'],
  [4000, 4000, 1000, '4,000 of 4,000 statements (100 %), 4,000 a second, 0 s left'],
  [0, 0, 1000, '0 of 0 statements (100 %), 0 a second'],
])('%d of %s statements after %d ms', (done, total, elapsed, line) => {
  expect(progressLine(done, total, elapsed)).toBe(line);
});

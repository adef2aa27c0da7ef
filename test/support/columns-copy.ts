import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { testDatabase } from './database.ts';

/** A folder with an index of the seed, as the graph of this run begins. To be removed by who asked for it. */
export function columnsCopy(): string {
  const { columns } = testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'on-record-columns-'));
  copyFileSync(columns, join(folder, basename(columns)));
  return folder;
}

import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COLUMNS } from '../limits.ts';
import { DAY_IN_MS } from '../model/day.ts';
import { ColumnStore } from './store.ts';

/** The files that this process has open: the lock that DuckDB puts on a file holds between processes alone. */
const open = new Set<string>();

/** A file that this service has to itself. */
export interface OwnFile {
  path: string;
  /** What is in the file, where there is one of this layout. */
  store?: ColumnStore;
  release(): void;
}

/**
 * Takes the first file of a graph that no other service has; a file of another layout, or of something else, is taken away.
 * @param folder made where it is missing.
 * @param seed of the graph.
 */
export async function takeFile(folder: string, seed: string): Promise<OwnFile> {
  mkdirSync(folder, { recursive: true });
  removeForgotten(folder);
  for (let nth = 0; nth < COLUMNS.files; nth++) {
    const path = join(folder, `${seed}-${nth}.duckdb`);
    if (open.has(path)) continue;
    open.add(path);
    const release = () => open.delete(path);
    try {
      const store = existsSync(path) ? await ColumnStore.open(path) : undefined;
      return { path, store, release };
    } catch (error) {
      if (!/lock/i.test(String(error))) {
        removeFile(path);
        return { path, release };
      }
      release();
    }
  }
  throw new Error(`All ${COLUMNS.files} files of the index of counts in ${folder} are in use.`);
}

/** Removes a file and what DuckDB keeps beside it. */
export function removeFile(path: string): void {
  for (const file of [path, `${path}.wal`, `${path}.tmp`]) rmSync(file, { recursive: true, force: true });
}

/** Removes the files of graphs that nobody has asked for in a long time. */
function removeForgotten(folder: string): void {
  const oldest = Date.now() - COLUMNS.keptDays * DAY_IN_MS;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const modified = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    if (/\.duckdb(\.\w+)?$/.test(name) && modified < oldest && !open.has(path)) removeFile(path);
  }
}

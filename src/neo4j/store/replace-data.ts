import { existsSync, renameSync, rmSync } from 'node:fs';
import type { ManagedFolder } from '../types.ts';

/** Replaces the data of a managed database and deletes the previous data; all of it or nothing. */
export function replaceData(folder: ManagedFolder, fresh: string): void {
  if (existsSync(folder.data)) renameSync(folder.data, folder.previous);
  try {
    renameSync(fresh, folder.data);
  } catch (error) {
    restorePrevious(folder);
    throw error;
  }
  rmSync(folder.previous, { recursive: true, force: true });
}

/** Clears up after a load or import that was killed, and completes or undoes its replacement of the data. */
export function recoverStore(folder: ManagedFolder): void {
  rmSync(folder.unfinished, { recursive: true, force: true });
  restorePrevious(folder);
}

function restorePrevious(folder: ManagedFolder): void {
  if (!existsSync(folder.previous)) return;
  if (existsSync(folder.store)) rmSync(folder.previous, { recursive: true });
  else {
    rmSync(folder.data, { recursive: true, force: true });
    renameSync(folder.previous, folder.data);
  }
}

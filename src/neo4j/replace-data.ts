import { existsSync, renameSync, rmSync } from 'node:fs';
import type { ManagedFolder } from './managed-folder.ts';

/** Puts other data in the place of those of a managed database, which then are gone; all of it or nothing. */
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

/** After a replacement that was interrupted: puts the previous data back, or removes them where others took their place. */
export function restorePrevious(folder: ManagedFolder): void {
  if (!existsSync(folder.previous)) return;
  if (existsSync(folder.store)) rmSync(folder.previous, { recursive: true });
  else {
    rmSync(folder.data, { recursive: true, force: true });
    renameSync(folder.previous, folder.data);
  }
}

import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @throws Error where something else than a folder is there. */
export function refuseFile(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new Error(`${folder} is a file, expected a folder or a name that is free.`);
}

/** Has a folder filled that is empty or not there yet: where that fails, it is as it was before. */
export async function fillFolder<T>(folder: string, fill: () => Promise<T>): Promise<T> {
  const wasThere = existsSync(folder);
  if (!wasThere) {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(folder);
  }
  try {
    return await fill();
  } catch (error) {
    const written = wasThere ? readdirSync(folder).map((name) => join(folder, name)) : [folder];
    for (const path of written) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

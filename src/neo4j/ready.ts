import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyDatabase } from './connectivity.ts';
import type { Address } from './database.ts';
import type { ManagedFolder } from './managed-folder.ts';
import { portAnswers } from './ports.ts';
import { lastLines } from './run.ts';

const PATIENCE_MS = 180_000;

/** The server ended while it started. */
export class StartFailed extends Error {
  override name = 'StartFailed';
}

/** Resolves once the server answers a query. */
export async function untilReady(
  address: Address,
  folder: ManagedFolder,
  ended: Promise<unknown>,
  onProgress: (text: string) => void,
): Promise<void> {
  const begun = Date.now();
  let over = false;
  ended.then(() => {
    over = true;
  });
  for (let told = 0; Date.now() - begun < PATIENCE_MS; await sleep(100)) {
    if (over) throw new StartFailed(`Neo4j ended while it started. Its log says:\n${quoteLogs(folder)}`);
    const seconds = Math.floor((Date.now() - begun) / 1000);
    if (seconds > told) onProgress(`starting Neo4j: ${seconds} s`);
    told = seconds;
    if (!(await portAnswers(Number(new URL(address.uri).port)))) continue;
    try {
      await verifyDatabase(address, 10_000);
      return;
    } catch (error) {
      if (String(error).includes('refused the user')) {
        throw new Error(`The password in ${folder.password} is not the one of the database beside it.`);
      }
    }
  }
  throw new StartFailed(
    `Neo4j does not answer ${PATIENCE_MS / 1000} s after its start:\n${quoteLogs(folder)}`,
  );
}

/** The end of what the server logged, with what Java printed first. */
function quoteLogs(folder: ManagedFolder): string {
  const texts = [folder.console, folder.log].map((path) =>
    existsSync(path) ? readFileSync(path, 'utf8') : '',
  );
  return texts
    .map((text) => lastLines(text, 12))
    .join('\n')
    .trim()
    .replaceAll(/^/gm, '  ');
}

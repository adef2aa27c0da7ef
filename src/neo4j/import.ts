import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Place } from './database.ts';
import { importProgress, lossesIn } from './import-output.ts';
import { type ManagedFolder, makeFolders, managedFolder } from './managed-folder.ts';
import { lastLines } from './run.ts';
import { importCommand, neo4jSettings } from './settings.ts';
import { startSupervised } from './supervised.ts';

/** A CSV file with its header, and what the importer takes it for. */
export interface ImportFile {
  of: 'nodes' | 'relationships';
  /** The labels of the nodes, joined by colons, or the type of the relationships. */
  as: string;
  /** The files of one import lie in one folder. */
  path: string;
  /** How many nodes or relationships it holds. */
  rows: number;
}

/**
 * Makes a database out of CSV files in the place of a managed database that is not there yet. It appears whole or not
 * at all, whoever is killed meanwhile: all is done in a folder of its own, which then takes its place in one step.
 * @param writeFiles writes the files into a folder that it is given.
 * @throws Error with what the importer says where it fails.
 */
export async function importStore(
  place: Place,
  writeFiles: (folder: string) => Promise<ImportFile[]>,
  onProgress: (text: string) => void,
): Promise<void> {
  const { folder } = place;
  const staged = managedFolder(folder.unfinished);
  const csv = join(folder.unfinished, 'csv');
  try {
    for (const path of [csv, staged.data]) mkdirSync(path, { recursive: true });
    makeFolders(staged);
    writeFileSync(staged.console, '');
    writeFileSync(staged.settings, neo4jSettings(place.config, 0));
    const files = await writeFiles(csv);
    await runImporter(place, staged, csv, files, onProgress);
    // What is there beside the store is the initial password.
    renameSync(join(folder.data, 'dbms'), join(staged.data, 'dbms'));
    rmSync(folder.data, { recursive: true });
    renameSync(staged.data, folder.data);
  } finally {
    rmSync(folder.unfinished, { recursive: true, force: true });
  }
}

async function runImporter(
  { config, runtime, note, removeAtEnd, folder }: Place,
  staged: ManagedFolder,
  csv: string,
  files: ImportFile[],
  onProgress: (text: string) => void,
): Promise<void> {
  const args = files.map(({ of, as, path }) => `--${of}=${as}=${basename(path)}`);
  const importer = startSupervised(importCommand(config, runtime, staged.home, args), {
    log: staged.console,
    cwd: csv,
    env: { NEO4J_HOME: staged.home, NEO4J_CONF: `${staged.home}/conf` },
    removeAtEnd: removeAtEnd ?? folder.unfinished,
  });
  note({ supervisor: importer.supervisor });
  importer.program.then((java) => note({ java })).catch(() => {});
  let code: number | null | undefined;
  importer.ended.then((ended) => {
    code = ended;
  });
  for (let told = ''; code === undefined; await sleep(200)) {
    const progress = importProgress(readFileSync(staged.console, 'utf8'));
    if (progress !== '' && progress !== told) onProgress(progress);
    told = progress;
  }
  const log = readFileSync(staged.console, 'utf8');
  const fault = code === 0 ? lossesIn(log, files) : `exit code ${code}`;
  if (fault)
    throw new Error(`Neo4j's importer failed (${fault}):\n${lastLines(log, 12).replaceAll(/^/gm, '  ')}`);
}

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lastLines } from '../server/run.ts';
import { neo4jSettings } from '../server/settings.ts';
import type { StoreContext } from '../types.ts';
import { runAdminTool } from './admin-tool.ts';
import { makeFolders, managedFolder } from './folder.ts';

/** A CSV file with its header, as the importer takes it. */
export interface ImportFile {
  of: 'nodes' | 'relationships';
  /** The labels of the nodes, joined by colons, or the type of the relationships. */
  as: string;
  /** The files of one import are in one folder. */
  path: string;
  /** The number of its nodes or relationships. */
  rows: number;
  /** Whether texts in it hold line breaks; such a file is shorter than 4 Mi characters, which are read at once. */
  multiline: boolean;
}

const OPTIONS = [
  '--array-delimiter=U+001F',
  // Outside of the heap, for the importer's own tables and caches.
  '--max-off-heap-memory=1g',
];

/**
 * Makes a managed database that does not exist yet out of CSV files. It appears whole or not at all, even where this
 * process is killed: it is made in a folder of its own, which is renamed in the end.
 * @param writeFiles writes the CSV files into the folder that it is given.
 * @throws Error with the last output of the importer where it fails.
 */
export async function importStore(
  context: StoreContext,
  writeFiles: (folder: string) => Promise<ImportFile[]>,
): Promise<void> {
  const { config, folder } = context;
  const staged = managedFolder(folder.unfinished);
  const csv = join(folder.unfinished, 'csv');
  try {
    makeFolders(staged);
    mkdirSync(csv);
    writeFileSync(staged.settings, neo4jSettings(config, 0));
    const files = await writeFiles(csv);
    await runImporter(context, staged.home, csv, files);
    // The data folder also holds the initial password.
    renameSync(join(folder.data, 'dbms'), join(staged.data, 'dbms'));
    rmSync(folder.data, { recursive: true });
    renameSync(staged.data, folder.data);
  } finally {
    rmSync(folder.unfinished, { recursive: true, force: true });
  }
}

async function runImporter(
  context: StoreContext,
  home: string,
  csv: string,
  files: ImportFile[],
): Promise<void> {
  const inputs = files.map(({ of, as, path }) => `--${of}=${as}=${basename(path)}`);
  const options = [...OPTIONS, ...multilineOptions(files), `--report-file=${home}/import.report`];
  const args = ['database', 'import', 'full', ...inputs, ...options, 'neo4j'];
  let reported = '';
  const onOutput = (output: string) => {
    const progress = importProgress(output);
    if (progress !== '' && progress !== reported) context.onProgress(progress);
    reported = progress;
  };
  const { removeAtEnd } = context;
  const output = await runAdminTool(context, { home, args, cwd: csv, removeAtEnd, onOutput });
  const losses = lossesIn(output, files);
  if (losses) throw new Error(`Neo4j's importer failed (${losses}):\n${lastLines(output, 12, '  ')}`);
}

/** Where line breaks may stand in every file, the importer reads each row by row, waits for each file, and takes twice as long. */
function multilineOptions(files: ImportFile[]): string[] {
  const names = files.filter(({ multiline }) => multiline).map(({ path }) => basename(path));
  return names.length > 0 ? ['--multiline-fields-format=v2', `--multiline-fields=${names.join(',')}`] : [];
}

/** The latest progress in the importer's output, such as `import 2 of 4, relationship import: 45 %`. */
export function importProgress(output: string): string {
  const stages = [...output.matchAll(/^\((\d)\/(\d)\) ([A-Z][a-z]+ [a-z]+)/gm)];
  const stage = stages.at(-1);
  if (!stage) return '';
  const [, nth, of, title] = stage;
  const percents = [...output.slice(stage.index).matchAll(/ (\d+)% /g)];
  return `import ${nth} of ${of}, ${title!.toLowerCase()}: ${percents.at(-1)?.[1] ?? 0} %`;
}

/** What the importer left out of its files, though it reported success; empty where it took all. */
export function lossesIn(output: string, files: Pick<ImportFile, 'of' | 'rows'>[]): string {
  const losses = (['nodes', 'relationships'] as const).map((what) => {
    const given = files.reduce((sum, { of, rows }) => sum + (of === what ? rows : 0), 0);
    const taken = Number(new RegExp(`^ *(\\d+) ${what}$`, 'm').exec(output)?.[1] ?? 0);
    return taken === given ? '' : `${taken} of ${given} ${what} were taken`;
  });
  return losses.filter(Boolean).join(', ');
}

import { createWriteStream, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { projectFolder } from '../src/project.ts';
import { generatedAuthority, generatedInputs } from './generate.ts';
import { wholeNumber } from './whole-number.ts';

/** Writes generated inputs into a folder that `ingest` takes: `--statements N`, `--to FOLDER`. */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { statements: { type: 'string', default: '100000' }, to: { type: 'string' } },
  });
  const statements = wholeNumber('statements', values.statements);
  const folder = values.to ?? generatedFolder(statements);
  await writeInputs(folder, statements);
  console.log(`${statements} statements: ${folder}`);
}

/** Where generated inputs lie by default. */
export const generatedFolder = (statements: number) =>
  join(projectFolder, '.on-record/generated', String(statements));

/** Writes `entities.yaml` and `articles.ndjson`. */
export async function writeInputs(folder: string, statements: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'entities.yaml'),
    stringify({ entities: generatedAuthority() }, { aliasDuplicateObjects: false }),
  );
  const file = join(folder, 'articles.ndjson');
  await pipeline(Readable.from(records(statements)), createWriteStream(`${file}.part`));
  renameSync(`${file}.part`, file);
}

/** The folder of generated inputs, which are written where they are not there yet. */
export async function generatedInputsFolder(statements: number): Promise<string> {
  const folder = generatedFolder(statements);
  if (!existsSync(join(folder, 'articles.ndjson'))) await writeInputs(folder, statements);
  return folder;
}

function* records(statements: number): Generator<string> {
  let lines: string[] = [];
  for (const record of generatedInputs(statements)) {
    lines.push(JSON.stringify(record));
    if (lines.length < 100) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

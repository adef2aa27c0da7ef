import { bulkLoad } from '../../src/commands/bulk-load.ts';
import { readConfig } from '../../src/config.ts';
import { closeGraph, openGraph } from '../../src/db/client.ts';
import type { CheckedInputs } from '../../src/ingest/check/check.ts';
import { validateMany, writeChecked } from '../../src/ingest/ingest.ts';
import { Progress } from '../../src/ingest/progress.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { ownAuthority, projectFolder } from '../../src/project.ts';
import { content } from './content.ts';
import { loadPlainly } from './plain-loader.ts';

/** What one way of loading took, in a process of its own; times in milliseconds, memory in megabytes. */
export interface Measured {
  statements: number;
  checking: number;
  writing: number;
  created: number | null;
  resident: number;
  content: string;
}

// Loads a folder in one way, into the database of the environment or a new one, and prints what that took at the end.
const [way, folder] = process.argv.slice(2) as [string, string];
const tell = (text: string) => console.log(`  ${way}: ${text}`);
const started = performance.now();
const checked = await validateMany([folder], ownAuthority, tell);
const between = performance.now();
const { graph, created, stop } = await (way === 'bulk' ? inBulk(checked) : intoExisting(checked));
const writing = performance.now() - between;
const measured: Measured = {
  statements: checked.statements,
  checking: between - started,
  writing,
  created,
  resident: Math.round(process.resourceUsage().maxRSS / 1024),
  content: await content(graph),
};
console.log(JSON.stringify(measured));
await closeGraph(graph);
await stop();

/** Its time holds the start of the new database and its indexes. */
async function inBulk({ entities, read, statements }: CheckedInputs) {
  const options = { projectFolder, ephemeral: true, onProgress: tell };
  const config = readConfig({ ...process.env, NEO4J_URI: undefined });
  const database = await bulkLoad(config, options, { entities, articles: read(), statements });
  return { graph: openGraph(database), created: null, stop: () => database.stop() };
}

async function intoExisting(input: CheckedInputs) {
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env as Record<string, string>;
  const address = { uri: NEO4J_URI!, user: NEO4J_USER!, password: NEO4J_PASSWORD!, database: 'neo4j' };
  const target = openGraph(address);
  const stop = async () => {};
  if (way !== 'plain') {
    const tally = await writeChecked(target, input, tell);
    return { graph: target, created: tally.total('created'), stop };
  }
  await writeEntities(target, input.entities);
  await loadPlainly(target, input.read(), new Progress(input.statements, tell));
  return { graph: target, created: null, stop };
}

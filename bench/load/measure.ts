import { bulkInput, bulkLoad } from '../../src/commands/bulk-load.ts';
import { readConfig } from '../../src/config.ts';
import { closeGraph, openGraph } from '../../src/db/client.ts';
import { statementCount } from '../../src/ingest/facts/facts.ts';
import { startValidation, validateMany, writeChecked } from '../../src/ingest/ingest.ts';
import { Progress } from '../../src/ingest/progress.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { ownAuthority, projectFolder } from '../../src/project.ts';
import { content } from './content.ts';
import { loadPlainly } from './plain-loader.ts';

/** What one way of loading took, in a process of its own; times in milliseconds, memory in megabytes. */
export interface Measured {
  statements: number;
  /** Null where it is checked as it is written. */
  checking: number | null;
  writing: number;
  created: number | null;
  resident: number;
  content: string;
}

// Loads a folder in one way, into the database of the environment or a new one, and prints what that took at the end.
const [way, folder] = process.argv.slice(2) as [string, string];
const tell = (text: string) => console.log(`  ${way}: ${text}`);
const started = performance.now();
const { statements, checking, graph, created, stop } = await (way === 'bulk' ? inBulk() : intoExisting());
const writing = performance.now() - started - (checking ?? 0);
const measured: Measured = {
  statements,
  checking,
  writing,
  created,
  resident: Math.round(process.resourceUsage().maxRSS / 1024),
  content: await content(graph),
};
console.log(JSON.stringify(measured));
await closeGraph(graph);
await stop();

/** It checks as it writes; its time holds the start of the new database and its indexes. */
async function inBulk() {
  const options = { projectFolder, ephemeral: true, onProgress: tell };
  const config = readConfig({ ...process.env, NEO4J_URI: undefined });
  const input = bulkInput(startValidation([folder], ownAuthority));
  let statements = 0;
  function* counted() {
    for (const article of input.articles) {
      statements += statementCount(article);
      yield article;
    }
  }
  const database = await bulkLoad(config, options, { ...input, articles: counted() });
  return {
    statements,
    checking: null,
    graph: openGraph(database),
    created: null,
    stop: () => database.stop(),
  };
}

async function intoExisting() {
  const input = await validateMany([folder], ownAuthority, tell);
  const checking = performance.now() - started;
  const { statements } = input;
  const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD } = process.env as Record<string, string>;
  const address = { uri: NEO4J_URI!, user: NEO4J_USER!, password: NEO4J_PASSWORD!, database: 'neo4j' };
  const target = openGraph(address);
  const stop = async () => {};
  if (way !== 'plain') {
    const tally = await writeChecked(target, input, tell);
    return { statements, checking, graph: target, created: tally.total('created'), stop };
  }
  await writeEntities(target, input.entities);
  await loadPlainly(target, input.read(), new Progress(statements, tell));
  return { statements, checking, graph: target, created: null, stop };
}

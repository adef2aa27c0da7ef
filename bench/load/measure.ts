import { openGraph } from '../../src/graph/graph.ts';
import { validateMany, writeChecked } from '../../src/ingest/ingest.ts';
import { Progress } from '../../src/ingest/progress.ts';
import { writeEntities } from '../../src/ingest/write-entities.ts';
import { ownAuthority } from '../../src/project.ts';
import { loadPlainly } from './plain-loader.ts';

/** What one way of loading took, in a process of its own; times in milliseconds, memory in megabytes. */
export interface Measured {
  statements: number;
  checking: number;
  writing: number;
  created: number | null;
  resident: number;
}

// Loads a folder in one way into the database of the environment, and prints what that took as its last line.
const [way, folder] = process.argv.slice(2) as [string, string];
const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = process.env as Record<string, string>;
const graph = openGraph({ uri: uri!, user: user!, password: password!, database: 'neo4j' });
const tell = (text: string) => console.log(`  ${way}: ${text}`);
try {
  const started = performance.now();
  const checked = await validateMany([folder], ownAuthority, tell);
  const between = performance.now();
  let created: number | null = null;
  if (way === 'plain') {
    await writeEntities(graph, checked.entities);
    await loadPlainly(graph, checked.read(), new Progress(checked.statements, tell));
  } else created = (await writeChecked(graph, checked, tell)).total('created');
  const measured: Measured = {
    statements: checked.statements,
    checking: between - started,
    writing: performance.now() - between,
    created,
    resident: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  console.log(JSON.stringify(measured));
} finally {
  await graph.driver.close();
}

import { Session } from 'node:inspector/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { closeGraph, openGraph } from '../src/db/client.ts';
import { applySchema } from '../src/db/schema.ts';
import { validate, writeChecked } from '../src/ingest/ingest.ts';
import { provideDatabase } from '../src/neo4j/sources/provide.ts';
import { ownAuthority, projectFolder, seedFolder } from '../src/project.ts';
import { profiling } from './growth/profiling.ts';

const QUESTION = '/v1/statements?speaker=Kurilla&about=Pakistan&quoteType=direct';
const QUESTIONS = [
  ['the first of its shape', QUESTION],
  ['the same shape with other names', '/v1/statements?speaker=Trump&about=India&quoteType=indirect'],
] as const;
/** Profiling takes longer than running. */
const READ_TIMEOUT = 60_000;
/** Names of other things, by a route of another kind: what every request needs is loaded, and this shape is not known yet. */
const WARM_UP = '/v1/entities/General%20Munir';

/**
 * Prints the source files that the main question crosses, by V8's coverage of functions, and its round trips to the
 * database: for the first request of its shape, which resolves names and composes texts, and for another one.
 */
export async function run(): Promise<void> {
  const database = await provideDatabase(readConfig(), {
    projectFolder,
    onProgress: console.log,
    ephemeral: true,
  });
  const plain = { ...openGraph(database), readTimeout: READ_TIMEOUT };
  await applySchema(plain);
  await writeChecked(plain, validate([seedFolder], ownAuthority));
  const { graph, takeCost } = profiling(plain);
  const app = await buildApp({ graph, responseCacheSize: 32 });
  try {
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    await (await fetch(url + WARM_UP)).text();
    for (const [title, question] of QUESTIONS) {
      takeCost();
      const files = await crossed(async () => {
        const response = await fetch(url + question);
        if (response.status !== 200) throw new Error(`${question}: ${response.status}`);
        await response.text();
      });
      console.log(`\n${title}: ${files.length} files, ${takeCost().roundTrips} round trips`);
      for (const file of files) console.log(`  ${file}`);
    }
  } finally {
    await app.close();
    await closeGraph(graph);
    await database.stop();
  }
}

/** The files of `src` in which a function runs while something is done. */
async function crossed(work: () => Promise<void>): Promise<string[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await session.post('Profiler.takePreciseCoverage');
  await work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  const source = join(projectFolder, 'src');
  return result
    .filter(({ url }) => url.startsWith('file:') && fileURLToPath(url).startsWith(source))
    .filter(({ functions }) => functions.some(({ ranges }) => ranges.some(({ count }) => count > 0)))
    .map(({ url }) => relative(projectFolder, fileURLToPath(url)))
    .sort();
}

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cacheFolder, readConfig } from '../../src/config.ts';
import type { Database } from '../../src/neo4j/types.ts';
import { projectFolder } from '../../src/project.ts';
import { startService } from '../serve/peers.ts';

/** The last commit whose counts were Cypher. */
const COMMIT = 'e69d62597c676f103d98ec4be3dfffa402d115cb';
/** Not in `node_modules`, where Node takes no types off. */
const FOLDER = join(cacheFolder(readConfig({ ...process.env })), 'bench', COMMIT.slice(0, 12));

/** Makes its graph, which has another model, tells where, and keeps it until it is told to end. */
const KEEP_GRAPH = `
import { generatedGraph } from './bench/generated/graph.ts';
const [statements, settings] = JSON.parse(process.env.GRAPH);
const { stop, ...database } = await generatedGraph(statements, () => {}, settings);
process.on('SIGTERM', () => stop().then(() => process.exit()));
setInterval(() => {}, 1000);
console.log('graph ' + JSON.stringify({ ...database, watch: undefined }));`;

/** This service as it was before it had an index of counts, on as many generated statements of its own. */
export async function startEarlier(statements: number, settings: Record<string, string>) {
  install();
  const keeper = spawn(process.execPath, ['--input-type=module', '-e', KEEP_GRAPH], {
    cwd: FOLDER,
    env: { ...process.env, GRAPH: JSON.stringify([statements, settings]) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const database = await graphTold(keeper.stdout);
  const { running, url } = await startService(database, '0', 'this service, earlier', FOLDER);
  return {
    url,
    async stop() {
      await running.stop();
      keeper.kill('SIGTERM');
      await once(keeper, 'exit');
    },
  };
}

function install(): void {
  if (existsSync(join(FOLDER, 'node_modules'))) return;
  mkdirSync(FOLDER, { recursive: true });
  const archive = execFileSync('git', ['archive', COMMIT], { cwd: projectFolder, maxBuffer: 1e9 });
  execFileSync('tar', ['-x', '-C', FOLDER], { input: archive });
  execFileSync('npm', ['ci'], { cwd: FOLDER, stdio: 'inherit' });
}

async function graphTold(output: NodeJS.ReadableStream): Promise<Database> {
  for await (const line of createInterface(output))
    if (line.startsWith('graph ')) {
      output.resume();
      return JSON.parse(line.slice('graph '.length));
    }
  throw new Error('the graph of the earlier service could not be made');
}

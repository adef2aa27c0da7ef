import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, readConfig } from '../../src/config.ts';
import type { Database } from '../../src/neo4j/types.ts';
import { projectFolder } from '../../src/project.ts';
import { startService } from '../serve/peers.ts';
import { startNode } from '../serve/processes.ts';

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

/** What the line begins with that tells where its graph is. */
const TOLD = /^graph /;

/** This service as it was before it had an index of counts, on as many generated statements of its own. */
export async function startEarlier(statements: number, settings: Record<string, string>) {
  install();
  const asked = { GRAPH: JSON.stringify([statements, settings]) };
  const keeper = await startNode(['--input-type=module', '-e', KEEP_GRAPH], asked, TOLD, FOLDER);
  const database: Database = JSON.parse(keeper.said.replace(TOLD, ''));
  const { running, url } = await startService(database, '0', 'this service, earlier', FOLDER);
  return {
    url,
    async stop() {
      await running.stop();
      await keeper.stop();
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

import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CLIENT_VERSIONS } from '../client-versions.ts';
import { run, workshop } from '../workshop.ts';

const NEEDED = 'This needs Go 1.26 or later and modules from a Go module proxy.';

const sources = join(import.meta.dirname, '../go');

/** Runs Go, which is often installed where the path does not lead. */
const go = (args: string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  run('go', args, { cwd, env, commands: '/usr/local/go/bin' });

/** A folder with both generators in Go. */
export async function goTools(): Promise<string> {
  const packages = [
    `github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v${CLIENT_VERSIONS['oapi-codegen']}`,
    `github.com/ogen-go/ogen/cmd/ogen@v${CLIENT_VERSIONS.ogen}`,
  ];
  try {
    const runtime = `${await go(['version'], sources)} ${packages}`;
    return await workshop('go', { files: [], runtime }, async (folder) => {
      for (const one of packages) await go(['install', one], folder, { GOBIN: folder });
    });
  } catch (error) {
    throw new Error(`${NEEDED}\n${(error as Error).message}`);
  }
}

/** A module whose program asks by a client, in the package `client`, that is still to be generated. */
export async function prepareGo(bench: string, program: string): Promise<void> {
  await mkdir(join(bench, 'told'));
  await mkdir(join(bench, 'client'));
  await copyFile(join(sources, 'go.mod'), join(bench, 'go.mod'));
  await copyFile(join(sources, 'go.sum'), join(bench, 'go.sum'));
  await copyFile(join(sources, 'told.go.txt'), join(bench, 'told/told.go'));
  await copyFile(join(sources, `${program}.go.txt`), join(bench, 'main.go'));
}

/** Compiles and runs the program of a module. */
export const askInGo = async (bench: string, url: string): Promise<unknown> =>
  JSON.parse(await go(['run', '.', url], bench));

/** The rows that the libraries of Infinity, the data source of Grafana, make of responses. */
export async function infinityRows(bench: string, queries: unknown[]): Promise<Record<string, unknown>[][]> {
  for (const [from, to] of [
    ['go.mod', 'go.mod'],
    ['go.sum', 'go.sum'],
    ['main.go.txt', 'main.go'],
  ] as const)
    await copyFile(join(sources, 'infinity', from), join(bench, to));
  await writeFile(join(bench, 'queries.json'), JSON.stringify(queries));
  return JSON.parse(await go(['run', '.', 'queries.json'], bench));
}

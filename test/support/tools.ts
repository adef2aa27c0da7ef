import { join } from 'node:path';
import { run, workshop } from '../consumers/workshop.ts';

const SCHEMATHESIS = join(import.meta.dirname, '../faults/long/schemathesis');
const TOXIPROXY = 'github.com/Shopify/toxiproxy/v2/cmd/server@v2.12.0';

/** A tool from elsewhere that could not be had here. */
export class ToolMissing extends Error {}

/** The command of the version that is pinned beside its settings, from PyPI. */
export const schemathesis = (): Promise<string> =>
  had('schemathesis', async () => {
    const requirements = join(SCHEMATHESIS, 'requirements.txt');
    const runtime = await run('python3', ['--version'], { cwd: SCHEMATHESIS });
    const folder = await workshop('schemathesis', { files: [requirements], runtime }, async (cwd) => {
      await run('python3', ['-m', 'venv', 'venv'], { cwd });
      const install = ['-m', 'pip', 'install', '--quiet', '--requirement', requirements];
      await run('venv/bin/python', install, { cwd });
    });
    return join(folder, 'venv/bin/schemathesis');
  });

/** The program of the version above, built by Go. */
export const toxiproxy = (): Promise<string> =>
  had('toxiproxy', async () => {
    const version = await go(['version'], '.');
    const pins = { files: [], runtime: `${version} ${TOXIPROXY}` };
    const folder = await workshop('toxiproxy', pins, (cwd) => go(['install', TOXIPROXY], cwd));
    return join(folder, 'server');
  });

// Go is often installed where the path does not lead.
const go = (args: string[], cwd: string) =>
  run('go', args, { cwd, env: { GOBIN: cwd }, commands: '/usr/local/go/bin' });

const had = (tool: string, get: () => Promise<string>) =>
  get().catch((error: Error) => {
    throw new ToolMissing(`${tool} could not be had (${error.message.trim().split('\n')[0]})`);
  });

import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Network } from '../../src/model/network.ts';
import { listeningService } from './listening.ts';
import { run, workshop } from './workshop.ts';

const requirements = join(import.meta.dirname, 'python/networkx-requirements.txt');
const script = join(import.meta.dirname, 'python/read_networks.py');
const service = listeningService();
let folder: string;

beforeAll(async () => {
  const runtime = await run('python3', ['--version'], { cwd: import.meta.dirname });
  folder = await workshop('networkx', { files: [requirements], runtime }, async (cwd) => {
    await run('python3', ['-m', 'venv', 'venv'], { cwd });
    await run('venv/bin/python', ['-m', 'pip', 'install', '--quiet', '--requirement', requirements], { cwd });
  });
}, 240_000);

test('networkx reads the same network from each format', async () => {
  const answer = await fetch(`${service.url}/v1/network?limit=2000`);
  const { nodes, edges } = (await answer.json()) as Network;
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const expected = {
    directed: true,
    nodes: nodes.length,
    edges: edges.length,
    weight: sum(edges.map(({ weight }) => weight)),
    kinds: ['event', 'relation', 'statement'],
    mutual: edges.filter(({ mutual }) => mutual).length,
    goldstein: expect.closeTo(sum(edges.map(({ goldsteinSum }) => goldsteinSum)), 2),
    pakistan: 'Pakistan',
  };
  const told = JSON.parse(await run(join(folder, 'venv/bin/python'), [script, service.url], { cwd: folder }));
  expect(told).toEqual({ gexf: expected, graphml: expected, cytoscape: expected });
}, 60_000);

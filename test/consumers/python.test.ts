import { readFileSync } from 'node:fs';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Network } from '../../src/model/network.ts';
import { projectFolder } from '../../src/project.ts';
import { listeningService } from './listening.ts';
import { MAIN_ANSWER, MISSPELT_ANSWER } from './main-question.ts';
import { python, pythonPackages, pythonSources } from './python-packages.ts';
import { benchIn } from './workshop.ts';

const service = listeningService();
let packages: string;

beforeAll(async () => {
  packages = await pythonPackages();
}, 240_000);

test.each(['/openapi.client.json', '/openapi.json'])(
  'openapi-python-client generates a client from %s, which compiles and asks',
  async (document) => {
    const bench = await benchIn();
    const run = (...args: string[]) => python(packages, args, bench);
    const generate = ['--meta', 'none', '--output-path', 'on_record_client'];
    await run(
      ...['-m', 'openapi_python_client', 'generate', '--fail-on-warning'],
      ...['--config', join(pythonSources, 'openapi-python-client.yml')],
      ...['--url', service.url + document, ...generate],
    );
    await run('-m', 'compileall', '-q', 'on_record_client');
    await copyFile(join(pythonSources, 'with_openapi_python_client.py'), join(bench, 'main_question.py'));
    expect(JSON.parse(await run('main_question.py', service.url))).toEqual({
      answer: MAIN_ANSWER,
      problem: MISSPELT_ANSWER,
      edtf: 'None | str',
    });
  },
  120_000,
);

test('the example of the documentation for pandas prints what stands below it', async () => {
  const tools = readFileSync(join(projectFolder, 'docs/tools.md'), 'utf8');
  const [, example, printed] = /```python\n([\s\S]*?)```[\s\S]*?```text\n([\s\S]*?)```/.exec(tools)!;
  expect(example).toContain('base = "http://127.0.0.1:3000"');
  const bench = await benchIn();
  await writeFile(join(bench, 'example.py'), example!.replace('http://127.0.0.1:3000', service.url));
  const output = await python(packages, ['-W', 'error', 'example.py'], bench);
  expect(output.replaceAll(/ +$/gm, '').trim()).toBe(printed!.trim());
}, 60_000);

test('networkx reads the same network from each format', async () => {
  const response = await fetch(`${service.url}/v1/network?limit=2000`);
  const { nodes, edges } = (await response.json()) as Network;
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
  const script = join(pythonSources, 'read_networks.py');
  const told = JSON.parse(await python(packages, [script, service.url], await benchIn()));
  expect(told).toEqual({ gexf: expected, graphml: expected, cytoscape: expected });
}, 60_000);

test('rdflib and PyLD read a response in JSON-LD that was saved to a file', async () => {
  const bench = await benchIn();
  const response = await fetch(`${service.url}/v1/statements?format=jsonld&limit=500`);
  await writeFile(join(bench, 'saved.jsonld'), await response.text());
  const statement = `${service.url}/v1/statements/kurilla-pakistan-phenomenal-partner`;
  const script = join(pythonSources, 'read_linked_data.py');
  const told = JSON.parse(await python(packages, [script, 'saved.jsonld', statement], bench));
  const expected = {
    triples: expect.toSatisfy((triples: number) => triples > 1000),
    author: [`${service.url}/v1/entities/michael-kurilla`],
  };
  expect(told).toEqual({ rdflib: expected, pyld: expected });
  expect(told.rdflib.triples).toBe(told.pyld.triples);
}, 60_000);

test('pandas and polars read a list as Parquet from its URL', async () => {
  const { items } = (await (await fetch(`${service.url}/v1/statements?limit=500`)).json()) as {
    items: { id: string; speakers: { id: string }[]; act: { goldstein: number } | null; about: unknown[] }[];
  };
  const expected = {
    ids: items.map(({ id }) => id),
    speakers: items.map(({ speakers }) => speakers.map(({ id }) => id)),
    goldstein: items.map(({ act }) => act?.goldstein ?? null),
  };
  const script = join(pythonSources, 'read_parquet.py');
  const told = JSON.parse(await python(packages, [script, service.url], await benchIn()));
  expect(told).toMatchObject({ pandas: expected, polars: expected });
  expect(told.days).toContain("'earliest': Date");
  expect(told.targets).toBe(items.reduce((sum, { about }) => sum + about.length, 0));
}, 120_000);

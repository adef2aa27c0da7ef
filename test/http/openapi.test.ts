import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queries } from '../../src/endpoints/index.ts';
import { answeredExample } from '../../src/http/openapi/operation.ts';
import { projectFolder } from '../../src/project.ts';
import { exampleAddress } from '../../src/query/example-url.ts';
import { testService } from '../support/service.ts';

// biome-ignore-start lint/suspicious/noExplicitAny: a document of any shape is looked into
const service = testService();
let document: any;
let operations: { path: string; method: string; operation: any }[];
let folder: string;
let file: string;

beforeAll(async () => {
  document = (await service.get('/openapi.json')).body;
  operations = Object.entries<any>(document.paths).flatMap(([path, item]) =>
    Object.entries<any>(item).map(([method, operation]) => ({ path, method, operation })),
  );
  folder = await mkdtemp(join(tmpdir(), 'on-record-openapi-'));
  file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(document));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command of a package, without a word to any other host. */
const run = (script: string, args: string[]) =>
  promisify(execFile)(process.execPath, [join(projectFolder, 'node_modules', script), ...args], {
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
    maxBuffer: 16 * 1024 * 1024,
  }).catch((error) => error as { stdout: string; stderr: string });

describe('the linters have nothing to say', () => {
  test('Redocly, recommended-strict', async () => {
    const config = join(folder, 'redocly.yaml');
    await writeFile(config, 'extends: [recommended-strict]\n');
    const { stdout } = await run('@redocly/cli/bin/cli.js', [
      'lint',
      '--config',
      config,
      '--format',
      'json',
      file,
    ]);
    const { totals, problems } = JSON.parse(stdout);
    expect(problems).toEqual([]);
    expect(totals).toMatchObject({ errors: 0, warnings: 0 });
  });

  test('Spectral, spectral:oas', async () => {
    const ruleset = join(folder, 'spectral.yaml');
    await writeFile(ruleset, 'extends: ["spectral:oas"]\n');
    const { stdout } = await run('@stoplight/spectral-cli/dist/index.js', [
      'lint',
      '--ruleset',
      ruleset,
      '--format',
      'json',
      '--fail-severity',
      'hint',
      '--quiet',
      file,
    ]);
    expect(JSON.parse(stdout)).toEqual([]);
  });
});

describe('the document', () => {
  test('is OpenAPI 3.1 and names no address that is not its own', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.servers).toEqual([{ url: '/', description: expect.any(String) }]);
    expect(JSON.stringify(document)).not.toMatch(/https?:\/\//);
  });

  test('has every query and the state of the service, each described', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids).toEqual(
      expect.arrayContaining([...queries.map(({ operationId }) => operationId), 'getHealth', 'getReadiness']),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const tags = document.tags.map(({ name }: { name: string }) => name);
    for (const { path, operation } of operations) {
      expect(operation, path).toMatchObject({ summary: expect.any(String), description: expect.any(String) });
      expect(operation.tags, path).toEqual([expect.toBeOneOf(tags)]);
    }
  });

  test('describes every parameter, every property and every answer', () => {
    const bare: string[] = [];
    for (const { path, operation } of operations) {
      for (const { name, description } of operation.parameters ?? []) {
        if (!description) bare.push(`${path} ${name}`);
      }
    }
    visit(document, (node, at) => {
      if (node.description === 'Default Response' || node.description === '') bare.push(at);
      for (const [name, property] of Object.entries<any>(isSchema(node) ? node.properties : {})) {
        const described = property.$ref ? component(property.$ref) : property;
        if (!property.description && !described.description) bare.push(`${at}/properties/${name}`);
      }
    });
    for (const [name, schema] of Object.entries<any>(document.components.schemas)) {
      if (!schema.description) bare.push(name);
    }
    expect(bare).toEqual([]);
  });

  test('uses every schema that it defines, and defines each once', () => {
    const text = JSON.stringify(document);
    const names = Object.keys(document.components.schemas);
    expect(names.filter((name) => !text.includes(`"#/components/schemas/${name}"`))).toEqual([]);
    expect(names.filter((name) => name.endsWith('Input'))).toEqual([]);
    for (const name of Object.keys(document.components.responses)) {
      expect(text).toContain(`"#/components/responses/${name}"`);
    }
  });

  test('tells the default and the bounds of numbers, and gives an example of each free value', () => {
    const { parameters } = document.paths['/v1/statements'].get;
    const named = Object.fromEntries(parameters.map((parameter: any) => [parameter.name, parameter]));
    expect(named.limit.schema).toEqual({ type: 'integer', minimum: 1, maximum: 500, default: 50 });
    expect(named.minConfidence.schema).toEqual({ type: 'number', minimum: 0, maximum: 1, examples: [0.5] });
    expect(named.includeUndated.schema).toEqual({ type: 'boolean' });
    expect(named.sort.schema).toMatchObject({ enum: ['newest', 'oldest'], default: 'newest' });
    for (const { path, operation } of operations) {
      for (const { name, schema, example } of operation.parameters ?? []) {
        if (schema.type !== 'string' || schema.enum || name === 'cursor') continue;
        expect(example ?? schema.examples?.[0], `${path} ${name}`).toBeDefined();
      }
    }
  });

  test('leaves the filters of a query empty in the documentation pages', () => {
    const ids = new Set(queries.map(({ operationId }) => operationId));
    for (const { operation } of operations.filter((one) => ids.has(one.operation.operationId))) {
      for (const { required, example, examples } of operation.parameters ?? []) {
        if (!required) expect({ example, examples }).toEqual({ example: undefined, examples: undefined });
      }
    }
  });

  test('answers every failure of an operation with problem details', () => {
    for (const { path, operation } of operations) {
      const failures = Object.entries<any>(operation.responses).filter(([status]) => status >= '400');
      expect(failures.length, path).toBeGreaterThan(0);
      for (const [status, { $ref }] of failures) {
        expect($ref, path).toBe(`#/components/responses/Problem${status}`);
        expect(Object.keys(component($ref).content)).toEqual(['application/problem+json']);
      }
    }
  });
});

/** With WRITE_ANSWERS=1 the answers that the documentation shows are written anew; format them afterwards. */
describe('the examples', () => {
  test.each(queries.map((query) => [query.operationId, query] as const))(
    '%s: its questions and a real answer',
    async (operationId, query) => {
      const { operation } = operations.find((found) => found.operation.operationId === operationId)!;
      for (const example of query.examples) {
        expect(operation.description).toContain(example.summary);
        expect(operation.description).toContain(`(${exampleAddress(query, example)})`);
      }
      const address = exampleAddress(query, answeredExample(query));
      const { status, body } = await service.get(address);
      expect(status, address).toBe(200);
      if (process.env.WRITE_ANSWERS) {
        const file = join(projectFolder, 'docs/examples', `${operationId}.json`);
        await writeFile(file, JSON.stringify(body, null, 2));
        return;
      }
      const shown = operation.responses[200].content['application/json'].examples;
      expect(shown).toEqual({ answer: { summary: address, value: body } });
    },
  );
});

const component = ($ref: string) =>
  $ref
    .slice(2)
    .split('/')
    .reduce((node, name) => node[name], document);

const isSchema = (node: any) => node.type === 'object' && typeof node.properties === 'object';

/** Visits every object of the document but those in examples, which are answers and no schemas. */
function visit(node: any, look: (node: any, at: string) => void, at = '#'): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) look(node, at);
  for (const [name, child] of Object.entries(node)) {
    if (name !== 'examples' && name !== 'example') visit(child, look, `${at}/${name}`);
  }
}
// biome-ignore-end lint/suspicious/noExplicitAny: a document of any shape is looked into

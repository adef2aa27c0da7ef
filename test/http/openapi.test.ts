import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queries } from '../../src/endpoints/index.ts';
import { exampleResponses } from '../../src/http/openapi/example-responses.ts';
import { documentationOf } from '../../src/http/openapi/query-documentation.ts';
import { projectFolder } from '../../src/project.ts';
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

/** Runs the command of a package, which contacts no other host. */
const run = (script: string, args: string[]) =>
  promisify(execFile)(process.execPath, [join(projectFolder, 'node_modules', script), ...args], {
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
    maxBuffer: 16 * 1024 * 1024,
  }).catch((error) => error as { stdout: string; stderr: string });

describe('the linters find nothing', () => {
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
  test('is OpenAPI 3.1 and names no other host', () => {
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

  test('describes every parameter once, and every property and response', () => {
    const bare: string[] = [];
    for (const { path, operation } of operations) {
      for (const { name, description, schema } of operation.parameters ?? []) {
        if (!description || schema.description) bare.push(`${path} ${name}`);
      }
      for (const [status, { description, $ref }] of Object.entries<any>(operation.responses)) {
        if (!description && !component($ref).description) bare.push(`${path} ${status}`);
      }
    }
    visit(document, (node, at) => {
      if (node.description === '') bare.push(at);
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
    expect(names.filter((name) => /(Input|Output)$/.test(name))).toEqual([]);
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

  test('leaves the filters of an operation empty in the documentation pages', () => {
    for (const { operation } of operations) {
      for (const { required, example, examples } of operation.parameters ?? []) {
        if (!required) expect({ example, examples }).toEqual({ example: undefined, examples: undefined });
      }
    }
  });

  test('tells the headers of a list and of what was written', () => {
    const { headers } = document.paths['/v1/statements'].get.responses[200];
    expect(Object.keys(headers).sort()).toEqual([
      'Access-Control-Allow-Origin',
      'ETag',
      'Link',
      'Trailer',
      'x-truncated',
    ]);
    expect(document.paths['/v1/paths'].get.responses[200].headers).not.toHaveProperty('Link');
    expect(document.paths['/v1/articles'].post.responses[201].headers).toHaveProperty('location');
  });

  test('describes every failure of an operation as problem details', () => {
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

test.each(queries.map((query) => ({ id: query.operationId, ...documentationOf(query) })))(
  '$id shows its examples and an example response',
  ({ id, examples, responseUrl }) => {
    const { operation } = operations.find((found) => found.operation.operationId === id)!;
    for (const { summary, url } of examples)
      expect(operation.description).toContain(`- ${summary} [\`${url}\`](${url})`);
    const { content } = operation.responses[200];
    expect(Object.keys(content)[0]).toBe('application/json');
    expect(content['application/json'].examples).toEqual({
      example: { summary: responseUrl, value: exampleResponses.get(id) },
    });
  },
);

const component = ($ref: string) =>
  $ref
    .slice(2)
    .split('/')
    .reduce((node, name) => node[name], document);

const isSchema = (node: any) => node.type === 'object' && typeof node.properties === 'object';

/** Visits every object of the document but those in examples, which are responses and no schemas. */
function visit(node: any, look: (node: any, at: string) => void, at = '#'): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node)) look(node, at);
  for (const [name, child] of Object.entries(node)) {
    if (name !== 'examples' && name !== 'example') visit(child, look, `${at}/${name}`);
  }
}
// biome-ignore-end lint/suspicious/noExplicitAny: a document of any shape is looked into

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
    expect(named.currentRole.schema).toEqual({ type: 'boolean' });
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
      const isPage = 'text/html' in (operation.responses[200]?.content ?? {});
      for (const [status, { $ref }] of failures) {
        expect($ref, path).toBe(`#/components/responses/Problem${status}${isPage ? 'OrPage' : ''}`);
        const types = Object.keys(component($ref).content);
        expect(types).toEqual(['application/problem+json', ...(isPage ? ['text/html'] : [])]);
      }
    }
  });

  test('says which operations alone may have a failure that a parameter leads to', () => {
    const withStatus = (status: string) =>
      operations.filter(({ operation }) => status in operation.responses).map(({ path }) => path);
    const asked = (...names: string[]) =>
      operations
        .filter(({ operation }) =>
          operation.parameters?.some(({ name }: { name: string }) => names.includes(name)),
        )
        .map(({ path }) => path);
    expect(asked('changedSince').length).toBeGreaterThan(2);
    expect(withStatus('410')).toEqual(asked('since', 'changedSince'));
  });

  test('has the media type of each failure', async () => {
    const failing = operations.filter(({ method, operation }) => method === 'get' && operation.parameters);
    const undocumented: string[] = [];
    for (const { path, operation } of failing) {
      const url = `${path.replace(/\{\w+\}/g, 'nothing')}?nonsense=1`;
      for (const accept of [
        '*/*',
        ...('text/html' in operation.responses[200].content ? ['text/html'] : []),
      ]) {
        const { status, headers } = await service.get(url, { accept });
        const given = operation.responses[status];
        const { content } = given.$ref ? component(given.$ref) : given;
        const type = String(headers['content-type']).split(';')[0]!;
        if (!(type in content)) undocumented.push(`${path}: ${status} ${type}`);
      }
    }
    expect(failing.length).toBeGreaterThan(30);
    expect(undocumented).toEqual([]);
  });
});

describe('the document for generators of clients', () => {
  let clients: any;
  beforeAll(async () => {
    clients = (await service.get('/openapi.client.json')).body;
  });

  test('has JSON alone, one problem, and nothing that chooses a format', () => {
    const found = Object.entries<any>(clients.paths).flatMap(([path, item]) =>
      Object.values<any>(item).map((operation) => ({ path, operation })),
    );
    expect(found.length).toBeGreaterThan(30);
    for (const { path, operation } of found) {
      const { default: problem, ...good } = operation.responses;
      expect(problem, path).toEqual({ $ref: '#/components/responses/Problem' });
      for (const [status, { content = {} }] of Object.entries<any>(good)) {
        expect(status, path).toMatch(/^2/);
        expect(Object.keys(content).join(), path).toMatch(/^(application\/json)?$/);
      }
      const names = (operation.parameters ?? []).map(({ name }: any) => name);
      expect(
        names.filter((name: string) => ['format', 'rows', 'bom'].includes(name)),
        path,
      ).toEqual([]);
      expect(path).not.toMatch(/reconcile/);
    }
    expect(Object.keys(clients.components.responses.Problem.content)).toEqual(['application/problem+json']);
  });

  test('has the operations of the whole document that respond in JSON, as it has them', () => {
    const { get } = clients.paths['/v1/statements'];
    const whole = document.paths['/v1/statements'].get;
    expect(get.operationId).toBe(whole.operationId);
    expect(get.parameters).toEqual(
      whole.parameters.filter(({ name }: any) => !['format', 'rows', 'bom'].includes(name)),
    );
    expect(get.responses[200].content['application/json']).toEqual(
      whole.responses[200].content['application/json'],
    );
    for (const { operationId } of queries) expect(JSON.stringify(clients)).toContain(`"${operationId}"`);
    expect(clients.paths['/v1/articles']).toHaveProperty('post');
  });

  test('refers to all that it defines, and defines all that it refers to', () => {
    const text = JSON.stringify(clients);
    const referred = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(referred)).toEqual(new Set(Object.keys(clients.components.schemas)));
  });
});

test('no schema is one that generators make code of which does not compile', () => {
  const found: string[] = [];
  visit(document, (node, at) => {
    if (node.enum?.includes('')) found.push(`${at}: an enum with an empty value`);
    if (Array.isArray(node.type) && node.type.filter((type: string) => type !== 'null').length > 1)
      found.push(`${at}: several types`);
    if (node.type === 'null' && !/\/(anyOf|oneOf)\/\d+$/.test(at)) found.push(`${at}: null alone`);
    const union = (node.anyOf ?? node.oneOf ?? []).filter(({ type }: any) => type !== 'null');
    if (union.length > 1 && !node.discriminator) found.push(`${at}: a union without a discriminator`);
    if (isSchema(node) && 'int' in node.properties) found.push(`${at}: a property with the name of a type`);
  });
  expect(found).toEqual([]);
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

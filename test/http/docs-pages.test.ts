import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testService } from '../support/service.ts';

const service = testService();

/** The URLs that a page loads: those in its tags. */
const loaded = (html: string) =>
  [
    ...html.matchAll(
      /<(?:script|link|img|iframe|source|object|embed|base)\b[^>]*?\s(?:src|href|data)="([^"]*)"/g,
    ),
  ].map(([, url]) => url!);
const inlineScripts = (html: string) =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script!);

const policyOf = (header: string) =>
  Object.fromEntries(
    header.split(';').map((directive) => {
      const [name, ...sources] = directive.trim().split(' ');
      return [name!, sources];
    }),
  );

// biome-ignore-start lint/suspicious/noExplicitAny: a document of any shape is looked into
describe.each(['/docs', '/docs/', '/reference/'])('%s', (path) => {
  test('has a language, and the width of a phone', async () => {
    const { body } = await service.get(path);
    expect(body).toMatch(/<html lang="en">/);
    expect(body.match(/<meta\s+name="viewport"/g)).toHaveLength(1);
  });

  test('is a page that loads nothing from another host', async () => {
    const { status, headers, body } = await service.get(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/html/);
    const urls = loaded(body);
    expect(urls.length).toBeGreaterThan(0);
    for (const loadedUrl of urls) {
      const url = new URL(loadedUrl, `http://this.host${path}`);
      expect(url.host, loadedUrl).toBe('this.host');
      const { status: found, body: file } = await service.get(url.pathname);
      expect(found, loadedUrl).toBe(200);
      if (url.pathname.endsWith('.css')) expect(file).not.toMatch(/url\(\s*["']?(https?:)?\/\//);
    }
    for (const script of inlineScripts(body)) expect(script).not.toMatch(/https?:\/\//);
  });

  test('forbids what comes from elsewhere, and lets its own scripts run', async () => {
    const { headers, body } = await service.get(path);
    const policy = policyOf(headers['content-security-policy']!);
    expect(policy['default-src']).toEqual(["'none'"]);
    const sources = Object.values(policy).flat();
    for (const source of sources) {
      expect(source).toMatch(/^('none'|'self'|'unsafe-inline'|data:|'sha256-[\w+/]+=*')$/);
    }
    expect(policy['script-src']).not.toContain("'unsafe-inline'");
    for (const script of inlineScripts(body)) {
      const hash = createHash('sha256').update(script).digest('base64');
      expect(policy['script-src']).toContain(`'sha256-${hash}'`);
    }
  });
});

test('/reference redirects to its page', async () => {
  const { status, headers } = await service.get('/reference');
  expect(status).toBe(301);
  expect(headers.location).toBe('/reference/');
});

test('both pages show the document of the service', async () => {
  const document = (await service.get('/openapi.json')).body;
  expect((await service.get('/docs/json')).body).toEqual(document);
  const scalar = await service.get('/reference/');
  expect(scalar.body).toContain('"url": "/reference/openapi.json"');
  const shown = (await service.get('/reference/openapi.json')).body;
  expect(Object.keys(shown.paths)).toEqual(Object.keys(document.paths));
  expect(shown.components).toEqual(document.components);
});

test('Scalar starts with no parameter enabled but those of the path', async () => {
  const { paths } = (await service.get('/reference/openapi.json')).body;
  for (const parameter of paths['/v1/statements'].get.parameters) {
    expect(parameter.examples.example['x-disabled'], parameter.name).toBe(true);
  }
  const { parameters } = paths['/v1/statements/{id}'].get;
  expect(parameters).toContainEqual(
    expect.objectContaining({ in: 'path', example: 'kurilla-pakistan-phenomenal-partner' }),
  );
});

test('Scalar shows no value that it does not send', async () => {
  const { paths } = (await service.get('/reference/openapi.json')).body;
  for (const operation of Object.values<any>(paths).flatMap((item) => Object.values<any>(item))) {
    for (const { in: place, required, schema, example, examples } of operation.parameters ?? []) {
      if (place !== 'query' || required) continue;
      expect({ example, examples }).toEqual({ examples: { example: { 'x-disabled': true } } });
      expect(schema).not.toHaveProperty('default');
      expect(schema).not.toHaveProperty('examples');
    }
  }
});

test('the script of Scalar is kept by browsers', async () => {
  const url = '/reference/js/scalar.js';
  const { status, headers } = await service.get(url);
  expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=86400']);
  const again = await service.get(url, { 'if-none-match': headers.etag! });
  expect([again.status, again.body]).toEqual([304, '']);
});

test('the form that the pages fill in is taken', async () => {
  const { paths } = (await service.get('/openapi.json')).body;
  const { properties } =
    paths['/v1/reconcile'].post.requestBody.content['application/x-www-form-urlencoded'].schema;
  const fields = Object.entries<any>(properties).map(([name, { examples }]) => [name, examples[0]]);
  const response = await service.app.inject({
    method: 'POST',
    url: '/v1/reconcile',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(Object.fromEntries(fields)).toString(),
  });
  expect(response.statusCode, response.body).toBe(200);
  expect(response.json().q0.result[0].id).toBe('asim-munir');
});

test('a response of the API has a policy too, and an http URL is not turned into https', async () => {
  const { headers } = await service.get('/v1/countries');
  expect(policyOf(headers['content-security-policy']!)['default-src']).toEqual(["'none'"]);
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  expect(headers['x-content-type-options']).toBe('nosniff');
});
// biome-ignore-end lint/suspicious/noExplicitAny: a document of any shape is looked into

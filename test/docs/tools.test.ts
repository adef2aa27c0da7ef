import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentTypeOf, type Format } from '../../src/formats/media-types.ts';
import { projectFolder } from '../../src/project.ts';
import { testService } from '../support/service.ts';

const service = testService();
const tools = readFileSync(join(projectFolder, 'docs/tools.md'), 'utf8');

const written = [...tools.matchAll(/http:\/\/127\.0\.0\.1:3000(\/[^\s`'"|]*)/g)].map(([, url]) => url!);
const ofTheExample = [...tools.matchAll(/\{base\}(\/[^"]*)/g)].map(([, url]) => url!);

/** The queries of Grafana: address, root and columns. */
const queries = [
  ...tools.matchAll(/^\|[^|]+\|[^|]+\| `http:\/\/127\.0\.0\.1:3000([^`]+)` \|([^|]*)\|([^|]*)\|$/gm),
].map(([, url, root, columns]) => ({
  url: url!,
  root: root!.replaceAll('`', '').trim(),
  columns: [...columns!.matchAll(/`([^`]+)`/g)].map(([, path]) => path!),
}));

describe('the page about tools', () => {
  test.each([...new Set([...written, ...ofTheExample])])('%s answers in its format', async (url) => {
    const { status, headers, body } = await service.get(url);
    expect(status, JSON.stringify(body)).toBe(200);
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const usual = pathname.endsWith('/preview') ? 'text/html; charset=utf-8' : 'application/json';
    const format = searchParams.get('format') as Format | null;
    expect(headers['content-type']).toBe(format ? contentTypeOf(format) : usual);
    expect(body).not.toEqual('');
  });

  test('has a query for each of seven panels', () => {
    expect(queries.length).toBe(7);
    expect(written.length).toBeGreaterThan(18);
    expect(ofTheExample.length).toBe(5);
  });

  test.each(queries)('$url has the columns $columns', async ({ url, root, columns }) => {
    const { body } = await service.get(url);
    const rows: Record<string, unknown>[] = root === '' ? body : body[root];
    expect(rows.length).toBeGreaterThan(1);
    for (const path of columns) {
      const found = rows.some((row) => (valueAt(row, path) ?? null) !== null);
      expect(found, `${path} in the rows of ${url}`).toBe(true);
    }
  });

  test('names the fields of the node graph', async () => {
    const { body: nodes } = await service.get('/v1/network/nodes');
    const { body: edges } = await service.get('/v1/network/edges');
    const names = ['id', 'title', 'subTitle', 'mainStat', 'secondaryStat'];
    expect(Object.keys(nodes[0])).toEqual(expect.arrayContaining(names));
    expect(Object.keys(edges[0])).toEqual(
      expect.arrayContaining(['id', 'source', 'target', 'thickness', 'color']),
    );
  });
});

/** The value at a path such as `speakers.0.name`, as gjson reads it. */
const valueAt = (row: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], row);

import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { projectFolder } from '../../src/project.ts';
import { python, pythonPackages, pythonSources } from '../consumers/python-packages.ts';
import { benchIn } from '../consumers/workshop.ts';
import { startBrowser } from '../support/browser.ts';
import {
  ALL,
  choicesOf,
  dashboard,
  dashboardFolder,
  filledUrl,
  type InfinityQuery,
  RANGE,
  rowsOf,
} from '../support/dashboard.ts';
import { testGraph } from '../support/graph.ts';
import { restoreSeed } from '../support/graph-dump.ts';
import { hearing } from '../support/hearing.ts';
import { testService } from '../support/service.ts';

/** The examples are asked of the seed and of three outlets that report one hearing. */
const graph = testGraph();
const service = testService();
const { entities, all } = hearing();
let origin: string;

beforeAll(async () => {
  await writeEntities(graph, entities);
  await writeArticles(graph, all);
  origin = await service.app.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);
afterAll(() => restoreSeed(graph), 120_000);

const folder = (...path: string[]) => join(projectFolder, 'docs/examples', ...path);

// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
async function ask(path: string): Promise<any> {
  const response = await fetch(origin + path);
  const body = (await response.json()) as { detail?: string };
  expect([path, response.status, body.detail]).toEqual([path, 200, undefined]);
  return body;
}

describe('the notebook', () => {
  interface Notebook {
    cells: {
      cell_type: string;
      outputs?: { output_type: string; data?: Record<string, unknown>; text?: string[] }[];
    }[];
  }
  const file = folder('notebook/who-about-whom.ipynb');

  /** What its cells show, but for the bytes of pictures. */
  const shownBy = ({ cells }: Notebook) =>
    cells.flatMap(({ outputs = [] }) =>
      outputs.map(({ data = {}, text }) =>
        'image/png' in data ? 'a picture' : (data['text/plain'] ?? text),
      ),
    );

  test('runs from the first cell to the last, and shows what is saved in it', async () => {
    const executed = join(await benchIn(), 'executed.ipynb');
    const script = join(pythonSources, 'run_notebook.py');
    await python(await pythonPackages(), [script, file, executed], folder(), { ONRECORD_URL: origin });
    const text = await readFile(executed, 'utf8');
    if (process.env.WRITE_NOTEBOOK) await writeFile(file, text);
    const shown = shownBy(JSON.parse(text));
    expect(shown, '`npm run notebook` writes its outputs anew').toEqual(
      shownBy(JSON.parse(await readFile(file, 'utf8'))),
    );
    expect(shown.filter((one) => one === 'a picture')).toHaveLength(1);
    const { items } = await ask('/v1/stats/agreement');
    for (const { one, other } of items)
      expect(JSON.stringify(shown)).toMatch(new RegExp(`${one.name} +${other.name}`));
  }, 240_000);

  test('is run with the versions of libraries that it asks for', () => {
    const pinned = (path: string) => readFileSync(path, 'utf8').match(/^[\w-]+==.*$/gm)!;
    expect(pinned(join(pythonSources, 'requirements.txt'))).toEqual(
      expect.arrayContaining(pinned(folder('notebook/requirements.txt'))),
    );
  });
});

describe('the page of Observable Plot', () => {
  const require = createRequire(import.meta.url);
  /** What the page loads, by its URL, as the packages that are installed have it: its hashes hold both to each other. */
  const FILES = new Map(
    [
      ['d3', 'd3.min.js'],
      ['@observablehq/plot', 'plot.umd.min.js'],
    ].map(([name, file]) => {
      const root = join(require.resolve(name!), '../..');
      const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
      return [`/npm/${name}@${version}/dist/${file}`, join(root, 'dist', file!)];
    }),
  );
  let browser: Browser;
  let elsewhere: Server;
  beforeAll(async () => {
    browser = await startBrowser();
    const page = await readFile(folder('plot/index.html'));
    elsewhere = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page));
    await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening));
  });
  afterAll(async () => {
    await browser?.close();
    elsewhere?.close();
  });

  /** The page as another origin serves it, once it has drawn or failed, and what went wrong meanwhile. */
  async function opened(query: Record<string, string> = {}): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const faults: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.route(/^https:/, async (route) => {
      const file = FILES.get(new URL(route.request().url()).pathname);
      if (!file) return route.abort();
      return route.fulfill({ path: file, headers: { 'access-control-allow-origin': '*' } });
    });
    const { port } = elsewhere.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/?${new URLSearchParams({ service: origin, ...query })}`);
    await page.locator('body[data-state=drawn], body[data-state=failed]').waitFor();
    return { page, faults };
  }

  const countsIn = async (page: Page, id: string, mark: string) =>
    (await page.locator(`#${id} svg[aria-label] g[aria-label=${mark}] > *`).allTextContents()).map(Number);
  const marksIn = (page: Page, id: string, mark: string) =>
    page.locator(`#${id} g[aria-label=${mark}] > *`).count();

  test.each([{}, { about: 'Pakistan' }])('draws what the service counts of %o', async (query) => {
    const { page, faults } = await opened(query as Record<string, string>);
    const asked = `${new URLSearchParams(query as Record<string, string>)}`;
    const pairs = await ask(`/v1/stats/who-about-whom?aboutAs=target&limit=200&${asked}`);
    expect(await marksIn(page, 'pairs', 'cell')).toBe(pairs.items.length);
    expect((await countsIn(page, 'pairs', 'text')).sort()).toEqual(
      pairs.items.map(({ count }: { count: number }) => count).sort(),
    );
    const years = await ask(`/v1/timeline?interval=year&${asked}`);
    const busy = years.items.filter(({ statements }: { statements: number }) => statements > 0);
    expect(await marksIn(page, 'years', 'rect')).toBe(busy.length);
    expect(await page.locator('#years .left-out').innerText()).toBe(
      `${years.undated.statements} have no date.`,
    );
    const { items: statements } = await ask(`/v1/statements?limit=500&${asked}`);
    const scored = statements.filter(
      // biome-ignore lint/suspicious/noExplicitAny: of a response
      ({ said, act }: any) => said.earliest && typeof act?.goldstein === 'number',
    );
    const links = await page
      .locator('#tone g[aria-label=dot] a')
      .evaluateAll((dots) => dots.map((dot) => dot.getAttribute('href')));
    expect(links.sort()).toEqual(
      scored.map(({ id }: { id: string }) => `${origin}/v1/statements/${id}`).sort(),
    );
    const outlets = await ask(`/v1/stats/outlets?limit=50&${asked}`);
    const bars = outlets.items.flatMap(({ alone, shared }: { alone: number; shared: number }) =>
      [alone, shared].filter((count) => count > 0),
    );
    expect(await marksIn(page, 'outlets', 'bar')).toBe(bars.length);
    expect(faults).toEqual([]);
    if (process.env.WRITE_SCREENSHOTS && asked === '') {
      const screenshots = join(projectFolder, 'docs/screenshots');
      await mkdir(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, 'plot-1280.png'), fullPage: true });
    }
    await page.close();
  });

  test('says what is wrong with a name, and draws again', async () => {
    const { page } = await opened({ speaker: 'Kurila' });
    expect(await page.locator('[role=alert]').innerText()).toContain('The nearest is michael-kurilla');
    await page.fill('[name=speaker]', 'Kurilla');
    await page.click('button');
    await page.locator('body[data-state=drawn]').waitFor();
    expect(await page.locator('[role=alert]').innerText()).toBe('');
    expect(await marksIn(page, 'pairs', 'cell')).toBeGreaterThan(0);
    await page.close();
  });
});

describe('the dashboard of Grafana', () => {
  const targets = dashboard.panels.flatMap(({ title, targets }) =>
    targets.map((query) => ({ title, query, of: query.columns.map(({ text }) => text).join(', ') })),
  );

  const rows = async (query: InfinityQuery, chosen = ALL) =>
    rowsOf(await ask(filledUrl(query.url, chosen, RANGE)), query);
  const panel = (title: string) => dashboard.panels.find((one) => one.title === title)!;
  const table = async (title: string, chosen = ALL) =>
    (await rows(panel(title).targets[0]!, chosen)).map((row) => Object.values(row));

  const isOfType = {
    string: (value: unknown) => typeof value === 'string',
    number: (value: unknown) => typeof value === 'number',
    // The layouts that Infinity knows have a day alone among them.
    timestamp: (value: unknown) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  };

  test.each(targets)('$title: $of are in the response, of their types', async ({ query }) => {
    const found = await rows(query);
    expect(found.length).toBeGreaterThan(0);
    for (const { text, type } of query.columns) {
      const values = found.map((row) => row[text]).filter((value) => value !== null);
      expect(values.length, text).toBeGreaterThan(0);
      expect(
        values.filter((value) => !isOfType[type](value)),
        text,
      ).toEqual([]);
    }
  });

  test.each(dashboard.panels)('$title shapes and links columns that it has', async (panel) => {
    const columns = new Set(panel.targets.flatMap((query) => query.columns.map(({ text }) => text)));
    const named = [
      ...panel.fieldConfig.overrides.flatMap(({ matcher }) =>
        matcher.id === 'byName' ? matcher.options : [],
      ),
      ...panel.transformations.flatMap(({ options }) => [
        ...Object.keys(options.indexByName ?? {}),
        ...[options.columnField, options.rowField, options.valueField].flatMap((field) => field ?? []),
      ]),
      ...(panel.options.xField ? [panel.options.xField] : []),
    ];
    expect(named.filter((name) => !columns.has(name))).toEqual([]);
    const links = JSON.stringify(panel.fieldConfig.overrides).match(/\$\{service\}[^"]*/g) ?? [];
    const [row] = links.length > 0 ? await rows(panel.targets[0]!) : [];
    for (const link of links)
      await ask(
        link
          .replace('${service}', '')
          .replaceAll(/\$\{__data\.fields\.(\w+)\}/g, (_, name) => String(row![name])),
      );
  });

  test('offers people and entities to choose, by name', async () => {
    for (const variable of dashboard.templating.list.filter(({ type }) => type === 'query')) {
      const { name, allValue } = variable;
      expect(allValue).toBe('*');
      const choices = await rows(choicesOf(variable));
      expect(choices).toContainEqual({ __text: 'Marta Keel', __value: 'marta-keel' });
      const several = { ...ALL, [name]: choices.slice(0, 3).map(({ __value }) => String(__value)) };
      for (const { query } of targets) await rows(query, several);
    }
  });

  test('shows what the record has', async () => {
    expect(await table('Agreement of outlets')).toEqual([
      ['Northern Post', 'The Harbour Gazette', 2, 2, 2, 0, 2],
      ['Evening Sheet', 'Northern Post', 1, 0, 0, 0, 0],
      ['Evening Sheet', 'The Harbour Gazette', 1, 0, 0, 0, 0],
    ]);
    expect(await table('Who about whom', { ...ALL, speaker: ['marta-keel', 'lena-orvik'] })).toEqual([
      ['Lena Orvik', 'Marta Keel', 1],
      ['Marta Keel', 'Norland Port Authority', 1],
    ]);
    expect(await table('Who about whom', { ...ALL, about: 'rumi' })).toEqual([]);
    const contested = await table('Contested');
    expect(contested.map(([kind, , fields, readings]) => [kind, fields, readings])).toEqual([
      ['event', 'date', '2031-03-04 / 2031-03-05'],
      ['statement', 'date', '2031-03-04 / 2031-03-05'],
      ['statement', 'date', '2031-03-04 / 2031-03-05'],
      ['statement', 'speaker', 'Donald Trump / Michael E. Kurilla'],
    ]);
    const [newest] = await table('Newest statements');
    expect(newest!.slice(0, 5)).toEqual([
      ...['2031-03-04', 'Lena Orvik', 'Marta Keel', 'Criticize or denounce'],
      -2,
    ]);
  });

  test('is provisioned with the data source that it names', () => {
    const provisioned = readFileSync(join(dashboardFolder, 'datasource.yaml'), 'utf8');
    const uids = new Set(JSON.stringify(dashboard).match(/"uid":"[^"]*"/g));
    expect([...uids]).toEqual(['"uid":"on-record"']);
    expect(provisioned).toContain('uid: on-record');
  });
});

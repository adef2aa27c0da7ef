import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenshot, startBrowser, VIEWS } from '../support/browser.ts';
import { testService } from '../support/service.ts';

const service = testService();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The rules of axe that colours decide: all that dark can break where light is whole. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

const CHECKED =
  'Kurilla praised Islamabad: “They have been a reliable partner in the counterterrorism world,” he said. In 2018 Trump had called Pakistan “one of the most dangerous countries”, and later said that “two very smart people decided not to keep going with a war”. His grandmother “bakes the best apple cake in Saarbrücken”.';

/** Every kind of page, with the name of its screenshot where the documentation has one. */
const PAGES: [url: string, name?: string][] = [
  ['/', 'home'],
  ['/v1'],
  ['/v1/statements?about=Pakistan', 'statements'],
  ['/v1/statements?speaker=nobody-of-this-name'],
  ['/v1/statements?contested=true&sort=oldest&limit=1'],
  ['/v1/statements/two-smart-people-stopped-war', 'statement'],
  ['/v1/articles', 'articles'],
  ['/v1/articles/shifting-sands#q-9d8f3632a74ab1b4', 'article'],
  ['/v1/people', 'people'],
  ['/v1/entities/donald-trump', 'person'],
  ['/v1/entities/pakistan', 'country'],
  ['/v1/entities/pakistan/timeline'],
  ['/v1/events', 'events'],
  ['/v1/events/trump-munir-meeting-2025', 'event'],
  ['/v1/relations?subject=pakistan'],
  ['/v1/mentions?limit=20'],
  ['/v1/contested', 'contested'],
  ['/v1/contested?field=place'],
  ['/v1/excluded', 'excluded'],
  ['/v1/stats/who-about-whom', 'who-about-whom'],
  ['/v1/timeline?interval=year', 'timeline'],
  ['/v1/network', 'network'],
  ['/v1/paths?from=Rumi&to=Asim+Munir', 'path'],
  ['/v1/paths?from=Rumi&to=Asim+Munir&maxHops=1'],
  ['/v1/changes', 'changes'],
  ['/v1/decisions', 'decisions'],
  ['/v1/stats/statements?groupBy=speaker', 'counts'],
  ['/v1/stats/outlets'],
  ['/v1/search?q=terror', 'search'],
  [`/check?${new URLSearchParams({ text: CHECKED })}`, 'check'],
  ['/review', 'review'],
  ['/v1/check?quote=a+reliable+partner+in+the+counterterrorism+world'],
  ['/v1/vocabularies', 'vocabularies'],
  ['/v1/vocabularies/acts'],
  ['/v1/vocabularies/polarities'],
  ['/problems'],
];

let browser: Browser;
let withScripts: BrowserContext;
let withoutScripts: BrowserContext;
let origin: string;
beforeAll(async () => {
  browser = await startBrowser();
  withScripts = await browser.newContext();
  withoutScripts = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  origin = await service.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => browser?.close());

/** What went wrong while a page was open: errors, and whatever was asked of another host. */
async function opened(context: BrowserContext, url: string): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    // A page that tells of a problem has its status.
    const isStatus = message.location().url === origin + url;
    if (['error', 'warning'].includes(message.type()) && !isStatus) faults.push(message.text());
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) faults.push(request.url());
  });
  await page.goto(origin + url, { waitUntil: 'load' });
  return { page, faults };
}

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/**
 * What axe finds, as lines: the rule, the element and why.
 * @param rules all of them where none are given.
 */
async function violationsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  const options = JSON.stringify({ resultTypes: ['violations'], runOnly: rules });
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe.each(PAGES)('%s', (url, name) => {
  test('has no fault that axe finds, in light and in dark, on a phone and on a screen; nothing fails or is loaded from elsewhere', async () => {
    const { page, faults } = await opened(withScripts, url);
    await page.evaluate(AXE);
    for (const { width, height } of VIEWS) {
      await page.setViewportSize({ width, height });
      expect(await overflow(page), `beyond ${width} pixels`).toBe(0);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violationsOf(page, COLOUR_RULES), `${width} dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await violationsOf(page), `${width} light`).toEqual([]);
      if (name) await screenshot(page, name);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  test('is complete without a script', async () => {
    const { page, faults } = await opened(withoutScripts, url);
    expect(await page.locator('h1').innerText()).not.toBe('');
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(40);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });
});

test.each(PAGES)(
  '%s is printed without what can only be clicked, within the paper, and says where it is from',
  async (url) => {
    const context = await browser.newContext({ viewport: { width: 718, height: 1016 } });
    const { page } = await opened(context, url);
    await page.emulateMedia({ media: 'print' });
    const clickable = 'form, nav, button, input, .button, .place, [rel~=nofollow]';
    expect(await page.locator(clickable).filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('.printed').innerText()).toMatch(
      /^This page: http.+, retrieved on \d+ \w+ \d{4}$/,
    );
    expect(await overflow(page)).toBe(0);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(1000);
    await context.close();
  },
);

test('a first view has at most 30 kB, compressed, with its style and its scripts', async () => {
  for (const url of ['/', '/v1/statements', '/v1/articles/shifting-sands', '/v1/entities/donald-trump']) {
    const { body } = await service.get(url, { accept: 'text/html' });
    const files = [...String(body).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
    const bodies = await Promise.all([...new Set(files)].map((path) => service.app.inject({ url: path })));
    const weight = [Buffer.from(String(body)), ...bodies.map(({ rawPayload }) => rawPayload)]
      .map((part) => gzipSync(part).length)
      .reduce((sum, part) => sum + part);
    expect(weight, url).toBeLessThan(30_000);
  }
});

test('the question is asked with the keyboard alone, and names are suggested while they are typed', async () => {
  const context = await browser.newContext();
  const { page, faults } = await opened(context, '/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.name')).toBe('speaker');
  await page.keyboard.type('kuril');
  await page.locator('#f-speaker-choices option').first().waitFor({ state: 'attached' });
  expect(await page.locator('#f-speaker-choices option').first().getAttribute('value')).toBe(
    'Michael E. Kurilla',
  );
  await page.keyboard.type('la');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${origin}/v1/statements?speaker=kurilla`);
  expect(await page.locator('h1').innerText()).toBe('What kurilla said');
  expect(await page.locator('.statement').count()).toBeGreaterThan(3);
  expect(faults).toEqual([]);
  await context.close();
});

test('the form without a script leads to a URL that says only what was asked', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page } = await opened(context, '/');
  await page.fill('[name=about]', 'Pakistan');
  await page.click('.question button');
  expect(page.url()).toBe(`${origin}/v1/statements?about=Pakistan`);
  await context.close();
});

test('a pasted paragraph is checked without a script, and stays in the form', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { page, faults } = await opened(context, '/');
  await page.click('main a[href="/check"]');
  await page.fill('textarea', CHECKED);
  await page.click('.question button');
  expect(page.url()).toBe(`${origin}/check`);
  expect(await page.locator('mark.checked').count()).toBe(4);
  expect(await page.locator('mark.altered').innerText()).toMatch(/reliable/);
  expect(await page.inputValue('textarea')).toBe(CHECKED);
  expect(faults).toEqual([]);
  await context.close();
});

test('a link to words of an article shows them, and a note shows its words', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { page } = await opened(context, '/v1/articles/shifting-sands#q-a7933bf7a27c1455');
  const target = page.locator('mark.target');
  expect((await target.allInnerTexts()).join('')).toBe('Pakistan “one of the most dangerous countries.”');
  expect(await target.first().isVisible()).toBe(true);
  await page.hover('#card-q-9d8f3632a74ab1b4');
  expect((await page.locator('mark.shown').allInnerTexts()).join('')).toBe(
    'Munir for his part in lowering tensions between Pakistan and India',
  );
  await page.uncheck('#show-quotation');
  const background = "getComputedStyle(document.querySelector('mark.quotation')).backgroundColor";
  expect(await page.evaluate(background)).toBe('rgba(0, 0, 0, 0)');
  await context.close();
});

test.each([
  '/',
  '/v1/statements/two-smart-people-stopped-war',
  '/v1/events/trump-munir-meeting-2025',
  '/v1/contested',
  '/v1/stats/who-about-whom',
  '/review',
])(
  '%s is walked through with the keyboard, from the link to its content to its end, and shows where one is',
  async (url) => {
    const { page } = await opened(withScripts, url);
    let last = -1;
    for (;;) {
      await page.keyboard.press('Tab');
      const { place, name, isShown } = await page.evaluate<{
        place: number;
        name: string;
        isShown: boolean;
      }>(`(() => {
      const { activeElement } = document;
      const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
      return {
        place: activeElement === document.body ? -1 : [...document.querySelectorAll('*')].indexOf(activeElement),
        name: activeElement.outerHTML.slice(0, 80),
        isShown: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      };
    })()`);
      if (last < 0) expect(name).toContain('class="skip"');
      // Behind the last element the document is left, and begins again.
      if (place < last) break;
      expect(place, `Tab leads on from ${name}`).toBeGreaterThan(last);
      expect(isShown, `${name} has an outline`).toBe(true);
      last = place;
    }
    expect(await page.evaluate(`document.querySelectorAll('*')[${last}].closest('footer') !== null`)).toBe(
      true,
    );
    await page.close();
  },
);

test('the network is drawn, and its nodes are in the table too', async () => {
  const context = await browser.newContext({ viewport: VIEWS[0] });
  const { page, faults } = await opened(context, '/v1/network');
  await page.locator('#network.drawn canvas').first().waitFor();
  expect(await page.locator('table').count()).toBe(2);
  expect(faults).toEqual([]);
  await context.close();
});

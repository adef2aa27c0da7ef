import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { effortLine, readLog } from '../../src/draft/review/review-log.ts';
import { screenshot, startBrowser, VIEWS } from '../support/browser.ts';
import { restoreSeed } from '../support/graph-dump.ts';
import { KEY, writableService } from '../support/writable-service.ts';

const service = writableService();

const TEXT = `Partners in talks

By Ada Example

“We have waited for this day for many years,” said Gen. Michael Kurilla, the commander of CENTCOM, in Islamabad. Donald Trump told reporters that Pakistan had been one of the most dangerous countries.

Weinbaum spoke later. “Nobody asked the farmers,” he added.
`;

let browser: Browser;
let origin: string;
beforeAll(async () => {
  browser = await startBrowser();
  origin = await service.listen();
});
afterAll(async () => {
  await browser?.close();
  await restoreSeed(service.graph);
});

const status = (page: Page, fact: number) => page.locator('.fact .status').nth(fact).innerText();

/** Selects words of the article as a reader does, and leaves the focus where it is. */
const select = (page: Page, words: string) =>
  page.evaluate(`(() => {
    const node = document.getElementById('source').firstChild;
    const start = node.data.indexOf(${JSON.stringify(words)});
    getSelection().setBaseAndExtent(node, start, node, start + ${words.length});
  })()`);

describe('an article is added on a page', () => {
  test('pasted, drafted, reviewed with the keyboard, tried, mended, written, and found by the question that it answers', async () => {
    const context = await browser.newContext({ viewport: VIEWS[0] });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('request', (request) => {
      if (
        request.url().includes(KEY) ||
        !/^(?:blob:)?http/.test(request.url()) ||
        !request.url().includes(origin)
      )
        faults.push(request.url());
    });
    await page.goto(`${origin}/`);
    await page.click('text=Add an article ›');
    await page.fill('#key', KEY);
    await page.click('.key button');
    await page.fill('#r-text', TEXT);
    await page.fill('#r-published', '2025-06-12');
    // Nor is what is pasted and no draft yet lost when the page is loaded anew.
    await page.reload();
    expect([await page.inputValue('#r-text'), await page.inputValue('#r-published')]).toEqual([
      TEXT,
      '2025-06-12',
    ]);
    await screenshot(page, 'adding-1-pasted');
    await page.click('#paste button');
    await page.locator('.fact').first().waitFor();
    await screenshot(page, 'adding-2-drafted');
    expect(await page.locator('#progress').innerText()).toMatch(/^0 of \d+ facts decided$/);
    expect(await page.evaluate('CSS.highlights.get("review-open").size')).toBeGreaterThan(2);

    // The first fact is accepted, another one rejected, by keys alone.
    await page.locator('.fact').first().focus();
    expect(await page.locator('.fact blockquote').first().innerText()).toBe(
      'We have waited for this day for many years',
    );
    await page.keyboard.press('a');
    expect(await status(page, 0)).toBe('accepted');
    await page.keyboard.press('x');
    expect(await status(page, 1)).toBe('rejected');

    // Nothing is lost when the page is loaded anew.
    await page.reload();
    expect([await status(page, 0), await status(page, 1)]).toEqual(['accepted', 'rejected']);

    // Nor what is being typed into a field, or selected for a span, or which fact one is at.
    const said = page.locator('#fact-2-said');
    const before = await said.inputValue();
    await said.fill('2025-0');
    await select(page, 'told reporters');
    await page.reload();
    expect(await said.inputValue()).toBe('2025-0');
    expect(await page.evaluate('getSelection().toString()')).toBe('told reporters');
    expect(await page.locator('.fact[data-current]').getAttribute('aria-label')).toMatch(/ 3$/);
    await said.fill(before);
    await page.keyboard.press('Escape');
    expect(await status(page, 2)).toBe('open');

    // Words are selected by keys, too.
    await page.keyboard.press('t');
    expect(await page.evaluate('document.activeElement.id')).toBe('source');
    await select(page, 'Weinbaum');
    for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft'])
      await page.keyboard.press(key);
    expect(await page.evaluate('getSelection().toString()')).toBe('spoke later.');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await page.evaluate('getSelection().toString()')).toMatch(
      /^“We have waited.*dangerous countries\.$/,
    );
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.className')).toBe('card fact');

    // A new statement of selected words, whose speaker is typed by name.
    await select(page, 'spoke later');
    await page.click('#add');
    const added = page.locator('.fact[data-current]');
    expect(await added.locator('blockquote').innerText()).toBe('spoke later');
    await page.keyboard.type('nobody of that name');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');

    // What is wrong is told at its fact.
    await page.click('#try');
    await page.locator('.told li').first().waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.className')).toBe('card fact');
    // Pages scroll smoothly.
    const bottom = async () => {
      const { y, height } = (await page.locator('.told li').first().boundingBox())!;
      return y + height;
    };
    await expect.poll(bottom).toBeLessThanOrEqual(VIEWS[0].height);
    await screenshot(page, 'adding-3-fault');
    expect(await added.locator('.told').innerText()).toMatch(/found "nobody of that name"; expected/);
    await page.reload();
    expect(await added.locator('.told').innerText()).toMatch(/found "nobody of that name"; expected/);
    await added.locator('input').first().fill('Weinbaum');
    await page.keyboard.press('Tab');
    // The policy of the page forbids a script to wait for it.
    const current = page.locator('.fact[data-current] input').first();
    await expect.poll(() => current.inputValue(), { timeout: 30_000 }).toBe('marvin-weinbaum');

    // The words of a span are mended.
    await select(page, 'Weinbaum spoke later');
    await added.locator('button', { hasText: 'Use the selected words' }).click();
    expect(await added.locator('blockquote').innerText()).toBe('Weinbaum spoke later');

    // The rest is accepted, tried and written.
    const facts = await page.locator('.fact').count();
    for (let fact = 0; fact < facts; fact++)
      if ((await status(page, fact)) === 'open') {
        await page.locator('.fact').nth(fact).focus();
        await page.keyboard.press('a');
      }
    await page.click('#try');
    await page.locator('#outcome', { hasText: 'It is valid' }).waitFor();
    await screenshot(page, 'adding-4-tried');
    await page.click('#write');
    await page.locator('#outcome', { hasText: 'It is written' }).waitFor();
    expect(await page.locator('#outcome').innerText()).toMatch(/What [A-Z][^\n]* said/);
    await screenshot(page, 'adding-5-written');
    expect(await page.locator('#outcome').innerText()).toMatch(
      /\d+ facts in \d+\.\d minutes, 1 of them rejected; \d+ edits \(\d\.\d a statement\)/,
    );
    // The log is that of the command that reviews a draft, and says the same.
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[download]')]);
    const entries = readLog(await download.path());
    expect(entries).toHaveLength(facts);
    expect(entries.every(({ at, seconds }) => Date.parse(at) > 0 && seconds < 300)).toBe(true);
    expect(await page.locator('#outcome').innerText()).toContain(effortLine(entries));
    expect(await page.evaluate('localStorage.length')).toBe(0);
    expect(await page.inputValue('#r-text')).toBe('');
    expect(await page.evaluate('sessionStorage.getItem("on-record-key")')).toBe(KEY);

    // It is read, and the question that it answers finds it.
    await page.click('text=Read the article with its evidence');
    expect(await page.locator('h1').innerText()).toBe('Partners in talks');
    await screenshot(page, 'adding-6-read');
    expect(await page.locator('main').innerText()).toMatch(
      /Reviewed in \d\.\d minutes: \d+ facts decided, 1 of/,
    );
    const { effort } = await service.get('/v1/articles/partners-in-talks');
    expect(effort).toMatchObject({ facts, rejected: 1, until: expect.any(String) });
    await page.goto(`${origin}/v1/statements?speaker=Weinbaum&article=partners-in-talks`);
    await screenshot(page, 'adding-7-found');
    expect(await page.locator('.statement').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('Weinbaum spoke later')]),
    );
    expect(faults).toEqual([]);
    await context.close();
  }, 120_000);

  test('in two tabs at once, each article is kept for itself, and one that both have is reviewed in the last one alone', async () => {
    const context = await browser.newContext({ viewport: VIEWS[0] });
    context.setDefaultTimeout(30_000);
    const opened = async () => {
      const page = await context.newPage();
      await page.goto(`${origin}/review`);
      return page;
    };
    const drafted = async (page: Page, text: string) => {
      await page.fill('#key', KEY);
      await page.click('.key button');
      await page.fill('#r-text', text);
      await page.click('#paste button');
      await page.locator('.fact').first().waitFor();
    };
    const [one, other] = [await opened(), await opened()];
    await drafted(one, TEXT);
    await drafted(other, TEXT.replace('Partners in talks', 'Talks among partners'));
    await one.locator('.fact').first().focus();
    await one.keyboard.press('a');
    await other.locator('.fact').first().focus();
    await other.keyboard.press('x');
    await one.reload();
    await other.reload();
    expect([await status(one, 0), await status(other, 0)]).toEqual(['accepted', 'rejected']);

    // A third tab offers both, and takes up the first with what is being typed there.
    const said = '#fact-1-said';
    await one.fill(said, '2025-07');
    // What a browser tells a window that is left: here all pages have the focus.
    await one.evaluate("dispatchEvent(new Event('blur'))");
    const third = await opened();
    expect(await third.locator('#others li').allInnerTexts()).toEqual([
      expect.stringMatching(/^Talks among partners 1 of \d+ facts decided/),
      expect.stringMatching(/^Partners in talks 1 of \d+ facts decided/),
    ]);
    await third.getByRole('button', { name: 'Go on: Partners in talks' }).click();
    expect([await status(third, 0), await third.inputValue(said)]).toEqual(['accepted', '2025-07']);
    await one.locator('#outcome', { hasText: 'Another tab goes on with this' }).waitFor();
    expect(await one.locator('#reviewing').isHidden()).toBe(true);
    expect(await status(other, 0)).toBe('rejected');

    // What is done there is there where the first takes it back, and the third lets go.
    await third.locator('.fact').nth(1).focus();
    await third.keyboard.press('x');
    await one.getByRole('button', { name: 'Go on here' }).click();
    expect([await status(one, 0), await status(one, 1)]).toEqual(['accepted', 'rejected']);
    await third.locator('#outcome', { hasText: 'Another tab goes on with this' }).waitFor();

    // What is thrown away in one tab is open in no other, and nothing else is.
    one.on('dialog', (dialog) => dialog.accept());
    await third.getByRole('button', { name: 'Go on here' }).click();
    await one.getByRole('button', { name: 'Throw it away: Partners in talks' }).click();
    await third.locator('#outcome', { hasText: 'thrown away in another tab' }).waitFor();
    expect(await one.locator('#others li').allInnerTexts()).toEqual([
      expect.stringContaining('Talks among partners'),
    ]);
    await other.reload();
    expect(await status(other, 0)).toBe('rejected');
    await context.close();
  }, 120_000);

  test('not without a key, and the key is in no URL', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${origin}/review`);
    await page.fill('#r-text', TEXT);
    await page.click('#paste button');
    await page.locator('#outcome', { hasText: 'Authentication required' }).waitFor();
    expect(page.url()).toBe(`${origin}/review`);
    await context.close();
  });
});

test('a decision is taken on the page of its statement, with the key', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/v1/statements/two-smart-people-stopped-war`);
  await page.click('#decide > summary');
  await page.fill('#key', KEY);
  await page.click('#decide .key button');
  await page.selectOption('#d-attribution', { index: 1 });
  await page.selectOption('#d-rank', 'deprecated');
  await page.fill('#d-why', 'The signature names another.');
  // What is filled in is there again when the page is loaded anew, and gone when it is sent.
  await page.reload();
  expect(await page.inputValue('#d-why')).toBe('The signature names another.');
  expect(await page.inputValue('#d-rank')).toBe('deprecated');
  expect(await page.inputValue('#d-attribution')).toContain('michael-kurilla');
  await Promise.all([page.waitForEvent('load'), page.click('.decision button')]);
  const decided = page.locator('.card', { hasText: 'The signature names another.' });
  expect(await decided.innerText()).toMatch(
    /^Ranked an attribution: Michael E\. Kurilla, kept as mistaken\n.*two very smart people/is,
  );
  expect(await page.inputValue('#d-why')).toBe('');
  expect(await page.evaluate('localStorage.length')).toBe(0);
  const body = await service.get('/v1/decisions?target=two-smart-people-stopped-war');
  expect(body.items.at(-1)).toMatchObject({
    kind: 'rank',
    rank: 'deprecated',
    speakers: ['michael-kurilla'],
  });

  // The key is known in this tab, and the link of a queue leads to the form.
  await page.goto(`${origin}/v1/events/trump-munir-meeting-2025#decide`);
  const { items: events } = await service.get('/v1/events?limit=2');
  const other = events.map(({ id }: { id: string }) => id).find((id: string) => !page.url().includes(id));
  await page.selectOption('#d-kind', 'different');
  await page.fill('#d-other', other);
  await page.fill('#d-why', 'Two days, two meetings.');
  await Promise.all([page.waitForEvent('load'), page.click('.decision button')]);
  expect(await page.locator('.card', { hasText: 'two meetings.' }).innerText()).toMatch(/^Kept apart/);

  // An entity is merged into another on its page, and leads to that one then; a country has no such form.
  await page.goto(`${origin}/v1/entities/marvin-weinbaum#decide`);
  await page.fill('#d-other', 'raza-ahmad-rumi');
  await page.fill('#d-why', 'They are one.');
  await Promise.all([page.waitForURL('**/v1/entities/raza-ahmad-rumi*'), page.click('.decision button')]);
  await page.goto(`${origin}/v1/entities/pakistan`);
  expect(await page.locator('#decide').count()).toBe(0);
  await context.close();
});

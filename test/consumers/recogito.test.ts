import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { listeningService } from './listening.ts';
import { typescriptTools } from './typescript-tools.ts';

const service = listeningService();
const SCRIPT = 'node_modules/@recogito/text-annotator/dist/text-annotator.umd.js';

interface Target {
  source: string;
  selector: { type: string; exact?: string }[];
}

interface Annotation {
  id: string;
  /** Several where a quotation has parts. */
  target: Target | Target[];
}

let browser: Browser;
let script: string;
beforeAll(async () => {
  script = join(await typescriptTools(), SCRIPT);
  browser = await startBrowser();
}, 600_000);
afterAll(() => browser?.close());

test('@recogito/text-annotator loads the annotations of an article as they are', async () => {
  const path = `${service.url}/v1/articles/shifting-sands`;
  const { text } = (await (await fetch(path)).json()) as { text: string };
  const items = await annotationsOf(`${path}/annotations?limit=500`);
  const page = await browser.newPage();
  await page.setContent('<pre id="text"></pre>');
  // Bundlers put this in.
  await page.addScriptTag({ content: "globalThis.process = { env: { NODE_ENV: 'production' } };" });
  await page.addScriptTag({ path: script });
  const given = JSON.stringify({ text, items, source: targetsOf(items[0]!)[0]!.source });
  const shown = await page.evaluate<[id: string, words: string[]][]>(`(() => {
    const { text, items, source } = ${given};
    const element = document.getElementById('text');
    element.textContent = text;
    const annotator = RecogitoJS.createTextAnnotator(element, {
      adapter: RecogitoJS.W3CTextFormat(source, element),
    });
    annotator.setAnnotations(items);
    return annotator.state.store.all().map(({ id, target }) => [
      id,
      target.selector.map(({ range }) => range.toString()),
    ]);
  })()`);
  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries(items.map((item) => [item.id, targetsOf(item).map(quoteOf)])),
  );
  await page.close();
});

const targetsOf = ({ target }: Annotation) => [target].flat();

const quoteOf = ({ selector }: Target) => selector.find(({ type }) => type === 'TextQuoteSelector')!.exact;

/** Those of all pages. */
async function annotationsOf(url: string): Promise<Annotation[]> {
  const body = (await (await fetch(url)).json()) as { first?: Page } & Page;
  const { items, next } = body.first ?? body;
  return next ? [...items, ...(await annotationsOf(next))] : items;
}

interface Page {
  items: Annotation[];
  next?: string;
}

import { parse } from 'csv-parse/sync';
import { JSDOM, VirtualConsole } from 'jsdom';
import { afterAll, beforeAll, expect } from 'vitest';
import { queries } from '../../../src/endpoints/index.ts';
import { writeChecked } from '../../../src/ingest/ingest.ts';
import { formatsOf } from '../../../src/query/define.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { restoreSeed } from '../../support/graph-dump.ts';
import { expectGood } from '../../support/leaks.ts';
import { addressOf } from '../../support/query-parameters.ts';
import { SPEAKER, scratchInputs, scratchRecord } from '../../support/scratch.ts';
import { testService } from '../../support/service.ts';

const service = testService();
const graph = testGraph();
const inputs = scratchInputs();

/** Beginnings that a spreadsheet takes for a formula; a text has no CR. */
const FORMULAS = [
  '=cmd|’/C calc’!A0',
  '+1+cmd|’/C calc’!A0',
  '-2+3',
  '@SUM(1+1)',
  '\t=1+1',
  '=HYPERLINK("http://127.0.0.1/"&A1,"x")',
  '＝2+2',
  'two lines\n=1+1',
];
const SCRIPTS = [
  '<script>window.ran = true</script>',
  '</title><script>window.ran = true</script>',
  '"><img src=x onerror="window.ran = true">',
  "' onmouseover='window.ran = true' x='",
  '<svg onload=window.ran=true>',
  '</style><script>window.ran = true</script>',
  '<a href="javascript:window.ran=true">x</a>',
  '&lt;script&gt;window.ran = true&lt;/script&gt;',
];
const HOSTILE = [...FORMULAS, ...SCRIPTS];

const land = 'scratch-land';
const personOf = (nth: number) => `${SPEAKER}-${nth}`;

beforeAll(async () => {
  const people = HOSTILE.map((text, nth) => ({
    id: personOf(nth),
    type: 'Person',
    name: text,
    aliases: [`${text} alias`],
    description: text,
  }));
  const entities = [
    ...people,
    { id: land, type: 'Country', name: '=Scratchland', description: '=1+1' },
    { id: 'scratch-order', type: 'Organization', name: '+Order', country: land, description: '@x' },
  ];
  const records = HOSTILE.map((text, nth) => {
    const record = scratchRecord(`markup-${nth}`, { words: text, title: text, speaker: personOf(nth) });
    const role = { person: personOf(nth), title: text, of: land, evidence: ['said Speaker'] };
    return {
      ...record,
      annotation: {
        ...record.annotation,
        article: { ...record.annotation.article, publisher: text },
        events: record.annotation.events.map((event) => ({ ...event, label: text })),
        roles: ['leader', 'official', 'analyst'].map((kind) => ({ ...role, kind })),
        relations: [
          { subject: personOf(nth), predicate: 'MEMBER_OF', object: 'scratch-order', evidence: ['they met'] },
        ],
      },
    };
  });
  await writeChecked(graph, inputs.check(records, entities));
});
afterAll(() => restoreSeed(graph));

faultRow(
  28,
  'CSV `=cmd`, HTML in quotes',
  async () => {
    const lists = queries.filter((query) => formatsOf(query).includes('csv'));
    let [cells, made] = [0, 0];
    const without: string[] = [];
    for (const query of lists) {
      const url = addressOf(query, { ...PARAMETERS[query.operationId], format: 'csv' });
      const { statusCode, headers, body } = await service.app.inject({ url });
      expect(statusCode, `${url} ${body}`).toBe(200);
      expect(headers['content-type']).toMatch(/^text\/csv/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      const all = (parse(body, { record_delimiter: '\r\n' }) as string[][]).flat();
      const raw = all.filter((cell) => /^[=+\-@\t\r＝＋－＠]/m.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell));
      expect(raw, url).toEqual([]);
      const harmless = all.filter((cell) => /^'[=+\-@\t＝]/m.test(cell)).length;
      if (harmless === 0) without.push(query.operationId);
      cells += all.length;
      made += harmless;
    }
    expect(without).toEqual(WITHOUT);
    await expectGood(service.get);
    return `0 raw formulas in ${cells.toLocaleString('en')} cells of ${lists.length} CSV lists, ${made} made harmless`;
  },
  60_000,
);

/** What leads a list to the texts above, where nothing else does. */
const PARAMETERS: Record<string, Record<string, string>> = {
  listEntityRelations: { id: personOf(0) },
  listEntityTimeline: { id: personOf(0) },
  listEntityMentions: { id: land },
  search: { q: 'cmd' },
  suggestEntities: { q: 'cmd' },
  listPaths: { from: personOf(0), to: land },
};

/** Lists of ids, of counts, of lists, and of what comes from the code. */
const WITHOUT = [
  'listExcludedClaims',
  'listDecisions',
  'listChanges',
  'listVocabularies',
  'listTerms',
  'listContested',
  'countAgreement',
  'getTimeline',
  'listNetworkEdges',
  'listPaths',
];

faultRow(
  28,
  'HTML in quotes',
  async () => {
    let pages = 0;
    for (let nth = 0; nth < HOSTILE.length; nth++) {
      const { statusCode, headers, body } = await service.app.inject({
        url: `/v1/reconcile/preview?id=${personOf(nth)}`,
      });
      expect(statusCode).toBe(200);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';/);
      const { window } = rendered(body);
      expect(window.ran).toBeUndefined();
      expect(
        window.document.querySelectorAll('script, img, svg, iframe, object, embed, base, form'),
      ).toHaveLength(0);
      for (const element of window.document.querySelectorAll('*')) {
        for (const { name, value } of element.attributes) {
          expect(name).not.toMatch(/^on/);
          expect(value).not.toMatch(/^\s*javascript:/i);
        }
      }
      expect(window.document.querySelector('h1')!.textContent).toBe(HOSTILE[nth]);
      window.close();
      pages++;
    }
    expect(rendered('<script>window.ran = true</script>').window.ran).toBe(true);

    let answers = 0;
    for (const query of queries) {
      for (const format of formatsOf(query)) {
        const url = addressOf(query, { ...PARAMETERS[query.operationId], format });
        const { statusCode, headers, body } = await service.app.inject({ url });
        expect(statusCode, url).toBe(200);
        if (format === 'html') {
          expectHarmless(body, url);
          expect(headers['content-security-policy']).toMatch(
            /default-src 'none';script-src 'self';style-src 'self';/,
          );
          pages++;
          continue;
        }
        // A browser that is led to an answer shows text.
        expect(headers['content-type']).not.toMatch(/html|svg|xhtml|javascript/);
        expect(headers['x-content-type-options']).toBe('nosniff');
        expect(headers['content-security-policy']).toMatch(/default-src 'none';script-src 'self'/);
        answers++;
      }
    }
    const docs = await service.app.inject({ url: '/docs/' });
    expect(rendered(docs.body).window.ran).toBeUndefined();
    return `0 scripts in ${pages} pages; ${answers} responses of other types, with nosniff and a policy`;
  },
  60_000,
);

/** Holds a page to be what the service made it: no script ran, and nothing in it is made of the texts it shows. */
function expectHarmless(page: string, url: string): void {
  const { window } = rendered(page);
  expect(window.ran, url).toBeUndefined();
  const foreign = 'img, iframe, object, embed, base, style, script:not([src^="/assets/"])';
  expect(window.document.querySelectorAll(foreign), url).toHaveLength(0);
  for (const element of window.document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on|^style$/);
      expect(value).not.toMatch(/^\s*javascript:/i);
    }
  }
  window.close();
}

/** A page with its scripts running, and nothing loaded. */
const rendered = (page: string) =>
  new JSDOM(page, { runScripts: 'dangerously', virtualConsole: new VirtualConsole() });

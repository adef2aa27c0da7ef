import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLog } from '../../src/draft/review/review-log.ts';
import { exportGraph } from '../../src/ingest/export/export-graph.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { ownAuthority } from '../../src/project.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { DRAFT } from '../support/draft-article.ts';
import { dump, empty, restoreSeed, secondOpinionFolder } from '../support/graph-dump.ts';
import { scratchRecord } from '../support/scratch.ts';
import { writableService } from '../support/writable-service.ts';

const { graph, add } = writableService();
const root = mkdtempSync(join(tmpdir(), 'on-record-export-'));

const LAND = { id: 'export-land', type: 'Country', name: 'Scratchland: “the land”, #1' };
const SPEAKER = {
  id: 'export-speaker',
  type: 'Person',
  name: 'Export Speaker',
  aliases: ['Yes', '0576', { text: 'the Speaker', kind: 'metonym', shared: true }],
};

const LOG = [
  { at: '2025-06-21T10:00:00.000Z', kind: 'statements', decision: 'accepted', edits: 1, seconds: 12.5 },
];

beforeAll(async () => {
  await writeChecked(graph, validate([secondOpinionFolder], ownAuthority));
  const of = { speaker: SPEAKER.id, land: LAND.id };
  await add({ ...scratchRecord('export-one', { ...of, day: '2025-06-20' }), entities: [LAND, SPEAKER] });
  await add(
    scratchRecord('export-two', { ...of, words: 'null: "yes" \u2026 it’s 5 # no comment', title: '2025' }),
  );
  await add({ ...DRAFT, draft: { review: LOG } });
  const lines = scratchRecord('export-three', of);
  await add({ ...lines, text: `\n  \r\n${lines.text}\r\n\t\n` });
});
afterAll(async () => {
  rmSync(root, { recursive: true });
  await restoreSeed(graph);
});

/** What makes no difference to what a graph says: after an export all its entities are of the authority. */
const withoutProvisional = (lines: string[]) =>
  lines.map((line) => line.replace('["provisional",true],', '').replace(',["provisional",true]', ''));

test('what is exported loads as the same graph', async () => {
  const before = await dump(graph);
  const first = join(root, 'first');
  const counts = await exportGraph(graph, first);
  expect(counts.articles).toBe(readdirSync(join(first, 'articles')).length);
  expect(counts.articles).toBeGreaterThanOrEqual(5);
  expect(readLog(join(first, 'articles', DRAFT.id, 'review.ndjson'))).toEqual(LOG);
  await empty(graph);
  await writeChecked(graph, validate([first], join(first, 'entities.yaml')));
  expect(withoutProvisional(await dump(graph))).toEqual(withoutProvisional(before));
  expect(await verifyGraph(graph)).toEqual([]);
});

import { afterAll, expect, test, vi } from 'vitest';
import { checkSubmission } from '../../src/ingest/check/check-submission.ts';
import { Anchor } from '../../src/ingest/facts/anchor.ts';
import { validate, writeChecked } from '../../src/ingest/ingest.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import { testGraph } from '../support/graph.ts';
import { restoreSeed } from '../support/graph-dump.ts';
import { LAND, SPEAKER, scratchInputs, scratchRecord } from '../support/scratch.ts';

const graph = testGraph();
const inputs = scratchInputs();
afterAll(() => restoreSeed(graph));

const find = vi.spyOn(Anchor.prototype, 'find');
afterAll(() => find.mockRestore());

/** How many texts were anchored: each by an `Anchor` of its own. */
const anchored = () => new Set(find.mock.contexts).size;

test('one article is anchored once, from the file to the graph', async () => {
  // The graph has another article, with which this one is compared before it is written.
  const folder = inputs.write([scratchRecord('anchored')]);
  const before = anchored();
  const checked = validate([folder], `${folder}/entities.yaml`);
  const tally = await writeChecked(graph, checked);
  expect(tally.nodes.get('Article')).toMatchObject({ created: 1 });
  expect(anchored() - before).toBe(1);
  await removeArticle(graph, 'anchored');
});

test('one article that is sent is anchored once', async () => {
  const known = new Map([
    [SPEAKER, { id: SPEAKER, type: 'Person' as const, name: 'Scratch Speaker', aliases: [] }],
    [LAND, { id: LAND, type: 'Country' as const, name: 'Scratchland', aliases: [] }],
  ]);
  const graphOf = {
    entities: async () => known,
    nameBearers: async () => new Map(),
    events: async () => [],
  };
  const before = anchored();
  const { facts } = await checkSubmission(scratchRecord('anchored'), graphOf);
  expect(facts.id).toBe('anchored');
  expect(anchored() - before).toBe(1);
});

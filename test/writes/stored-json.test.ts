import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { read } from '../../src/db/client.ts';
import { type CheckedInputs, check } from '../../src/ingest/check/check.ts';
import type { FolderArticle } from '../../src/ingest/read/article-input.ts';
import { loadInputs } from '../../src/ingest/read/load-inputs.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import { renderStatements } from '../../src/ingest/write/render-statements.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';
import { ownAuthority } from '../../src/project.ts';
import { wantedJson } from '../../src/verify/check-statement-json.ts';
import { testGraph } from '../support/graph.ts';
import { restoreSeed, secondOpinionFolder } from '../support/graph-dump.ts';

const graph = testGraph();
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });
afterAll(() => restoreSeed(graph));

/** Changes of the second article that show in the JSON of statements, some of them of the seed. */
const EDITS: [from: string, to: string][] = [
  ['title: Two Views', 'title: Three Views'],
  ['published: 2025-09-12', 'published: 2025-09-13'],
  ['label: Traders from nine countries', 'label: Some traders from nine countries'],
  ['about: [harbour-forum-2025]', 'about: [georgia]'],
  ['said: { edtf: 2025-09-10, basis: relative }', 'said: { edtf: 2024, basis: explicit }'],
  ['cue: repeated', 'cue: null'],
  [
    'speaker: tom-whitfield\n            rank: preferred\n            basis: cue-pronoun',
    'speaker: elena-marsh\n            rank: preferred\n            basis: cue-pronoun',
  ],
];
const RENAMED = ['pakistan', 'michael-kurilla', 'donald-trump', 'nadia-farooq'];

function second(edits: [string, string][]): CheckedInputs {
  const loaded = loadInputs([secondOpinionFolder], ownAuthority);
  const articles = [...loaded.articles(() => expect.unreachable())] as FolderArticle[];
  for (const [from, to] of edits) {
    expect(articles[0]!.annotationText).toContain(from);
    articles[0]!.annotationText = articles[0]!.annotationText.replace(from, () => to);
  }
  return check({ ...loaded, articles: () => articles });
}

/** What may happen to a graph, in any order; only the last of them makes JSON anew for what was there before. */
const happening = fc.oneof(
  fc.subarray(EDITS).map((edits) => ({
    what: `write with ${edits.map(([, to]) => to).join('; ') || 'no change'}`,
    async run() {
      const { entities, read: articles } = second(edits);
      await writeEntities(graph, entities);
      await writeArticles(graph, [...articles()]);
    },
  })),
  fc.tuple(fc.constantFrom(...RENAMED), fc.integer({ min: 1, max: 99 })).map(([id, nth]) => ({
    what: `rename ${id}`,
    async run() {
      const row = second([]).entities.find((entity) => entity.id === id)!;
      const properties = { ...row.properties, name: `${id} ${nth}` };
      await writeEntities(graph, [{ ...row, properties, hash: String(nth) }]);
    },
  })),
  fc.constant({ what: 'remove', run: async () => void (await removeArticle(graph, 'harbour-forum')) }),
  fc.constant({ what: 'render', run: () => renderStatements(graph) }),
);

interface Stored {
  id: string;
  json: string | null;
  unrendered: boolean | null;
}

/** Each statement with the JSON that it keeps, and the JSON that it should have now. */
async function statements(): Promise<(Stored & { fresh: string })[]> {
  const stored = (await read(
    graph,
    'MATCH (s:Statement) RETURN s.id AS id, s.json AS json, s.unrendered AS unrendered',
  )) as unknown as Stored[];
  const fresh = await wantedJson(
    graph,
    stored.map(({ id }) => id),
  );
  return stored.map((one) => ({ ...one, fresh: fresh.get(one.id)! }));
}

test('the JSON kept with a statement is right or marked as missing, whatever happens to what it shows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 2, maxLength: 6 }), async (happenings) => {
      await restoreSeed(graph);
      for (const { what, run } of happenings) {
        await run();
        for (const { id, json, unrendered, fresh } of await statements()) {
          if (json === null) expect(unrendered, `${id} after ${what}`).toBe(true);
          else expect(json, `${id} after ${what}`).toBe(fresh);
        }
      }
      await renderStatements(graph);
      for (const { json, unrendered, fresh } of await statements()) {
        expect([json, unrendered]).toEqual([fresh, null]);
      }
    }),
    { numRuns: 10, seed: 5 },
  );
});

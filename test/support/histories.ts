import fc from 'fast-check';
import { expect } from 'vitest';
import type { Graph } from '../../src/db/client.ts';
import type { ArticleFacts } from '../../src/ingest/facts/facts.ts';
import { removeArticle } from '../../src/ingest/write/remove-article.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { verifyGraph } from '../../src/verify/verify.ts';
import { dump } from './graph-dump.ts';

/** How often a history is tried; `MERGE_RUNS` says how often apart from the suite. */
const FEW = 4;
const RUNS = Number(process.env.MERGE_RUNS ?? FEW);

interface Histories {
  graph: Graph;
  /** The two versions of each article, which has the id `scratch-` and its place. */
  versions: readonly (readonly ArticleFacts[])[];
  startAnew: () => Promise<void>;
  /** Sees the graph of each history. */
  look?: () => Promise<void>;
}

/** Expects of random histories of loading, replacing and removing articles that the graph is that of the articles left. */
export async function expectGraphOfWhatIsLeft({
  graph,
  versions,
  startAnew,
  look,
}: Histories): Promise<void> {
  const step = fc.record({
    article: fc.nat(versions.length - 1),
    version: fc.option(fc.nat(1), { nil: null, freq: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: RUNS === FEW ? 8 : 16 }), async (steps) => {
      await startAnew();
      const left = new Map<number, ArticleFacts>();
      for (const { article, version } of steps) {
        if (version === null) {
          await removeArticle(graph, `scratch-${article}`);
          left.delete(article);
        } else {
          const facts = versions[article]![version]!;
          await writeArticles(graph, [facts]);
          left.set(article, facts);
        }
      }
      const grown = await dump(graph);
      await look?.();
      if (RUNS !== FEW) expect(await verifyGraph(graph)).toEqual([]);
      await startAnew();
      await writeArticles(graph, [...left.values()]);
      expect(await dump(graph)).toEqual(grown);
    }),
    { numRuns: RUNS, ...(RUNS === FEW && { seed: 7 }) },
  );
  expect(await verifyGraph(graph)).toEqual([]);
}

import { generatedArticles, generatedEntities } from '../../bench/generate.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { batches } from '../../src/ingest/batches.ts';
import { renderStatements } from '../../src/ingest/render-statements.ts';
import { writeArticles } from '../../src/ingest/write-articles.ts';
import { writeEntities } from '../../src/ingest/write-entities.ts';

/** Writes so many generated statements beside what a graph holds. */
export async function writeGenerated(graph: Graph, statements: number): Promise<void> {
  await writeEntities(graph, generatedEntities());
  for (const batch of batches(generatedArticles(statements))) await writeArticles(graph, batch, () => true);
  await renderStatements(graph);
}

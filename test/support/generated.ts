import { generatedArticles, generatedEntities } from '../../bench/generate.ts';
import type { Graph } from '../../src/db/client.ts';
import { batches } from '../../src/ingest/facts/batches.ts';
import { renderStatements } from '../../src/ingest/write/render-statements.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeEntities } from '../../src/ingest/write/write-entities.ts';

/** Writes so many generated statements beside what a graph holds. */
export async function writeGenerated(graph: Graph, statements: number): Promise<void> {
  await writeEntities(graph, generatedEntities());
  for (const batch of batches(generatedArticles(statements))) await writeArticles(graph, batch);
  await renderStatements(graph);
}

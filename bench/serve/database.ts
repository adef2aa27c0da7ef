import { bulkLoad } from '../../src/commands/bulk-load.ts';
import { readConfig } from '../../src/config.ts';
import { freePort } from '../../src/neo4j/ports.ts';
import type { Database } from '../../src/neo4j/provide.ts';
import { projectFolder } from '../../src/project.ts';
import { generatedArticles, generatedEntities } from '../generate.ts';

/** A throw-away database with generated statements, and the port of Neo4j's own HTTP interface. */
export async function generatedDatabase(
  statements: number,
): Promise<{ database: Database; httpPort: number }> {
  const httpPort = await freePort();
  const config = readConfig({
    NEO4J_SOURCE: 'managed',
    NEO4J_HEAP: '1g',
    NEO4J_PAGECACHE: '1g',
    NEO4J_HTTP_PORT: String(httpPort),
  });
  let last = 0;
  const onProgress = (text: string) => {
    if (performance.now() - last < 5000) return;
    last = performance.now();
    console.log(text);
  };
  const input = { entities: generatedEntities(), articles: generatedArticles(statements) };
  const database = await bulkLoad(config, { projectFolder, onProgress, ephemeral: true }, input);
  return { database, httpPort };
}

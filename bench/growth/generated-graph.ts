import { bulkLoad } from '../../src/commands/bulk-load.ts';
import { Settings } from '../../src/config.ts';
import type { Database } from '../../src/neo4j/provide.ts';
import { projectFolder } from '../../src/project.ts';
import { generatedArticles, generatedEntities } from '../generate.ts';

/** A database of its own with so many generated statements; stop it when it is no longer needed. */
export const generatedGraph = (statements: number, onProgress: (line: string) => void): Promise<Database> =>
  bulkLoad(
    Settings.parse({ NEO4J_SOURCE: 'managed', NEO4J_HEAP: '512m', NEO4J_PAGECACHE: '256m' }),
    { projectFolder, ephemeral: true, onProgress },
    { entities: generatedEntities(), articles: generatedArticles(statements) },
  );

import { bulkLoad } from '../../src/commands/bulk-load.ts';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/neo4j/types.ts';
import { projectFolder } from '../../src/project.ts';
import { generatedArticles, generatedEntities } from '../generate.ts';
import { type Sentences, sentences } from './sentences.ts';

/**
 * A database of its own with so many generated statements; stop it when it is no longer needed.
 * @param settings of the managed server, by the names of their environment variables.
 * @param said what statements say.
 */
export const generatedGraph = (
  statements: number,
  onProgress: (line: string) => void,
  settings: Record<string, string> = { NEO4J_HEAP: '512m', NEO4J_PAGECACHE: '256m' },
  said: Sentences = sentences,
): Promise<Database> =>
  bulkLoad(
    readConfig({ JAVA_HOME: process.env.JAVA_HOME, NEO4J_SOURCE: 'managed', ...settings }),
    { projectFolder, ephemeral: true, onProgress },
    { entities: generatedEntities(), articles: generatedArticles(statements, { sentences: said }) },
  );

import { randomUUID } from 'node:crypto';
import type { EntityRow } from '../entity-rows.ts';
import type { ArticleFacts } from '../facts.ts';
import type { Tally } from '../tally.ts';
import { writeArticle } from './article-rows.ts';
import { paced } from './paced.ts';
import { SharedFacts } from './shared-facts.ts';
import { writeShared } from './shared-rows.ts';
import { type TableFile, Tables } from './tables.ts';

/**
 * Writes a graph as CSV files for the importer, with everything that ingestion derives. The articles are taken one
 * by one, and only facts that several of them state are held in memory.
 * @param folder an empty folder; a file of intermediate results is left there too.
 * @throws Error where two articles describe a shared fact differently.
 */
export async function writeTables(
  folder: string,
  entities: Iterable<EntityRow>,
  articles: Iterable<ArticleFacts> | AsyncIterable<ArticleFacts>,
  onProgress: (text: string) => void = () => {},
): Promise<{ files: TableFile[]; tally: Tally }> {
  const tables = new Tables(folder);
  const shared = new SharedFacts(folder);
  tables.node('Graph', 'graph', { seed: randomUUID().slice(0, 8), version: 1 });
  writeEntities(tables, entities);
  for await (const article of paced(articles, 'articles', onProgress)) writeArticle(tables, shared, article);
  for await (const fact of paced(shared.merged(), 'shared facts', onProgress)) writeShared(tables, fact);
  tables.close();
  return { files: tables.files, tally: tables.tally() };
}

function writeEntities(tables: Tables, entities: Iterable<EntityRow>): void {
  const names = new Set<string>();
  for (const { id, type, properties, names: spellings, country, hash } of entities) {
    tables.node('Entity', id, { ...properties, hash }, type);
    if (country !== null) tables.relationship('BELONGS_TO', ['Entity', id], ['Entity', country]);
    for (const { key, text, kind } of spellings) {
      if (!names.has(key)) tables.node('Name', key, {});
      names.add(key);
      tables.relationship('NAMES', ['Name', key], ['Entity', id], { text, kind });
    }
  }
}

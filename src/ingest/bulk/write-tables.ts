import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { statementCount } from '../check/check.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import type { Link, Links } from '../facts/statement-item.ts';
import { Progress } from '../write/progress.ts';
import { RENDERING } from '../write/render-statements.ts';
import { writeArticle } from './article-rows.ts';
import { SharedFacts } from './shared-facts.ts';
import { writeShared } from './shared-rows.ts';
import { type TableFile, Tables } from './tables.ts';

/** What becomes a graph: each article is taken once, one after the other. */
export interface BulkInput {
  entities: Iterable<EntityRow>;
  articles: Iterable<ArticleFacts>;
  /** How many statements the articles make, for the progress, where that is known. */
  statements?: number;
}

/**
 * Writes a graph as CSV files for the importer, with everything that ingestion derives. Only facts that several
 * articles state are held in memory.
 * @param folder an empty folder; a file of intermediate results is left there too.
 * @throws Error where two articles describe a shared fact differently.
 */
export async function writeTables(
  folder: string,
  { entities, articles, statements }: BulkInput,
  onProgress: (text: string) => void,
): Promise<TableFile[]> {
  const tables = new Tables(folder);
  const shared = new SharedFacts(folder);
  tables.node('Graph', 'graph', { seed: randomUUID().slice(0, 8), version: 1, rendering: RENDERING });
  const links = writeEntities(tables, entities);

  const writing = new Progress(statements ?? null, (text) => onProgress(`writing tables: ${text}`));
  await eachOf(articles, (article) => {
    writeArticle(tables, shared, article, links);
    writing.add(statementCount(article));
  });
  const joining = new Progress(statements ?? null, (text) =>
    onProgress(`joining what articles share: ${text}`),
  );
  await eachOf(shared.merged(), (fact) => {
    writeShared(tables, fact, links);
    if (fact.kind === 'Statement') joining.add(1);
  });
  return tables.close();
}

/** Writing is synchronous: now and then others get their turn, such as what shows the progress. */
async function eachOf<T>(items: Iterable<T>, write: (item: T) => void): Promise<void> {
  let count = 0;
  for (const item of items) {
    write(item);
    if (++count % 100 === 0) await setImmediate();
  }
}

/** @returns what facts that point at an entity show of it. */
function writeEntities(tables: Tables, entities: Iterable<EntityRow>): Links {
  const links = new Map<string, Link>();
  const names = new Set<string>();
  for (const { id, type, properties, names: spellings, country, hash } of entities) {
    tables.node('Entity', id, { ...properties, hash }, type);
    links.set(id, { id, name: String(properties.name), type });
    if (country !== null) tables.relationship('BELONGS_TO', ['Entity', id], ['Entity', country]);
    for (const { key, text, kind } of spellings) {
      if (!names.has(key)) tables.node('Name', key, {});
      names.add(key);
      tables.relationship('NAMES', ['Name', key], ['Entity', id], { text, kind });
    }
  }
  return links;
}

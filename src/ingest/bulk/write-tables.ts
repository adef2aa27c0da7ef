import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { RENDERING } from '../../db/statement-json.ts';
import { changeId } from '../../model/change.ts';
import type { EntityLink } from '../../model/entity.ts';
import { MODEL_NUMBER } from '../../model/model-number.ts';
import { plainForms } from '../../model/name-key.ts';
import { activeAmong, keyOf, type StoredDecision } from '../facts/active-decisions.ts';
import { deriveTold } from '../facts/derive-told.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import { type ArticleFacts, statementCount, type ToldKind } from '../facts/facts.ts';
import { Progress } from '../progress.ts';
import { SourceFile } from './source-file.ts';
import { type TableFile, Tables } from './tables.ts';
import { type SourceFiles, writeArticle } from './write-article.ts';
import { writeStatement, writeTold } from './write-merged.ts';

/** What becomes a graph: each article is taken once, one after the other. */
export interface BulkInput {
  entities: Iterable<EntityRow>;
  articles: Iterable<ArticleFacts>;
  /** How many statements the articles make, for the progress, where that is known. */
  statements?: number;
  /** Decisions, which were applied to the articles. */
  decisions?: StoredDecision[];
}

/**
 * Writes a graph as CSV files for the importer, with everything that ingestion derives. Only what several articles have a
 * part in is held in memory, and the labels of events.
 * @param folder an empty folder; files of intermediate results are left there too.
 */
export async function writeTables(
  folder: string,
  { entities, articles, statements, decisions = [] }: BulkInput,
  onProgress: (text: string) => void,
): Promise<TableFile[]> {
  const tables = new Tables(folder);
  const sources: SourceFiles = {
    statements: new SourceFile(join(folder, 'statements.ndjson')),
    told: new SourceFile(join(folder, 'told.ndjson')),
  };
  const graph = {
    seed: randomUUID().slice(0, 8),
    version: 1,
    model: MODEL_NUMBER,
    rendering: RENDERING,
    ...(decisions.length > 0 && { decisions: 1 }),
  };
  tables.node('Graph', 'graph', graph);
  const at = new Date().toISOString();
  tables.node('ChangeRecord', changeId(1), { version: 1, at, isBulk: true });
  writeDecisions(tables, decisions);
  const entityLinks = writeEntities(tables, entities);

  const writing = new Progress(statements ?? null, (text) => onProgress(`writing tables: ${text}`));
  await eachOf(articles, (article) => {
    writeArticle(tables, sources, article);
    writing.add(statementCount(article));
  });
  const labels = new Map<string, string>();
  await eachOf(sources.told.merged(), ([key, tellings]) => {
    const [kind, id] = key.split(' ') as [ToldKind, string];
    const fact = deriveTold(kind, id, {
      accounts: tellings.flatMap(({ accounts }) => accounts),
      figures: tellings.flatMap(({ figures }) => figures),
    });
    if (kind === 'Event') labels.set(id, String(fact.properties.label));
    writeTold(tables, fact);
  });
  const joining = new Progress(statements ?? null, (text) =>
    onProgress(`joining what articles share: ${text}`),
  );
  const links = { entity: (id: string) => entityLinks.get(id), event: (id: string) => labels.get(id) };
  await eachOf(sources.statements.merged(), ([id, quotations]) => {
    writeStatement(tables, id, quotations.flat(), links);
    joining.add(1);
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

function writeDecisions(tables: Tables, decisions: StoredDecision[]): void {
  const active = new Set(activeAmong(decisions));
  for (const decision of decisions) {
    const { id, ...properties } = decision;
    const isActive = active.has(decision);
    tables.node('Decision', id, { ...properties, key: keyOf(decision), isActive });
  }
}

/** @returns what facts that point at an entity show of it. */
function writeEntities(tables: Tables, entities: Iterable<EntityRow>): Map<string, EntityLink> {
  const links = new Map<string, EntityLink>();
  const names = new Set<string>();
  for (const { id, type, properties, names: spellings, country, hash } of entities) {
    tables.node('Entity', id, { ...properties, hash }, type);
    links.set(id, { id, name: String(properties.name), type });
    if (country !== null) tables.relationship('BELONGS_TO', ['Entity', id], ['Entity', country]);
    for (const { key, text, kind, shared = false } of spellings) {
      if (!names.has(key)) tables.node('Name', key, plainForms(key));
      names.add(key);
      tables.relationship('NAMES', ['Name', key], ['Entity', id], { text, kind, shared });
    }
  }
  return links;
}

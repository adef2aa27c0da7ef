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
import { type EntityRow, searchForms } from '../facts/entity-rows.ts';
import { type ArticleFacts, statementCount, type ToldKind } from '../facts/facts.ts';
import { mergedEntities } from '../facts/merged-entities.ts';
import { sameIdsOf } from '../facts/same-ids.ts';
import { Progress } from '../progress.ts';
import { SourceFile } from './source-file.ts';
import { type End, type TableFile, Tables } from './tables.ts';
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
  tables.node('Change', changeId(1), { version: 1, at, isListed: true, isBulk: true });
  writeDecisions(tables, decisions);
  const entityLinks = writeEntities(tables, entities, decisions);

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
  const active = activeAmong(decisions);
  const holds = new Set(active);
  for (const decision of decisions) {
    const { id, ...properties } = decision;
    tables.node('Decision', id, { ...properties, key: keyOf(decision), isActive: holds.has(decision) });
  }
  const same = sameIdsOf(active);
  for (const list of ['statements', 'events'] as const)
    for (const [id, shared] of same[list]) tables.node('FormerId', `${list} ${id}`, { to: shared.id });
}

/** @returns what facts that point at an entity show of it. */
function writeEntities(
  tables: Tables,
  entities: Iterable<EntityRow>,
  decisions: StoredDecision[],
): Map<string, EntityLink> {
  const rows = new Map([...entities].map((row) => [row.id, row]));
  const merged = mergedEntities(activeAmong(decisions), (id) => rows.has(id));
  const intoOf = Map.groupBy(merged.keys(), (id) => merged.get(id)!.id);
  const links = new Map<string, EntityLink>();
  const written = new Set<string>();
  const writeNames = (end: End, names: EntityRow['names'], mark: { merged?: true } = {}) => {
    for (const { key, text, kind, shared = false } of names) {
      if (!written.has(key)) tables.node('Name', key, plainForms(key));
      written.add(key);
      tables.relationship('NAMES', ['Name', key], end, { text, kind, shared, ...mark });
    }
  };
  for (const { id, type, properties, names, country, hash } of rows.values()) {
    const into = merged.get(id)?.id;
    const end: End = [into === undefined ? 'Entity' : 'MergedEntity', id];
    const own = new Set(names.map(({ key }) => key));
    const further = (intoOf.get(id) ?? []).flatMap((one) => rows.get(one)!.names);
    // Of two spellings of one name that of the entity counts that was merged first, as in a graph that is there.
    const merging = further.filter(
      ({ key }, at) => !own.has(key) && further.findIndex((name) => name.key === key) === at,
    );
    const nameWords = searchForms([...names, ...merging]);
    if (into === undefined) tables.node('Entity', id, { ...properties, nameWords, hash }, type);
    else {
      tables.node('MergedEntity', id, { ...properties, hash });
      tables.relationship('MERGED_INTO', end, ['Entity', into]);
    }
    links.set(id, { id, name: String(properties.name), type });
    if (country !== null) tables.relationship('BELONGS_TO', end, ['Entity', country]);
    writeNames(end, names);
    writeNames(end, merging, { merged: true });
  }
  return links;
}

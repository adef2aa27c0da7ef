import { randomUUID } from 'node:crypto';
import { RENDERING } from '../../db/statement-json.ts';
import { changeId } from '../../model/change.ts';
import type { EntityLink } from '../../model/entity.ts';
import { MODEL_NUMBER } from '../../model/model-number.ts';
import { plainForms } from '../../model/name-key.ts';
import { activeAmong, keyOf, type StoredDecision } from '../facts/active-decisions.ts';
import { type EntityRow, searchForms } from '../facts/entity-rows.ts';
import { mergedEntities } from '../facts/merged-entities.ts';
import { sameIdsOf } from '../facts/same-ids.ts';
import type { End, Tables } from './tables.ts';

/**
 * Writes what is part of no article: the version of the graph, decisions and entities.
 * @returns what facts that point at an entity show of it, by its id.
 */
export function writeShared(
  tables: Tables,
  entities: Iterable<EntityRow>,
  decisions: StoredDecision[],
): Map<string, EntityLink> {
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
  return writeEntities(tables, entities, decisions);
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

import { statementJson } from '../../db/statement-json.ts';
import { derive } from '../facts/derive.ts';
import { type Edge, targetLabel } from '../facts/facts.ts';
import { type Links, statementItem } from '../facts/statement-item.ts';
import type { Value } from './csv-file.ts';
import type { SharedFact } from './shared-facts.ts';
import type { Tables } from './tables.ts';

/** Writes a fact that one or several articles state; a statement with what it takes from all its quotations. */
export function writeShared(tables: Tables, fact: SharedFact, links: Links): void {
  if (fact.kind === 'Statement') writeStatement(tables, fact, links);
  else writeSupported(tables, fact);
}

function writeSupported(tables: Tables, { kind, id, hash, properties, edges }: SharedFact): void {
  tables.node(kind, id, { ...properties, hash });
  for (const edge of edges)
    tables.relationship(edge.type, [kind, id], ['Entity', edge.to], keysOf(edge, properties));
}

/** What a relationship of an event holds beside its target, so that lists are read from it alone. */
function keysOf({ type, to, properties }: Edge, { sortKey, intervalKey }: Record<string, Value>) {
  if (type === 'PARTICIPANT') return { ...properties, entityId: to, sortKey, intervalKey };
  return type === 'AT' ? { entityId: to, sortKey } : undefined;
}

function writeStatement(tables: Tables, fact: SharedFact, links: Links): void {
  const { id, hash, properties, edges, quoted, shown } = fact;
  const { saidBy, ...derived } = derive(quoted!);
  const { speakerId, contested } = derived;
  const { sortKey, intervalKey } = properties;
  const speaker = speakerId === null ? null : links.get(speakerId)!;
  const json = statementJson(statementItem(fact, { speaker, contested }, shown!));
  tables.node('Statement', id, { ...properties, hash, ...derived, json });
  for (const edge of edges) {
    const { type, to } = edge;
    const about = type === 'ABOUT' ? { targetId: to, speakerId, sortKey, intervalKey } : undefined;
    tables.relationship(type, ['Statement', id], [targetLabel(edge), to], about);
  }
  for (const { speaker, rank } of saidBy) {
    const by = { speakerId: speaker, sortKey, intervalKey, rank };
    tables.relationship('SAID_BY', ['Statement', id], ['Entity', speaker], by);
  }
}

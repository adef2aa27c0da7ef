import { statementJson } from '../../db/statement-json.ts';
import { deriveStatement } from '../facts/derive-statement.ts';
import { deriveTold } from '../facts/derive-told.ts';
import { edgeProperties, orderKeysOf } from '../facts/edge-properties.ts';
import { targetLabel } from '../facts/facts.ts';
import { type Links, statementParts } from '../facts/statement-views.ts';
import type { SharedFact } from './shared-facts.ts';
import type { Tables } from './tables.ts';

/** Writes a fact that one or several articles state; each with what it takes from all that they tell of it. */
export function writeSharedFact(tables: Tables, fact: SharedFact, links: Links): void {
  if (fact.kind === 'Statement') writeStatement(tables, fact, links);
  else writeTold(tables, fact);
}

function writeTold(tables: Tables, fact: SharedFact): void {
  const { kind, id, hash, properties, edges, telling } = fact;
  tables.node(kind, id, { ...properties, hash, ...deriveTold(kind, telling!) });
  for (const edge of edges)
    tables.relationship(edge.type, [kind, id], ['Entity', edge.to], edgeProperties(fact, edge));
}

function writeStatement(tables: Tables, fact: SharedFact, links: Links): void {
  const { id, hash, properties, edges } = fact;
  const view = fact.view!;
  const derivation = deriveStatement(orderKeysOf(properties), view.quotations);
  const json = statementJson(statementParts(fact, derivation, view, links));
  tables.node('Statement', id, { ...properties, hash, ...derivation.properties, json });
  const { speakerIds, keys } = derivation;
  for (const edge of edges) {
    const [from, to] = [
      ['Statement', id],
      [targetLabel(edge), edge.to],
    ] as const;
    tables.relationship(edge.type, from, to, edgeProperties(fact, edge));
    if (edge.type !== 'ABOUT') continue;
    for (const speakerId of speakerIds)
      tables.relationship('SPEAKS_ABOUT', from, to, { speakerId, targetId: edge.to, ...keys });
  }
  for (const by of derivation.saidBy)
    tables.relationship('SAID_BY', ['Statement', id], ['Entity', by.speakerId], by);
}

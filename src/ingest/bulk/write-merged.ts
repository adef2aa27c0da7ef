import { statementJson } from '../../db/statement-json.ts';
import { deriveStatement } from '../facts/derive-statement.ts';
import { edgeProperties } from '../facts/edge-properties.ts';
import { type Fact, targetLabel } from '../facts/facts.ts';
import type { QuotationSource } from '../facts/sources.ts';
import { type Links, statementParts } from '../facts/statement-parts.ts';
import type { Tables } from './tables.ts';

/** Writes an event, relation or role. */
export function writeTold(tables: Tables, fact: Fact): void {
  const { kind, id, hash, properties, edges } = fact;
  tables.node(kind, id, { ...properties, hash });
  for (const edge of edges)
    tables.relationship(edge.type, [kind, id], ['Entity', edge.to], edgeProperties(fact, edge));
}

/** Writes a statement as all its quotations make it. */
export function writeStatement(
  tables: Tables,
  id: string,
  quotations: QuotationSource[],
  links: Links,
): void {
  const isThere = (event: string) => links.event(event) !== undefined;
  const derivation = deriveStatement(id, quotations, isThere);
  const { fact, speakerIds, keys } = derivation;
  const json = statementJson(statementParts(derivation, quotations, links));
  tables.node('Statement', id, { ...fact.properties, hash: fact.hash, json });
  for (const edge of fact.edges) {
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

import { statementJson } from '../../db/statement-json.ts';
import type { EntityLink } from '../../model/entity.ts';
import { linkedIds, statementParts } from '../facts/statement-parts.ts';
import type { Run } from './locked-write.ts';
import { eventLabels, type NewStatement } from './write-merged.ts';

/**
 * Stores the JSON of new statements. It runs under the lock of the version: a transaction that renames an entity or an event
 * ends before, or finds the statement afterwards.
 */
export async function storeNewJson(run: Run, statements: NewStatement[]): Promise<void> {
  if (statements.length === 0) return;
  const linked = statements.map(({ derivation, quotations }) => linkedIds(derivation, quotations));
  const ids = [...new Set(linked.flatMap(({ entities }) => entities))];
  const entities = new Map(
    (await run<EntityLink>('entity-links', { ids })).map(({ id, name, type }) => [id, { id, name, type }]),
  );
  const events = await eventLabels(run, [...new Set(linked.flatMap((one) => one.events))]);
  const links = { entity: (id: string) => entities.get(id), event: (id: string) => events.get(id) };
  const rows = statements.map(({ derivation, quotations }) => ({
    id: derivation.fact.id,
    json: statementJson(statementParts(derivation, quotations, links)),
  }));
  await run('store-json', { rows });
}

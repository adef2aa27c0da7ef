import { statementJson } from '../../db/statement-json.ts';
import type { EntityLink } from '../../model/entity.ts';
import type { StatementDerivation } from '../facts/derive-statement.ts';
import type { Fact } from '../facts/facts.ts';
import { type StatementView, statementParts } from '../facts/statement-views.ts';
import type { Run } from './locked-write.ts';

/** A statement that is new in a transaction, with what it takes from the articles of its batch, which are all that quote it. */
export interface NewStatement {
  fact: Fact;
  view: StatementView;
  derivation: StatementDerivation;
}

/**
 * Stores the JSON of new statements. It runs under the lock of the version: a transaction that renames an entity ends
 * before, or finds the statement afterwards.
 */
export async function storeNewJson(run: Run, statements: NewStatement[]): Promise<void> {
  if (statements.length === 0) return;
  const ids = new Set(statements.flatMap(linkedIds));
  const found = await run<EntityLink>('entity-links', { ids: [...ids] });
  const links = new Map(found.map((link) => [link.id, link]));
  const rows = statements.map(({ fact, view, derivation }) => ({
    id: fact.id,
    json: statementJson(statementParts(fact, derivation, view, links)),
  }));
  await run('store-json', { rows });
}

const linkedIds = ({ fact, view }: NewStatement): string[] => [
  ...fact.edges.filter(({ type }) => type === 'ABOUT').map(({ to }) => to),
  ...view.quotations.flatMap(({ attributions }) =>
    attributions.flatMap(({ speakerIds, describedOf }) => [
      ...speakerIds,
      ...(describedOf ? [describedOf] : []),
    ]),
  ),
];

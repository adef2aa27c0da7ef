import type { ManagedTransaction } from 'neo4j-driver';
import { wholeTransaction } from '../../db/drafts.ts';
import { AuthorityRecord } from '../../model/annotation.ts';
import { authorityRecord, type StoredEntity } from '../facts/authority-record.ts';
import { type EntityRow, entityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { readingEdges } from '../facts/reading-edges.ts';
import type { Tally } from '../tally.ts';
import { type Run, runner } from './locked-write.ts';
import { replaceEntities } from './replace-entities.ts';

/** The entities that articles use, as far as their facts point at them. */
export const entitiesUsedBy = (articles: readonly ArticleFacts[]): Set<string> =>
  new Set(
    articles.flatMap(({ authors, facts }) => [
      ...authors.map(({ person }) => person),
      ...facts.flatMap((fact) => [...fact.edges, ...readingEdges(fact)].map(({ to }) => to)),
    ]),
  );

/**
 * Writes for drafts the entities that they use: those of the authority as it has them, and those that it has not as they are
 * brought. They go with the last draft that uses them.
 * @param transaction one for drafts.
 */
export async function copyEntities(
  transaction: ManagedTransaction,
  articles: readonly ArticleFacts[],
  brought: readonly EntityRow[] = [],
): Promise<Tally> {
  const authority = runner(wholeTransaction(transaction));
  const used = entitiesUsedBy(articles);
  const ids = [...used, ...brought.flatMap(({ id, country }) => [id, country ?? []].flat())];
  const copies = await withCountries(authority, await described(authority, ids));
  const known = new Set(copies.map(({ id }) => id));
  return replaceEntities(transaction, [...copies, ...brought.filter(({ id }) => !known.has(id))], () => true);
}

async function withCountries(authority: Run, rows: EntityRow[]): Promise<EntityRow[]> {
  const known = new Set(rows.map(({ id }) => id));
  const countries = rows.flatMap(({ country }) => (country === null || known.has(country) ? [] : country));
  return countries.length === 0 ? rows : [...(await described(authority, [...new Set(countries)])), ...rows];
}

/** Entities of the authority as they are written. */
export async function described(authority: Run, ids: readonly string[]): Promise<EntityRow[]> {
  const rows = await authority<StoredEntity>('described-entities', { ids });
  return rows.map((row) => entityRow(AuthorityRecord.parse(authorityRecord(row))));
}

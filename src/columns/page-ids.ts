import { z } from 'zod';
import { filledSql, type Sql, sql } from '../db/sql.ts';
import { type Conditions, conditionsOf, STATEMENT_CONDITIONS } from './conditions.ts';
import { defineCount } from './count.ts';
import { ARTICLE_CONDITIONS, ENTITY_CONDITIONS, LISTED_EVENT_CONDITIONS } from './list-conditions.ts';
import { type Chosen, variantsOf } from './statement-plan.ts';

/*
 * Which items are on a page of a list, in its order: for filters that no index of the graph serves and that few items match.
 */

/** How a page is asked for. */
export interface PageIdsOptions extends Chosen {
  /** Whether keys fall from item to item. */
  descending?: boolean;
}

const PARAMETERS = ['low', 'high', 'limit'];
const Id = z.object({ id: z.string() });

/** The days that a page which begins at the other end of the keys may reach. */
const FROM_THE_LAST = sql`rank BETWEEN greatest(low, least(high, coalesce((
      SELECT min(rank) FROM (SELECT rank FROM matching, bounds WHERE rank < high ORDER BY rank DESC LIMIT $limit)
    ), high))) AND high`;
const DESCENDING = { near: FROM_THE_LAST, order: sql`key DESC` };

/** Of a list in the order of days. */
const byDay = (items: string, rows: Sql, named: Sql, conditions: Conditions) =>
  defineCount({
    name: `which ${items} a page has`,
    parameters: PARAMETERS,
    row: Id,
    text: ({ given, descending = false }: PageIdsOptions) =>
      filledSql('read/dated-ids', {
        matching: sql`${rows} AND ${conditionsOf(conditions, given)}`,
        named,
        ...(descending && DESCENDING),
      }),
    variants: [
      ...variantsOf(conditions).map((chosen) => ({ ...chosen, descending: true })),
      { given: [], descending: false },
    ],
  });

/** Of a list in the order of ids. */
const byId = (items: string, rows: Sql, conditions: Conditions) =>
  defineCount({
    name: `which ${items} a page has`,
    parameters: PARAMETERS,
    row: Id,
    text: ({ given }: PageIdsOptions) =>
      filledSql('read/ids', { matching: sql`${rows} AND ${conditionsOf(conditions, given)}` }),
    variants: variantsOf(conditions),
  });

export const statementIds = byDay(
  'statements',
  sql`SELECT s.n, dayof(s.day) AS day FROM said s WHERE s.i = 0 AND s.j = 0`,
  sql`statement`,
  STATEMENT_CONDITIONS,
);
export const eventIds = byDay(
  'events',
  sql`SELECT v.n, dayof(v.day) AS day FROM event v WHERE true`,
  sql`thing`,
  LISTED_EVENT_CONDITIONS,
);
export const entityIds = byId(
  'entities',
  sql`SELECT e.id FROM thing e WHERE e.type IS NOT NULL AND e.type <> 'Event'`,
  ENTITY_CONDITIONS,
);
export const articleIds = byId('articles', sql`SELECT a.id FROM article a WHERE true`, ARTICLE_CONDITIONS);

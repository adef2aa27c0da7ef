import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { filledSql, type Sql, sql } from '../db/sql.ts';
import type { Name, NamedKind } from '../db/tally-order.ts';
import { COLUMNS } from '../limits.ts';
import { defineCount } from './count.ts';
import type { ColumnStore } from './store.ts';

const NameRow = z.object({
  n: z.int(),
  id: z.string(),
  name: z.string().nullable(),
  type: z.string().nullable(),
});

const namesOf = (kind: NamedKind, slots: Record<string, Sql>) =>
  defineCount({
    name: `what a ${kind} is called`,
    parameters: ['numbers'],
    row: NameRow,
    text: () => filledSql('read/names', slots),
    variants: [{ given: [] }],
  });

/** Names by the numbers that an index has for what bears them. */
export const names = {
  thing: namesOf('thing', {}),
  article: namesOf('article', { name: sql`title AS name, NULL AS type`, things: sql`article` }),
  statement: namesOf('statement', { name: sql`NULL AS name, NULL AS type`, things: sql`statement` }),
};

/** Names as they were read last: what is counted most is answered most. */
export class KnownNames {
  readonly #known = {
    thing: new LRUCache<number, Name>({ max: COLUMNS.names }),
    article: new LRUCache<number, Name>({ max: COLUMNS.names }),
    statement: new LRUCache<number, Name>({ max: COLUMNS.names }),
  };

  /** Forgets them all: something was changed. */
  clear(): void {
    for (const known of Object.values(this.#known)) known.clear();
  }

  async of(
    store: ColumnStore,
    kind: NamedKind,
    numbers: readonly number[],
  ): Promise<ReadonlyMap<number, Name>> {
    const known = this.#known[kind];
    const found = new Map<number, Name>();
    const missing: number[] = [];
    for (const n of new Set(numbers)) {
      const name = known.get(n);
      if (name) found.set(n, name);
      else missing.push(n);
    }
    if (missing.length === 0) return found;
    const rows = await store.rows(names[kind].text({ given: [] }), { numbers: JSON.stringify(missing) });
    for (const { n, ...name } of z.array(NameRow).parse(rows)) {
      known.set(n, name);
      found.set(n, name);
    }
    return found;
  }
}

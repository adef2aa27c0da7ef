import { z } from 'zod';
import { defineRead } from './client.ts';
import { filled } from './cypher.ts';
import { type AccessTable, filtersOf } from './seek.ts';

/**
 * Counts in the graph all that match of a list which the index of counts does not hold.
 * @param items what is counted, in the plural.
 * @param file that of the Cypher, which marks where the filters go.
 */
export const graphTotal = (items: string, table: AccessTable, file: string) =>
  defineRead({
    name: `how many ${items} match`,
    parameters: [],
    row: z.object({ total: z.int() }),
    text: ({ given }: { given: readonly string[] }) => filled(file, { filters: filtersOf(table, given) }),
    variants: [[], Object.keys(table.filters)].map((given) => ({ given })),
  });

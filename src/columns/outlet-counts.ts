import { z } from 'zod';
import { filledSql, sql } from '../db/sql.ts';
import { conditionsOf, STATEMENT_CONDITIONS } from './conditions.ts';
import { defineCount } from './count.ts';
import { type Chosen, variantsOf } from './statement-plan.ts';

const name = z.string();
const article = z.string().nullable();

/** What two outlets both report. */
export const outletPairs = defineCount({
  name: 'statements that two outlets report',
  parameters: ['limit'],
  row: z.object({
    ...{ oneName: name, oneArticle: article, otherName: name, otherArticle: article },
    ...{ shared: z.int(), dated: z.int(), datesDiffer: z.int(), oneFirst: z.int(), otherFirst: z.int() },
  }),
  text: ({ given }: Chosen) =>
    filledSql('read/agreement', {
      matching: sql`FROM said s WHERE s.i = 0 AND s.j = 0 AND s.outlets > 1 AND ${conditionsOf(STATEMENT_CONDITIONS, given)}`,
    }),
  variants: variantsOf(STATEMENT_CONDITIONS),
});

/** What each outlet reports, alone and first. */
export const outletCounts = defineCount({
  name: 'statements counted by outlet',
  parameters: ['limit'],
  row: z.object({
    ...{ name, article },
    ...{ statements: z.int(), alone: z.int(), shared: z.int(), first: z.int() },
  }),
  text: ({ given }: Chosen) =>
    filledSql('read/outlets', {
      matching: sql`s.i = 0 AND s.j = 0 AND ${conditionsOf(STATEMENT_CONDITIONS, given)}`,
    }),
  variants: variantsOf(STATEMENT_CONDITIONS),
});

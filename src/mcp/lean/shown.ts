import { z } from 'zod';
import type { Assertion } from '../../model/assertion.ts';
import type { ArticleEvidence } from '../../model/evidence.ts';
import { Shortened, shortened } from './text.ts';

/** An entity or an event, by its id and its name. */
export const Named = z.object({ id: z.string(), name: z.string() });

export const named = ({ id, name }: z.output<typeof Named>) => ({ id, name });

/** Words of an article, and where they stand in it. */
export const Passage = z.object({
  article: z.string(),
  quote: Shortened,
  start: z.number().describe('Offset in code points.'),
  end: z.number(),
});

export const passage = ({ article, exact, start, end }: ArticleEvidence): z.output<typeof Passage> => ({
  article,
  quote: shortened(exact),
  start,
  end,
});

/** Who says that it is so. */
export const Says = z.object({
  article: z.string(),
  by: z.string().describe('`author`, or `statement` where only a speaker says so.'),
  as: z.string().nullable(),
  statement: z.string().nullable().describe('Id of that statement.'),
  confidence: z.number(),
});

export const says = ({ article, by, as, statement, confidence }: Assertion): z.output<typeof Says> => ({
  article,
  by,
  as,
  statement,
  confidence,
});

/** The first of a list, as many as tell the point. */
const FEW = 3;
export const few = <T>(list: readonly T[], most: number = FEW): T[] => list.slice(0, most);

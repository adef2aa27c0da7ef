import { z } from 'zod';
import { statementPath } from '../../formats/resource-paths.ts';
import type { Attribution, Quotation, Statement, StatementDetail } from '../../model/statement.ts';
import { few, Named, named } from './shown.ts';
import { Shortened, shortened } from './text.ts';

const By = z.object({
  speakers: z.array(z.string()).describe('Ids; empty where nobody is named.'),
  described: z.string().nullable().describe('Their description where nobody is named.'),
  rank: z.string(),
  basis: z.string(),
  confidence: z.number(),
  reason: z.string().nullable().describe('Why it is doubtful.'),
  flags: z.array(z.string()),
});

const Source = z.object({
  article: z.string(),
  title: z.string(),
  published: z.string().nullable(),
  quoteType: z.string(),
  quote: Shortened.describe('The words of the article; parts are joined by […].'),
  start: z.number().describe('Offset in the article in code points.'),
  end: z.number(),
  by: z.array(By).describe('To whom the article attributes it.'),
});

export const LeanStatement = z.object({
  id: z.string(),
  url: z.string().describe('Permalink.'),
  text: Shortened,
  said: z.string().nullable().describe('EDTF; null where no source gives a date.'),
  act: z.object({ cameo: z.string(), label: z.string(), goldstein: z.number().nullable() }).nullable(),
  speakers: z.array(Named),
  about: z.array(Named.extend({ as: z.string().describe('`target` or `topic`.') })),
  unnamedTargets: z
    .array(z.string())
    .describe('How those are described whom it is aimed at without naming them.'),
  contested: z.array(z.string()).describe('What sources differ on.'),
  sources: z.array(Source),
  moreSources: z.number().describe('Sources left out; get_statement has them.'),
});

export const LeanStatementDetail = LeanStatement.extend({
  saidAt: z.array(Named).describe('Events at which it was said.'),
  variants: z.array(z.string()),
});

const byOf = ({
  speakers,
  described,
  rank,
  basis,
  confidence,
  reason,
  flags,
}: Attribution): z.output<typeof By> => ({
  speakers: speakers.map(({ id }) => id),
  described: described?.words.exact ?? null,
  rank,
  basis,
  confidence,
  reason,
  flags,
});

const sourceOf = ({ article, quoteType, evidence, attributions }: Quotation): z.output<typeof Source> => ({
  article: article.id,
  title: article.title,
  published: article.published,
  quoteType,
  quote: shortened(evidence.map(({ exact }) => exact).join(' […] ')),
  start: evidence[0]?.start ?? 0,
  end: evidence.at(-1)?.end ?? 0,
  by: attributions.map(byOf),
});

/**
 * A statement as tools return it.
 * @param most how many of its sources are shown.
 */
export function leanStatement(
  statement: Statement,
  origin: string,
  most?: number,
): z.output<typeof LeanStatement> {
  const { id, text, said, act, speakers, about, unnamedTargets, contested, quotations } = statement;
  const sources = few(quotations, most);
  return {
    id,
    url: origin + statementPath(id),
    text: shortened(text),
    said: said.edtf,
    act: act && { cameo: act.cameo, label: act.label, goldstein: act.goldstein },
    speakers: speakers.map(named),
    about: about.map((link) => ({ ...named(link), as: link.as })),
    unnamedTargets: few(unnamedTargets, most).map(({ words }) => words),
    contested,
    sources: sources.map(sourceOf),
    moreSources: quotations.length - sources.length,
  };
}

export const leanStatementDetail = (
  statement: StatementDetail,
  origin: string,
  most: number,
): z.output<typeof LeanStatementDetail> => ({
  ...leanStatement(statement, origin, most),
  saidAt: few(statement.saidAt, most).map(named),
  variants: few(statement.variants, most).map((variant) => shortened(variant)),
});

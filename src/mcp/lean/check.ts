import { z } from 'zod';
import { statementPath } from '../../formats/resource-paths.ts';
import { MCP } from '../../limits.ts';
import type { QuotationCheck, QuotationFinding } from '../../model/quotation-check.ts';
import { few, Named, named } from './shown.ts';
import { Shortened, shortened, tokensOf } from './text.ts';

const Outlet = z.object({
  article: z.string(),
  published: z.string().nullable(),
  kind: z.string().describe('`same`, `part`, `differs`, `own-words` or `without`.'),
  quote: Shortened.describe('What it prints.'),
  start: z.number().describe('Offset in the article in code points.'),
  end: z.number(),
  by: z.array(z.object({ speakers: z.array(z.string()), rank: z.string() })),
});

const LeanFinding = z.object({
  verdict: z.string(),
  id: z.string(),
  url: z.string().describe('Permalink of the statement.'),
  text: Shortened,
  said: z.string().nullable().describe('EDTF; null where no source gives a date.'),
  speakers: z.array(Named),
  diff: z
    .string()
    .describe(
      'Word by word: [-left out-] of the source, {+added+} by the quotation; empty for a paraphrase.',
    ),
  warnings: z.array(z.string()),
  outlets: z.array(Outlet).describe('How articles have it, the nearest first, at most three.'),
});

export const LeanCheck = z.object({
  verdict: z.string(),
  explanation: z.string(),
  findings: z.array(LeanFinding).describe('Best first.'),
  joined: z.array(z.string()).describe('Ids of the statements that it is joined of.'),
});

/** The check of a quotation as a tool returns it: as many findings as fit. */
export function leanCheck(check: QuotationCheck, origin: string): z.output<typeof LeanCheck> {
  const { verdict, explanation, joined } = check;
  const findings = check.findings.map((finding) => findingOf(finding, origin));
  while (findings.length > 1 && tokensOf(findings) > MCP.tokens) findings.pop();
  return { verdict, explanation, findings, joined };
}

const findingOf = (
  { verdict, statement, diff, warnings, outlets }: QuotationFinding,
  origin: string,
): z.output<typeof LeanFinding> => ({
  verdict,
  id: statement.id,
  url: origin + statementPath(statement.id),
  text: shortened(statement.text),
  said: statement.said.edtf,
  speakers: statement.speakers.map(named),
  diff: diff.map(marked).join(' '),
  warnings: warnings.map(({ code, text }) => `${code}: ${shortened(text, 200)}`),
  outlets: few(outlets).map(({ article, kind, evidence, attributions }) => ({
    article: article.id,
    published: article.published,
    kind,
    quote: shortened(evidence.map(({ exact }) => exact).join(' […] ')),
    start: evidence[0]?.start ?? 0,
    end: evidence.at(-1)?.end ?? 0,
    by: attributions.map(({ speakers, rank }) => ({ speakers: speakers.map(({ id }) => id), rank })),
  })),
});

const marked = ({ kind, text }: QuotationFinding['diff'][number]): string =>
  kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`;

import { z } from 'zod';
import { checkQuotation } from '../check-quotation/check-quotation.ts';
import type { Finding } from '../check-quotation/finding.ts';
import { readQuotation } from '../check-quotation/quotation.ts';
import type { RecordedStatement } from '../check-quotation/record.ts';
import { searchQuery } from '../check-quotation/search-query.ts';
import { defineRead, type Graph } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { readStatementJson, statementParts } from '../db/statement-json.ts';
import { CHECK } from '../limits.ts';
import { QuotationCheck, type QuotationFinding } from '../model/quotation-check.ts';
import type { Statement } from '../model/statement.ts';
import { defineQuery } from '../query/define.ts';
import { entity, entityOrEvent, firstDay, lastDay, several } from '../query/parameters.ts';
import { isSearchable } from '../search/full-text.ts';

const quotedStatements = defineRead({
  name: 'statements with words of a quotation',
  parameters: ['q', 'speakers', 'scan', 'most'],
  row: z.object({ id: z.string(), json: z.string() }),
  text: cypherFile('read/quoted-statements'),
});

const quote = z
  .string()
  .max(CHECK.quote, `expected at most ${CHECK.quote} characters`)
  .refine((text) => text.isWellFormed(), 'expected well-formed Unicode')
  .overwrite((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
  .refine(isSearchable, 'expected the words of a quotation')
  .meta({
    description:
      'The words, from two to a paragraph, with or without quotation marks of any language. An ellipsis marks a cut, and brackets what an editor put in.',
    examples: ['they have been a phenomenal partner in the counterterrorism world'],
  });

export const check = defineQuery({
  kind: 'computed',
  operationId: 'checkQuotation',
  tag: 'statements',
  path: '/v1/check',
  summary: 'Is this quotation right?',
  description:
    'Compares a quotation with all renderings of all statements, and says of the best matches whether it is verbatim, altered, a paraphrase, said by another or on another occasion, with the words of each outlet and how they differ. Marks, dashes, spelling, capitals, brackets of editors and the words that name the speaker alter nothing. `not-in-the-record` does not prove that it was never said.',
  params: z.strictObject({
    quote,
    speaker: several(entity('Who is said to have said it.', 'Kurilla')).optional(),
    about: several(entityOrEvent('Whom or what it is said to be about.', 'Pakistan')).optional(),
    saidFrom: firstDay('Said then or later, as is said.', '2025').optional(),
    saidTo: lastDay('Said then or earlier, as is said.', '2025-06').optional(),
  }),
  row: QuotationCheck,
  reads: [quotedStatements, statementParts],
  respond: async (graph, { quote: words, speaker, about, saidFrom, saidTo }) => {
    const statements = await candidates(graph, words, speaker ?? []);
    const asked = { quote: words, speakers: speaker, about, from: saidFrom, to: saidTo };
    const { verdict, findings, joined } = checkQuotation(asked, statements.map(recorded));
    const byId = new Map(statements.map((statement) => [statement.id, statement]));
    return {
      quote: readQuotation(words).text,
      verdict,
      explanation: explanationOf(verdict, joined),
      findings: findings.map((finding) => wireFinding(finding, byId.get(finding.statement.id)!)),
      joined: joined.map(({ statement }) => statement.id),
    };
  },
  examples: [
    {
      summary: 'Did Kurilla call Pakistan a phenomenal partner?',
      request: {
        quote: '“They have been a phenomenal partner in the counterterrorism world”',
        speaker: 'Kurilla',
      },
    },
    {
      summary: 'Did Trump say so?',
      request: { quote: 'a phenomenal partner in the counterterrorism world', speaker: 'Trump' },
    },
    {
      summary: 'Was it a reliable partner?',
      request: { quote: 'they have been a reliable partner in the counterterrorism world' },
    },
  ],
});

/** The statements that may be those of a quotation, found by an index: the best, and the best of its speakers. */
async function candidates(graph: Graph, words: string, speakers: string[]): Promise<Statement[]> {
  const q = searchQuery(words);
  if (q === undefined) return [];
  const rows = await quotedStatements.rows(graph, {
    q,
    speakers,
    scan: CHECK.hits,
    most: CHECK.statements,
  });
  const missing = rows.filter(({ json }) => json === '').map(({ id }) => id);
  const made = missing.length > 0 ? await readStatementJson(graph, missing) : undefined;
  return rows
    .map(({ id, json }) => json || made?.get(id))
    .filter((json) => json !== undefined)
    .map((json): Statement => JSON.parse(json));
}

const recorded = ({ id, speakers, said, about, quotations }: Statement): RecordedStatement => ({
  id,
  speakers: speakers.map((speaker) => speaker.id),
  said: said.earliest && said.latest ? { earliest: said.earliest, latest: said.latest } : null,
  about: about.map((target) => target.id),
  renderings: quotations.map(({ id: renderingId, article, quoteType, evidence, quoted }) => ({
    id: renderingId,
    articleId: article.id,
    quoteType,
    parts: evidence.map(({ exact }) => exact),
    quoted: quoted.map(({ exact }) => exact),
  })),
});

function wireFinding(
  { verdict, words, outlets, warnings }: Finding,
  { quotations, ...statement }: Statement,
): QuotationFinding {
  const nearest = words.source.rendering.id;
  const byNearness = outlets.toSorted(
    (one, other) => Number(other.renderingId === nearest) - Number(one.renderingId === nearest),
  );
  const isContested = statement.contested.includes('speaker');
  return {
    verdict,
    statement,
    diff: verdict === 'paraphrase' ? [] : words.diff,
    cuts: words.cuts,
    warnings: [
      ...warnings,
      ...(isContested
        ? [
            {
              code: 'speaker-contested' as const,
              text: 'Sources differ on who said it; outlets lists whom each names.',
            },
          ]
        : []),
    ],
    outlets: byNearness.map(({ renderingId, kind, diff }) => {
      const { article, quoteType, evidence, attributions } = quotations.find(({ id }) => id === renderingId)!;
      return { article, quoteType, kind, diff, evidence, attributions };
    }),
  };
}

const EXPLANATIONS: Record<QuotationCheck['verdict'], string> = {
  verbatim: 'A source has these words as they are.',
  'altered-cut': 'A source has these words; marked cuts leave some out that do not turn the sense.',
  altered: 'A source has words like these, and others in their place; the comparison shows which.',
  paraphrase: 'A source reports the same in other words; these are not the words of the speaker.',
  'said-by-another': 'A source has these words, and attributes them to another.',
  'other-occasion': 'A source has these words, from other days than those that are asked for.',
  'not-in-the-record': 'No statement of the record matches, which does not prove that it was never said.',
  'too-short': 'These are so few and so common words that many may have said them.',
};

const explanationOf = (verdict: QuotationCheck['verdict'], joined: readonly Finding[]): string =>
  joined.length > 0
    ? `The words are joined of ${joined.length} statements: ${joined.map(({ statement }) => statement.id).join(', ')}.`
    : EXPLANATIONS[verdict];

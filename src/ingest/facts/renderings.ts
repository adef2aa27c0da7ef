import { occasionSigns } from '../../match/occasion.ts';
import { type Rendering, storedDays } from '../../match/rendering.ts';
import type { ArticleFacts, Fact } from './facts.ts';
import { sentenceStarts } from './sentences.ts';
import { firstWhere } from './sorted.ts';

/** A rendering, and the statement that its article says it is of. */
export interface StatementRendering extends Rendering {
  statementId: string;
}

/** What renderings are made of; the text and the language of an article are among its properties. */
export type RenderedArticle = Pick<ArticleFacts, 'id' | 'properties' | 'facts'>;

/**
 * The renderings of statements in an article, as they are compared with those of other articles: they follow from the article alone.
 */
export function renderingsOf(article: RenderedArticle): StatementRendering[] {
  const { id, properties, facts } = article;
  const kinds = new Map(
    facts
      .filter(({ kind }) => kind === 'Account')
      .map((account) => [targets(account, 'TELLS_OF')[0]!, account.properties.kind]),
  );
  const attributions = Map.groupBy(
    facts.filter(({ kind, properties: { rank } }) => kind === 'Attribution' && rank !== 'deprecated'),
    (fact) => targets(fact, 'ATTRIBUTES')[0]!,
  );
  const context = contextOf(String(properties.text), String(properties.language));
  return facts
    .filter((fact) => fact.kind === 'Quotation')
    .map((quotation) => {
      const { quoteType, exact, partExacts, quotedExacts, start, end } = quotation.properties;
      const { statementId, saidBasis, atIds } = quotation.properties;
      const by = attributions.get(quotation.id) ?? [];
      const occasions = (atIds as string[] | null) ?? [];
      return {
        id: quotation.id,
        statementId: String(statementId),
        articleId: id,
        language: String(properties.language),
        quoteType: quoteType as Rendering['quoteType'],
        parts: (partExacts as string[] | null) ?? [String(exact)],
        quoted: (quotedExacts as string[] | null) ?? [],
        occasionSigns: occasionSigns(
          context(Number(start), Number(end)),
          occasions.flatMap((event) => kinds.get(event) ?? []).map(String),
        ),
        speakers: distinct(by.flatMap((attribution) => targets(attribution, 'TO'))),
        describedOf: distinct(by.flatMap((attribution) => targets(attribution, 'DESCRIBED_OF'))),
        said: days(quotation.properties, 'said'),
        saidBasis: saidBasis as Rendering['saidBasis'],
        published: days(properties, 'published'),
        occasions,
      };
    });
}

const targets = ({ edges }: Fact, type: string) =>
  edges.filter((edge) => edge.type === type).map(({ to }) => to);

const distinct = (ids: string[]) => [...new Set(ids)].sort();

const days = (properties: Fact['properties'], name: string) =>
  storedDays(properties[`${name}Earliest`], properties[`${name}Latest`]);

/** The sentences that a span of a text stands in, without the span. */
function contextOf(text: string, language: string) {
  const characters = [...text];
  const starts = sentenceStarts(text, language);
  return (start: number, end: number): string => {
    const after = firstWhere(starts.length, (index) => starts[index]! > start);
    const from = starts[after - 1] ?? 0;
    const until = starts[firstWhere(starts.length, (index) => starts[index]! >= end)] ?? characters.length;
    return `${characters.slice(from, start).join('')} … ${characters.slice(end, until).join('')}`;
  };
}

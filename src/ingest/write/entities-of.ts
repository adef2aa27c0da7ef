import type { ExistingFact } from './article-transaction.ts';

/** The ids that facts of the graph lead to, those of entities among them, and of authors; each once. */
export const entitiesOf = (
  facts: Pick<ExistingFact, 'edges' | 'entities'>[],
  authors: string[],
): string[] => [
  ...new Set([
    ...authors,
    ...facts.flatMap(({ edges, entities }) => [
      ...entities,
      ...edges.map((edge) => edge.slice(edge.indexOf(' ') + 1)),
    ]),
  ]),
];

import type { AnnotatedFigure, AssertedBy, Assertion } from '../../model/annotation.ts';
import type { Span } from './anchor.ts';
import { derivedId, type Edge, type Fact, fact } from './facts.ts';

/** Those who assert something, as an annotation names them: one or several. */
const assertionsOf = (assertedBy: AssertedBy): Assertion[] => [assertedBy].flat();

/** What an article tells of an event, relation or role: a fact for each who asserts it. */
export const accountFacts = (article: string, told: Fact, assertedBy: AssertedBy): Fact[] =>
  assertionsOf(assertedBy).map((assertion) => {
    const { as, confidence, statement, edges } = assertionParts(assertion);
    const id = derivedId('c', article, told.kind, told.id, as, statement, confidence);
    return fact('Account', id, told.field, { as, confidence }, [
      { type: 'IN', to: article },
      { type: 'TELLS_OF', to: told.id, toKind: told.kind },
      ...edges,
    ]);
  });

/** A figure that an article gives of an event; who asserts it is who says first that the event happened, by default. */
export function figureFact(
  article: string,
  event: Fact,
  figure: AnnotatedFigure,
  words: Span,
  field: Fact['field'],
  assertedBy: AssertedBy,
): Fact {
  const { what, value, unit } = figure;
  const [from, to] = value === null ? [figure.from, figure.to] : [value, value];
  const assertion = figure.assertedBy ?? assertionsOf(assertedBy)[0]!;
  const { as, confidence, statement, edges } = assertionParts(assertion);
  const values = [what, value, from, to, unit, as, confidence];
  const id = derivedId('f', article, event.id, ...values, statement, words.start, words.end);
  return fact('Figure', id, field, { what, value, from, to, unit, as, confidence, ...words }, [
    { type: 'IN', to: article },
    { type: 'FIGURE_OF', to: event.id, toKind: 'Event' },
    ...edges,
  ]);
}

function assertionParts({ author, statement: said, confidence }: Assertion) {
  const [as, statement] = [author ?? null, said ?? null];
  const edges: Edge[] = statement === null ? [] : [{ type: 'ASSERTED_BY', to: statement }];
  return { as, confidence, statement, edges };
}

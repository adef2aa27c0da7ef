import type { AnnotatedFigure, AssertedBy, Assertion } from '../../model/annotation.ts';
import type { Span } from './anchor.ts';
import { derivedId, digest, type Edge, type Fact, fact, type ToldKind } from './facts.ts';

/** Those who assert something, as an annotation names them: one or several. */
const assertionsOf = (assertedBy: AssertedBy): Assertion[] => [assertedBy].flat();

/** An event, relation or role, as far as its accounts point at it. */
export interface Told {
  kind: ToldKind;
  id: string;
  field: Fact['field'];
}

/** What accounts say, in the order in which it is hashed; an account of one kind leaves out what others have. */
const READING = {
  kind: null,
  label: null,
  dateEdtf: null,
  dateEarliest: null,
  dateLatest: null,
  dateBasis: null,
  cameo: null,
  contexts: null,
  placeId: null,
  participantIds: null,
  participantRoles: null,
  subjectId: null,
  predicate: null,
  objectId: null,
  personId: null,
  title: null,
  ofId: null,
  from: null,
  until: null,
  former: null,
};

/** What an article says of an event, relation or role. */
export type Reading = Partial<{ [Name in keyof typeof READING]: Fact['properties'][string] }>;

/** What an article tells of an event, relation or role: a fact for each who asserts it, each with the whole reading. */
export const accountFacts = (article: string, told: Told, reading: Reading, assertedBy: AssertedBy): Fact[] =>
  assertionsOf(assertedBy).map((assertion) => {
    const { as, confidence, statement, edges } = assertionParts(assertion);
    const properties = { as, confidence, statementId: statement, ...READING, ...reading };
    const id = derivedId('c', article, told.kind, told.id, digest(properties));
    return fact('Account', id, told.field, properties, [
      { type: 'IN', to: article },
      { type: 'TELLS_OF', to: told.id, toKind: told.kind },
      ...edges,
      // Where other articles have another place, nothing else of the graph leads to this one.
      ...(reading.placeId ? [{ type: 'NAMES_ENTITY', to: String(reading.placeId) }] : []),
    ]);
  });

/** A figure that an article gives of an event; who asserts it is who says first that the event happened, by default. */
export function figureFact(
  article: string,
  event: Told,
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
  const properties = { what, value, from, to, unit, as, confidence, statementId: statement, ...words };
  return fact('Figure', id, field, properties, [
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

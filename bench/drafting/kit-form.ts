import type { SpannedAnnotation } from '../../src/draft/score/spanned-annotation.ts';

/** An annotation in the form that the kit's scorer of drafts takes: one speaker, one place a quotation, older names. */
export function kitForm({
  text,
  entities,
  roles,
  events,
  relations,
  statements,
  mentions,
}: SpannedAnnotation) {
  const used = new Set(
    JSON.stringify([roles, events, relations, statements, mentions]).match(/[a-z0-9]+(-[a-z0-9]+)*/g),
  );
  return {
    text,
    entities: entities.filter(({ id }) => used.has(id)),
    roles,
    events,
    relations,
    statements: statements.map((statement) => ({
      ...statement,
      about: statement.about.map(({ id }) => id),
      quotations: statement.quotations.map(({ quoteType, parts, cue, attributions }) => ({
        quoteType,
        quote: [parts[0]![0], parts.at(-1)![1]],
        cue,
        attributions: attributions.map(({ speakers, rank, basis, evidence }) => ({
          speaker: speakers[0] ?? null,
          rank,
          basis: basis === 'signature' ? 'dash-line' : basis,
          evidence,
        })),
      })),
    })),
    mentions,
  };
}

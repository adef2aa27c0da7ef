import { z } from 'zod';
import { LISTS } from '../limits.ts';
import { PassageText, Slug } from './text.ts';
import type { Thing } from './thing.ts';
import { Rank } from './vocabulary.ts';

const why = PassageText.describe('Why, for who reads it later.');
const statement = Slug.describe('Id of the statement.');

const pair = {
  of: z.enum(['statements', 'events']).describe('What the two are.'),
  ids: z.tuple([Slug, Slug]).describe('Their ids.'),
  why,
};

/** What a reviewer decides, by its kind. */
const FORMS = {
  rank: z.strictObject({
    kind: z.literal('rank'),
    statement,
    article: Slug.describe('Id of the article that attributes it.'),
    speakers: z
      .array(Slug)
      .max(LISTS.names)
      .describe('Ids of the speakers of the attribution; none where it names nobody.'),
    rank: Rank,
    why,
  }),
  exclude: z.strictObject({
    kind: z.literal('exclude'),
    statement,
    article: Slug.optional().describe(
      'Id of the article whose quotations of it are left out; without it those of all.',
    ),
    why,
  }),
  same: z.strictObject({ kind: z.literal('same'), ...pair }),
  different: z.strictObject({ kind: z.literal('different'), ...pair }),
  merge: z.strictObject({
    kind: z.literal('merge'),
    entity: Slug.describe('Id of the entity that is one with the other.'),
    into: Slug.describe('Id of the other, which goes on to be the id of both.'),
    why,
  }),
  revoke: z.strictObject({
    kind: z.literal('revoke'),
    decision: z.string().describe('Id of the decision that is revoked.'),
    why,
  }),
};

export const DECISION_KINDS = ['rank', 'exclude', 'same', 'different', 'merge', 'revoke'] as const;

/** A decision as it is sent. */
export const DecisionBody = z.discriminatedUnion('kind', [
  FORMS.rank,
  FORMS.exclude,
  FORMS.same,
  FORMS.different,
  FORMS.merge,
  FORMS.revoke,
]);
export type DecisionBody = z.output<typeof DecisionBody>;

const taken = {
  by: z.string().min(1).max(40).describe('Who decided it: the name of a key.'),
  at: z.iso
    .datetime({ error: 'expected a moment in UTC such as 2026-01-31T12:00:00.000Z' })
    .describe('When.'),
};

/** A decision with who took it and when, as it stands in `decisions.yaml`. */
export const TakenDecision = z.discriminatedUnion('kind', [
  FORMS.rank.extend(taken),
  FORMS.exclude.extend(taken),
  FORMS.same.extend(taken),
  FORMS.different.extend(taken),
  FORMS.merge.extend(taken),
  FORMS.revoke.extend(taken),
]);
export type TakenDecision = z.output<typeof TakenDecision>;

/** The decisions beside articles: `decisions.yaml`. */
export const Decisions = z.strictObject({ decisions: z.array(z.unknown()).default([]) });

const nullable = (what: string) =>
  z.string().nullable().describe(`${what}; null in decisions of other kinds.`);

/** A decision as it is shown. */
export const Decision = z
  .object({
    id: z.string().describe('Stable identifier, which follows from what it says.'),
    kind: z.enum(DECISION_KINDS).describe('What is decided.'),
    at: z.string().describe('When it was decided (UTC).'),
    by: z.string().describe('The name of the key of who decided it.'),
    why: z.string().describe('Why.'),
    statement: nullable('Id of the statement that is ranked or left out'),
    article: nullable('Id of the article that it is about, or null for all'),
    speakers: z.array(z.string()).describe('Ids of the speakers of the attribution that is ranked.'),
    rank: nullable('The rank that the attribution is given'),
    of: nullable('What two things are the same or different: statements or events'),
    ids: z.array(z.string()).describe('Ids of the two.'),
    entity: nullable('Id of the entity that is merged'),
    into: nullable('Id of what it is merged into'),
    decision: nullable('Id of the decision that is revoked'),
    isActive: z.boolean().describe('Whether it holds: no decision that holds takes it back.'),
  })
  .meta({ id: 'Decision', description: 'What a reviewer decided: who, when and why.' });

/** The things that a decision is about, each once. */
export function thingsOfDecision(decision: z.output<typeof Decision>): Thing[] {
  const { statement, article, speakers, of, ids, entity, into, decision: revoked } = decision;
  const all = (kind: Thing['kind'], given: readonly (string | null)[]) =>
    given.flatMap((id) => (id === null ? [] : [{ kind, id }]));
  return [
    ...all('statement', [statement]),
    ...all(of === 'events' ? 'event' : 'statement', ids),
    ...all('entity', [...speakers, entity, into]),
    ...all('article', [article]),
    ...all('decision', [revoked]),
  ];
}

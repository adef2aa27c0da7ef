import { z } from 'zod';
import { Assertion, assertions } from './assertion.ts';
import { MergedDate } from './date.ts';
import { ArticleEvidence } from './evidence.ts';
import { count } from './numbers.ts';
import { reviewMark } from './review-mark.ts';
import { AboutAs, EntityType, Predicate, RoleKind } from './vocabulary.ts';

const id = z.string().describe('Stable identifier, a slug.');
const name = z.string().describe('Name in the authority file.');

export const EntityLink = z
  .object({ id, name, type: EntityType })
  .meta({ id: 'EntityLink', description: 'An entity: its id, name and type.' });

export const TargetLink = z
  .object({ id, name, type: z.enum([...EntityType.options, 'Event']).describe('What kind of thing it is.') })
  .meta({ id: 'TargetLink', description: 'What a statement is about: an entity or an event.' });

export const AboutLink = z
  .object({
    ...TargetLink.shape,
    as: AboutAs,
    articles: z.array(z.string()).describe('Ids of the articles that say so.'),
  })
  .meta({ id: 'AboutLink', description: 'What a statement is about, and how.' });

const RoleAssertion = z
  .object({
    ...Assertion.shape,
    from: z.string().nullable().describe('When it began, as this article has it (EDTF), or null.'),
    until: z.string().nullable().describe('When it ended, as this article has it (EDTF), or null.'),
    former: z.boolean().describe('Whether this article calls it a former role.'),
  })
  .meta({ id: 'RoleAssertion', description: 'Who says that a person holds a role, in which article.' });

export const Role = z
  .object({
    kind: RoleKind,
    title: z.string().nullable().describe('Title as the source gives it, or null.'),
    of: EntityLink.nullable().describe('The country, organization or person that it is a role of, or null.'),
    from: z.string().nullable().describe('When it began (EDTF), or null where the source does not say.'),
    until: z.string().nullable().describe('When it ended (EDTF), or null where the source does not say.'),
    former: z.boolean().describe('Whether the source calls it a former role.'),
    assertions: z
      .array(RoleAssertion)
      .describe('Who says so, in which article, with the dates that this article gives; at most 50.'),
    evidence: z.array(ArticleEvidence).describe('The words that say so, at most 50 passages.'),
  })
  .meta({ id: 'Role', description: 'A role that a person holds or held.' });

export const Relation = z
  .object({
    id,
    subject: EntityLink.describe('What the relation starts from.'),
    predicate: Predicate,
    object: EntityLink.describe('What the relation leads to.'),
    date: MergedDate.describe('When it held.'),
    assertions,
    evidence: z.array(ArticleEvidence).describe('The words that say so, at most 50 passages.'),
    ...reviewMark,
  })
  .meta({ id: 'Relation', description: 'A relation between two entities, as an article states it.' });

export const Entity = z
  .object({
    id,
    type: EntityType,
    name,
    aliases: z.array(z.string()).describe('Other names; each works as a parameter.'),
    iso3166: z.string().nullable().describe('ISO 3166-1 alpha-3 code of a country, else null.'),
    wikidata: z.string().nullable().describe('Wikidata id where it was checked, else null.'),
    description: z.string().nullable().describe('One line that tells it from others of the same name.'),
    country: EntityLink.nullable().describe(
      'The country that an organization or a place belongs to, or null.',
    ),
    roles: z.array(Role).describe('Roles that a person holds or held, at most 50.'),
    ...reviewMark,
  })
  .meta({ id: 'Entity', description: 'A person, country, organization or place.' });

const EntityCounts = z
  .object({
    statementsBy: count.describe('Statements that some attribution that counts says it made.'),
    statementsAbout: count.describe('Statements about it.'),
    events: count.describe('Events that it took part in.'),
    mentions: count.describe('Mentions of it in all articles.'),
    relations: count.describe('Relations that it is the subject or the object of.'),
  })
  .meta({ id: 'EntityCounts', description: 'How often an entity occurs in the graph.' });

const url = (what: string) => z.string().describe(`URL of the list of ${what}, relative to this host.`);

const EntityLists = z
  .object({
    statementsBy: url('statements that some attribution says it made'),
    statementsAbout: url('statements about it'),
    events: url('events that it took part in'),
    mentions: url('mentions of it'),
    relations: url('its relations, with all their evidence'),
    timeline: url('all of these in the order of days'),
  })
  .meta({ id: 'EntityLists', description: 'Where everything on an entity is listed.' });

export const EntityDetail = z
  .object({
    ...Entity.shape,
    revision: z.string().describe('Its state, which only a change of its record moves on; for `If-Match`.'),
    relations: z
      .array(Relation)
      .describe(
        'The first 50 relations that it is the subject or the object of, each with its first 10 passages and assertions; `links` has all.',
      ),
    counts: EntityCounts,
    links: EntityLists,
  })
  .meta({ id: 'EntityDetail', description: 'An entity with its relations and counts.' });

export type EntityLink = z.output<typeof EntityLink>;
export type TargetLink = z.output<typeof TargetLink>;
export type AboutLink = z.output<typeof AboutLink>;
export type Role = z.output<typeof Role>;
export type Relation = z.output<typeof Relation>;
export type Entity = z.output<typeof Entity>;
export type EntityDetail = z.output<typeof EntityDetail>;

import { z } from 'zod';
import { entityPath } from '../../formats/resource-paths.ts';
import type { EntityDetail, Relation } from '../../model/entity.ts';
import { few, Named, named, Passage, passage, Says, says } from './shown.ts';

export const LeanRelation = z.object({
  id: z.string(),
  subject: Named,
  predicate: z.string(),
  object: Named,
  date: z.string().nullable().describe('EDTF; null where no source gives one.'),
  says: z.array(Says).describe('Who says so, the first three.'),
  evidence: z.array(Passage).describe('The first three passages.'),
});

/** A relation as tools return it. */
export const leanRelation = (relation: Relation): z.output<typeof LeanRelation> => ({
  id: relation.id,
  subject: named(relation.subject),
  predicate: relation.predicate,
  object: named(relation.object),
  date: relation.date.edtf,
  says: few(relation.assertions).map(says),
  evidence: few(relation.evidence).map(passage),
});

const MOST = 10;

export const LeanEntity = Named.extend({
  url: z.string().describe('Permalink.'),
  type: z.string(),
  aliases: z.array(z.string()),
  description: z.string().nullable(),
  iso3166: z.string().nullable(),
  wikidata: z.string().nullable(),
  country: Named.nullable(),
  roles: z
    .array(
      z.object({
        kind: z.string(),
        title: z.string().nullable(),
        of: Named.nullable(),
        from: z.string().nullable(),
        until: z.string().nullable(),
        former: z.boolean(),
        evidence: Passage.nullable(),
      }),
    )
    .describe('The first ten.'),
  relations: z
    .array(z.object({ subject: Named, predicate: z.string(), object: Named }))
    .describe('The first ten; find_relations has all.'),
  counts: z.object({
    statementsBy: z.number(),
    statementsAbout: z.number(),
    events: z.number(),
    mentions: z.number(),
    relations: z.number(),
  }),
});

/** An entity as tools return it. */
export function leanEntity(entity: EntityDetail, origin: string): z.output<typeof LeanEntity> {
  const { id, name, type, description, iso3166, wikidata, country, counts } = entity;
  return {
    id,
    name,
    url: origin + entityPath(id),
    type,
    aliases: few(entity.aliases, 20),
    description,
    iso3166,
    wikidata,
    country: country && named(country),
    roles: few(entity.roles, MOST).map((role) => ({
      kind: role.kind,
      title: role.title,
      of: role.of && named(role.of),
      from: role.from,
      until: role.until,
      former: role.former,
      evidence: role.evidence[0] ? passage(role.evidence[0]) : null,
    })),
    relations: few(entity.relations, MOST).map(({ subject, predicate, object }) => ({
      subject: named(subject),
      predicate,
      object: named(object),
    })),
    counts,
  };
}

import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { cypher, filled } from '../db/cypher.ts';
import { ENTITY_DETAIL } from '../db/fragments.ts';
import { Problem } from '../errors.ts';
import { EntityDetail, EntityLink } from '../model/entity.ts';
import { defineQuery } from '../query/define.ts';
import { text } from '../query/parameters.ts';

const SCHEMES = ['wikidata', 'iso3166'] as const;
type Scheme = (typeof SCHEMES)[number];

const MATCHES = {
  wikidata: cypher`MATCH (e:Entity {wikidata: $value})`,
  iso3166: cypher`MATCH (e:Country {iso3166: $value})`,
};

/** More than one only where two records bear the same identifier. */
const entitiesByIdentifier = defineRead({
  name: 'entities with an identifier of another authority',
  parameters: ['value'],
  row: EntityDetail.extend({ key: z.string() }),
  text: (scheme: Scheme) =>
    filled('read/entities', {
      rows: cypher`${MATCHES[scheme]} WITH e ORDER BY e.id LIMIT 10`,
      detail: ENTITY_DETAIL,
    }),
  variants: SCHEMES,
});

export const entityByExternal = defineQuery({
  kind: 'computed',
  operationId: 'getEntityByExternalId',
  tag: 'entities',
  path: '/v1/entities/by-external/{scheme}/{value}',
  summary: 'One entity by an identifier of another authority',
  description:
    'The entity with a Wikidata id, or the country with an ISO 3166-1 alpha-3 code, with its roles, relations and counts. Case makes no difference.',
  pathParams: z.strictObject({
    scheme: z
      .enum(SCHEMES)
      .meta({ description: 'Whose identifier it is: Wikidata, or ISO 3166-1.', examples: ['wikidata'] }),
    value: text().meta({
      description: 'The identifier: a Wikidata id such as Q843, or an alpha-3 code such as PAK.',
      examples: ['Q843'],
    }),
  }),
  params: z.strictObject({}),
  row: EntityDetail,
  reads: [entitiesByIdentifier],
  respond: async (graph, { scheme, value }) => {
    const found = await entitiesByIdentifier.rows(graph, { value: value.toUpperCase() }, scheme);
    const named = `${scheme} ${JSON.stringify(value)}`;
    if (found.length > 1) {
      const detail = `${named} is given for ${found.length} entities.`;
      const candidates = found.map((entity) => EntityLink.parse(entity));
      throw new Problem('ambiguous-name', detail, [
        { parameter: 'value', detail, expected: 'the id of one of them, at /v1/entities/{id}', candidates },
      ]);
    }
    const [entity] = found;
    if (!entity) throw new Problem('not-found', `No entity has ${named}.`);
    return entity;
  },
  examples: [
    { summary: 'Which entity is Q843 in Wikidata?', request: { scheme: 'wikidata', value: 'Q843' } },
    { summary: 'Which country has the code PAK?', request: { scheme: 'iso3166', value: 'PAK' } },
  ],
});

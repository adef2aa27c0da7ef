import { z } from 'zod';
import { type Graph, read } from '../db/client.ts';
import { cypher } from '../db/cypher.ts';
import { Problem } from '../errors.ts';
import { EntityDetail, EntityLink } from '../model/entity.ts';
import { defineQuery } from '../query/define.ts';
import { text } from '../query/parameters.ts';

const SCHEMES = ['wikidata', 'iso3166'] as const;

export const entityByExternal = defineQuery({
  operationId: 'getEntityByExternalId',
  tag: 'entities',
  path: '/v1/entities/by-external/{scheme}/{value}',
  summary: 'One entity by an identifier of another authority',
  description:
    'The entity with a Wikidata id, or the country with an ISO 3166-1 alpha-3 code, with its roles, relations and counts. Case makes no difference.',
  cypher: 'entity-by-external',
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
  list: false,
  answer: entityWith,
  examples: [
    { summary: 'Which entity is Q843 in Wikidata?', request: { scheme: 'wikidata', value: 'Q843' } },
    { summary: 'Which country has the code PAK?', request: { scheme: 'iso3166', value: 'PAK' } },
  ],
});

async function entityWith(graph: Graph, { scheme, value }: { scheme: string; value: string }) {
  const found = await read(graph, cypher('read/entity-by-external', [scheme, 'detail']), {
    value: value.toUpperCase(),
  });
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
  const { key: _key, ...item } = entity;
  return item;
}

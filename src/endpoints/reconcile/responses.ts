import { z } from 'zod';

const Type = z
  .object({
    id: z.string().describe('Id of the type.'),
    name: z.string().describe('Name of the type.'),
  })
  .meta({ id: 'ReconcileType', description: 'A type of entity.' });

const Property = z
  .object({
    id: z.string().describe('Id of the property.'),
    name: z.string().describe('Name of the property.'),
    description: z.string().describe('What its values are.'),
  })
  .meta({ id: 'ReconcileProperty', description: 'An attribute of entities.' });

/**
 * The manifest, candidates or values of properties. The protocol tells them apart by what was asked, which OpenAPI cannot
 * say: of a union, and of a property called `int`, generators make code that does not compile.
 */
export const Reconciled = z.looseObject({}).meta({
  id: 'Reconciled',
  description:
    'As the Reconciliation Service API 0.2 has it. Without parameters, the manifest. Of `queries`, `{"result": […]}` under the key of each query, with `errors` where the query could not be read. Of `extend`, `meta` with the properties, and `rows` with their values by entity.',
});

export const SuggestedEntities = z
  .object({
    result: z
      .array(
        z.object({
          id: z.string().describe('Id of the entity.'),
          name: z.string().describe('Name of the entity.'),
          description: z.string().optional().describe('One line that tells it from others of the same name.'),
          notable: z.array(Type).describe('Its type.'),
        }),
      )
      .describe('The entities, best first.'),
  })
  .meta({ id: 'ReconcileEntities', description: 'Entities that may be meant.' });

export const SuggestedProperties = z
  .object({ result: z.array(Property).describe('The properties.') })
  .meta({ id: 'ReconcileProperties', description: 'Properties that may be meant.' });

export const SuggestedTypes = z
  .object({ result: z.array(Type).describe('The types.') })
  .meta({ id: 'ReconcileTypes', description: 'Types that may be meant.' });

export const ProposedProperties = z
  .object({
    properties: z.array(Property).describe('The properties.'),
    type: z.string().describe('The type that was asked for.'),
    limit: z.number().int().min(1).optional().describe('The limit that was asked for.'),
  })
  .meta({ id: 'ReconcileProposal', description: 'Properties that entities of a type may have.' });

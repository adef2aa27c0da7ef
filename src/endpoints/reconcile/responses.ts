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

const url = z.string();
const urlParts = z
  .object({
    service_url: url.describe('URL of the service.'),
    service_path: z.string().describe('What follows it.'),
  })
  .meta({ id: 'ReconcileUrl', description: 'The URL of a part of the service, in two pieces.' });

export const Manifest = z
  .object({
    versions: z.array(z.string()).describe('Versions of the protocol.'),
    name: z.string().describe('Name of the service.'),
    identifierSpace: url.describe('What every id of an entity begins with as a URL.'),
    schemaSpace: url.describe('What every entity is.'),
    defaultTypes: z.array(Type).describe('Types of entity.'),
    documentation: url.describe('URL of the documentation.'),
    view: z.object({ url: url.describe('URL of an entity.') }).describe('Where an entity is shown.'),
    preview: z
      .object({
        url: url.describe('URL of the preview of an entity.'),
        width: z.number().int().min(0).describe('Width of its frame in pixels.'),
        height: z.number().int().min(0).describe('Height of its frame in pixels.'),
      })
      .describe('Where a preview of an entity is shown.'),
    suggest: z
      .object({
        entity: urlParts.describe('Suggests entities.'),
        property: urlParts.describe('Suggests properties.'),
        type: urlParts.describe('Suggests types.'),
      })
      .describe('Where beginnings of names are completed.'),
    extend: z
      .object({
        propose_properties: urlParts.describe('Proposes properties of a type.'),
        property_settings: z.array(z.string()).describe('Settings of properties: there are none.'),
      })
      .describe('How values of properties are fetched.'),
    batchSize: z.number().int().min(1).describe('How many queries a request may hold.'),
  })
  .meta({ id: 'ReconcileManifest', description: 'What the reconciliation service offers.' });

const Candidate = z
  .object({
    id: z.string().describe('Id of the entity.'),
    name: z.string().describe('Name of the entity.'),
    description: z.string().optional().describe('One line that tells it from others of the same name.'),
    type: z.array(Type).describe('Its type.'),
    score: z.number().min(0).max(100).describe('From 0 to 100: how well it matches the query.'),
    match: z
      .boolean()
      .describe('Whether it alone has exactly the name and all that is asked for, and no other comes close.'),
    features: z
      .array(
        z.object({
          id: z
            .string()
            .describe('What is compared: the name, whether all is exact, the type, or the properties.'),
          value: z.union([z.number(), z.boolean()]).describe('From 0 to 100, or whether it holds.'),
        }),
      )
      .describe('What the score is made of.'),
  })
  .meta({ id: 'ReconcileCandidate', description: 'An entity that a query may mean.' });

export const Results = z
  .record(
    z.string(),
    z
      .object({ result: z.array(Candidate).describe('The candidates, best first.') })
      .meta({ id: 'ReconcileResult', description: 'The candidates of one query.' }),
  )
  .meta({ id: 'ReconcileResults', description: 'The candidates of each query, under the key of the query.' });

const Cell = z
  .union([
    z
      .object({
        id: z.string().describe('Id of an entity.'),
        name: z.string().describe('Name of the entity.'),
      })
      .meta({ id: 'ReconcileEntityCell', description: 'A value that is an entity.' }),
    z
      .object({ str: z.string().describe('A text.') })
      .meta({ id: 'ReconcileTextCell', description: 'A value that is a text.' }),
    z
      .object({ int: z.number().int().describe('A whole number.') })
      .meta({ id: 'ReconcileNumberCell', description: 'A value that is a number.' }),
  ])
  .meta({ id: 'ReconcileCell', description: 'A value of a property.' });

export const Extended = z
  .object({
    meta: z
      .array(
        z.object({
          id: z.string().describe('Id of the property.'),
          name: z.string().describe('Name of the property.'),
          type: Type.optional().describe('What its values are, where they are entities.'),
        }),
      )
      .describe('The properties.'),
    rows: z
      .record(z.string(), z.record(z.string(), z.array(Cell)))
      .describe('The values of each property of each entity, by their ids.'),
  })
  .meta({ id: 'ReconcileExtension', description: 'Values of properties of entities.' });

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

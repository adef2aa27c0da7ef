import { z } from 'zod';
import type { EntityOutcome } from '../../ingest/write/submit-entity.ts';
import { LISTS, TEXTS } from '../../limits.ts';
import { Slug } from '../../model/text.ts';
import { EntityType } from '../../model/vocabulary.ts';

/** An entity that can be sent as it is. */
const EXAMPLE = {
  id: 'example-institute',
  type: 'Organization',
  name: 'Example Institute',
  aliases: ['EI of Example', { text: 'the Institute', kind: 'metonym', shared: true }],
  country: 'united-states',
  description: 'A research institute.',
};

/** The fields of an entity that is sent, beside its id. */
const FIELDS = {
  type: EntityType,
  name: z.string().min(1).max(TEXTS.name).describe('Its name.'),
  aliases: z
    .array(z.unknown())
    .max(LISTS.names)
    .optional()
    .describe(
      'Other names: texts, or objects with `text`, `kind` and, where another entity bears it too, `shared`.',
    ),
  iso3166: z.string().nullable().optional().describe('ISO 3166-1 alpha-3 code of a country.'),
  wikidata: z.string().nullable().optional().describe('Wikidata id, where it was checked.'),
  country: z
    .string()
    .nullable()
    .optional()
    .describe('Id of the country that an organization or a place belongs to.'),
  description: z
    .string()
    .nullable()
    .optional()
    .describe('One line that tells it from others of the same name.'),
};

/** An entity for the documentation; `AuthorityRecord` is what it is held to. */
export const EntityBody = z
  .strictObject({ id: Slug.describe('Id of the entity, as it appears in its URL.'), ...FIELDS })
  .meta({
    id: 'EntityRecord',
    description: 'An entity as an entry of `entities.yaml` describes it.',
    examples: [EXAMPLE],
  });

const { id: _id, ...WITHOUT_ID } = EXAMPLE;

/** The same for the URL of the entity, which has its id. */
export const EntityReplacement = z
  .strictObject({ id: Slug.optional().describe('Id of the entity, that of the URL.'), ...FIELDS })
  .meta({
    id: 'EntityReplacement',
    description: 'An entity as it is described now.',
    examples: [WITHOUT_ID],
  });

/** What became of an entity that was sent. */
export const EntityResult = z
  .object({
    id: z.string().describe('Id of the entity.'),
    outcome: z
      .enum(['created', 'replaced', 'unchanged', 'would-be-created', 'would-be-replaced'])
      .describe(
        'Whether it was written, replaced what was there, was there already, or would be written but for the dry run.',
      ),
    revision: z.string().describe('Its state, for the `If-Match` of the next change.'),
  })
  .meta({ id: 'EntityResult', description: 'What became of an entity that was sent.' });

/** The response to an entity that was taken. */
export const entityResponse = ({ id, outcome, revision }: EntityOutcome, dryRun: boolean) => ({
  status: outcome === 'created' && !dryRun ? 201 : 200,
  headers: {
    ...(!dryRun && { etag: `"${revision}"` }),
    ...(outcome === 'created' && !dryRun && { location: `/v1/entities/${id}` }),
  },
  body: { id, outcome: dryRun && outcome !== 'unchanged' ? `would-be-${outcome}` : outcome, revision },
});

import { z } from 'zod';
import { defineRead, type Graph } from '../db/client.ts';
import { filled } from '../db/cypher.ts';
import { CONTESTED } from '../db/indexes.ts';
import { filtersOf } from '../db/seek.ts';
import { ContestedField } from '../model/vocabulary.ts';
import { present } from '../query/define.ts';
import { severalOf } from '../query/parameters.ts';

export const CONTESTED_TYPES = ['statement', 'event'] as const;
type ContestedType = (typeof CONTESTED_TYPES)[number];
type Field = z.output<typeof ContestedField>;

export const contestedFacetsParameter = severalOf(
  ['type', 'field'],
  'Counts of the values of these parameters, beside the list; in JSON only.',
  'type',
  'field',
).optional();

const counts = <Value extends z.ZodEnum>(value: Value, what: string) =>
  z
    .array(
      z.object({
        value: value.describe('What the parameter of this name takes.'),
        count: z.int().min(1).describe('How many there are.'),
      }),
    )
    .optional()
    .describe(`${what}, where asked for; as if this parameter were not given.`);

export const ContestedFacets = z
  .object({
    of: z.int().min(0).describe('How many match.'),
    type: counts(z.enum(CONTESTED_TYPES), 'How many statements and events match'),
    field: counts(ContestedField, 'Of how many something of this kind is contested'),
  })
  .meta({
    id: 'ContestedFacets',
    description: 'How many contested statements and events there are of each kind.',
  });

/** The filters that choose among them beside the facets. */
const BESIDE = ['article', 'publisher'] as const;

/** Groups of contested statements and events; of either type and of whatever is contested. */
export const contestedGroups = defineRead({
  name: 'how many statements and events are contested, by type and field',
  parameters: [],
  row: z.object({ type: z.enum(CONTESTED_TYPES), fields: z.array(ContestedField), count: z.int() }),
  text: ({ given }: { given: readonly string[] }) =>
    filled('read/contested-groups', { filters: filtersOf(CONTESTED, given) }),
  variants: [[], BESIDE].map((given) => ({ given })),
});

interface Asked {
  facets?: ('type' | 'field')[];
  type?: ContestedType;
  field?: Field[];
  /** As the graph has them. */
  article?: string[];
  publisher?: string[];
}

/** Counts the values of facets among what is contested. */
export async function readContestedFacets(
  graph: Graph,
  { facets = [], type, field, article, publisher }: Asked,
): Promise<z.output<typeof ContestedFacets>> {
  const bind = { article, publisher };
  const groups = await contestedGroups.rows(graph, bind, { given: present(bind) });
  const isOfType = (group: { type: ContestedType }) => type === undefined || group.type === type;
  const isOfField = (group: { fields: Field[] }) =>
    field === undefined || group.fields.some((one) => field.includes(one));
  const countOf = (some: typeof groups) => some.reduce((sum, { count }) => sum + count, 0);
  const counted = <Value extends string>(values: readonly Value[], of: (value: Value) => typeof groups) =>
    values
      .map((value) => ({ value, count: countOf(of(value)) }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count);
  const ofType = groups.filter(isOfType);
  const ofField = groups.filter(isOfField);
  return {
    of: countOf(ofType.filter(isOfField)),
    ...(facets.includes('type') && {
      type: counted(CONTESTED_TYPES, (value) => ofField.filter((group) => group.type === value)),
    }),
    ...(facets.includes('field') && {
      field: counted(ContestedField.options, (value) =>
        ofType.filter(({ fields }) => fields.includes(value)),
      ),
    }),
  };
}

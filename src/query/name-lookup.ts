import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { cypherFile } from '../db/cypher.ts';
import { alpha3Code } from '../model/country-code.ts';
import { nameKey, plainForms } from '../model/name-key.ts';
import { wikidataId } from '../model/wikidata-id.ts';

export const Candidate = z.object({ id: z.string(), name: z.string(), type: z.string() });

/** In which way a text may mean an entity, the surest first. */
const WAYS = ['id', 'former', 'name', 'plain', 'demonym', 'identifier'] as const;

export const namedEntities = defineRead({
  name: 'the entities, and where asked for the events, that ids or names mean',
  parameters: ['names'],
  row: Candidate.extend({
    given: z.string(),
    way: z.enum(WAYS),
    /** Whether the name is spelled as given, to the letter. */
    exact: z.boolean(),
    shared: z.boolean(),
  }),
  text: cypherFile('read/resolve-names'),
});

type NamedEntity = z.output<typeof namedEntities.row>;

/** What a text is looked up by: as an id, a name, a demonym, and an identifier of another authority. */
export function lookup(given: string) {
  const key = nameKey(given);
  const { plain } = plainForms(key);
  return {
    given,
    key,
    plain,
    demonym: adjectiveOf(plain),
    wikidata: wikidataId(given) ?? null,
    iso3166: alpha3Code(given) ?? null,
  };
}

/** The adjective that the plain key of a demonym in the plural may be made of: "Pakistanis" of "Pakistani". */
export const adjectiveOf = (plain: string): string | null => /^(.+\p{L})s$/u.exec(plain)?.[1] ?? null;

/**
 * What a text may mean, each once: by the surest way in which it means anything. A name that entities share means the one that does
 * not share it, and a name that several bear the one that is spelled so.
 */
export function candidatesFor(rows: NamedEntity[], given: string) {
  const all = rows.filter((row) => row.given === given);
  const surest = all.filter(({ way }) => way === WAYS.find((one) => all.some((row) => row.way === one)));
  const own = preferring(surest, ({ shared }) => !shared);
  const meant = preferring(own, ({ exact }) => exact);
  return [...new Map(meant.map(({ id, name, type }) => [id, { id, name, type }])).values()];
}

/** Those of which something holds, or all where it holds of none. */
function preferring<T>(all: T[], holds: (one: T) => boolean): T[] {
  const some = all.filter(holds);
  return some.length > 0 ? some : all;
}

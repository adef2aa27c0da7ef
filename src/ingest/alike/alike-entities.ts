import { MATCHING } from '../../limits.ts';
import { anyWord } from '../../match/any-word.ts';
import { likeEntities, type NamedThing } from '../../match/like-entities.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import type { Run } from '../write/locked-write.ts';
import { existingHashes } from '../write/replace-entities.ts';
import { type Alike, likeliestFirst } from './alike.ts';

/** The entities of the graph that new ones may be; each is offered. */
export async function alikeEntities(run: Run, entities: readonly EntityRow[]): Promise<Alike[]> {
  const there = await existingHashes(run, [...entities]);
  const fresh = new Map(
    entities.filter(({ id }) => !there.has(id)).map((entity) => [entity.id, namedThing(entity)]),
  );
  const sought = [...fresh].flatMap(([id, { type, name, aliases }]) => {
    const query = anyWord([name, ...aliases]);
    return query === '' ? [] : { id, type, query };
  });
  if (sought.length === 0) return [];
  const rows = await run<{ id: string; entity: NamedThing & { id: string } }>('like-entities', {
    sought,
    limit: MATCHING.likeEntities,
  });
  const offers = rows.flatMap(({ id, entity }): Alike[] => {
    const one = fresh.get(id)!;
    const offer = likeEntities(one, entity);
    if (!offer) return [];
    const found = { id: entity.id, text: entity.name, article: null };
    return [{ outcome: 'offered', id, text: one.name, with: found, basis: null, ...offer }];
  });
  return offers.sort(likeliestFirst);
}

const namedThing = ({ type, properties, names, country }: EntityRow): NamedThing => ({
  type,
  name: String(properties.name),
  aliases: names.map(({ text }) => text),
  iso3166: properties.iso3166 as string | null,
  wikidata: properties.wikidata as string | null,
  country,
});

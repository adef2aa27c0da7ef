import type { Graph } from '../../db/client.ts';
import type { CheckedInputs } from '../check/check.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import { entitiesUsedBy } from './draft-entities.ts';
import { readingRun } from './reading-run.ts';
import { existingHashes } from './replace-entities.ts';

/**
 * The entities that are to be a part of the authority, and those that drafts alone know: the ones marked so that no reviewed
 * article of the run uses. What the authority has already stays as it describes it.
 */
export async function entitiesApart(
  graph: Graph,
  { entities, read }: Pick<CheckedInputs, 'entities' | 'read'>,
): Promise<{ authority: EntityRow[]; ofDrafts: EntityRow[] }> {
  const marked = entities.filter(({ isDraft }) => isDraft);
  if (marked.length === 0) return { authority: entities, ofDrafts: [] };
  const used = new Set<string>();
  for (const article of read())
    if (!article.isDraft) for (const id of entitiesUsedBy([article])) used.add(id);
  for (const { id, country, isDraft } of entities)
    if (country !== null && (!isDraft || used.has(id))) used.add(country);
  const known = await existingHashes(readingRun(graph), marked);
  return {
    authority: entities.filter(({ id, isDraft }) => !isDraft || used.has(id)),
    ofDrafts: marked.filter(({ id }) => !used.has(id) && !known.has(id)),
  };
}

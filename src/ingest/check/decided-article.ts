import { FaultList } from '../../model/fault-list.ts';
import type { StoredDecision } from '../facts/active-decisions.ts';
import { decidedAnnotation } from '../facts/decided-annotation.ts';
import type { EntityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { type MergedEntities, mergedEntities } from '../facts/merged-entities.ts';
import { annotateArticle } from './annotate-article.ts';
import type { KnownEntity } from './check-references.ts';
import { InputError } from './input-error.ts';
import { ToldEvents } from './told-events.ts';

/** An article with its annotation, which was held to everything before. */
export interface KnownArticle {
  id: string;
  file: string;
  text: string;
  annotation: unknown;
}

type Records = ReadonlyMap<string, KnownEntity>;

/**
 * Makes an article into facts again.
 * @throws InputError where it no longer holds to the entities.
 */
export function factsOf({ id, file, text, annotation }: KnownArticle, records: Records): ArticleFacts {
  const faults = new FaultList();
  const facts = annotateArticle(
    {
      id,
      text,
      isFaulty: false,
      place: { file },
      origin: { file },
      annotation: { value: annotation, errors: [], line: () => undefined },
    },
    { records, doubtful: new Set(), complete: true },
    // The events that it names were known when it was checked; one that is gone may come back.
    new ToldEvents(),
    faults,
  );
  if (!facts || faults.count > 0) throw new InputError(faults);
  return facts;
}

/** An article as decisions have it, or null where they change nothing in it. */
export function decidedSource(
  article: ArticleFacts,
  active: StoredDecision[],
  merged: MergedEntities,
): DecidedSource | null {
  const { id, file, properties } = article;
  const { annotation, decisions } = decidedAnnotation(id, article.annotation, active, merged);
  if (decisions.length === 0) return null;
  return { article: { id, file, text: String(properties.text), annotation }, decisions };
}

interface DecidedSource {
  article: KnownArticle;
  decisions: string[];
}

/** The facts of an article as decisions have it; what is kept of it is what was given. */
export const factsOfDecided = (
  given: ArticleFacts,
  { article, decisions }: DecidedSource,
  records: Records,
): ArticleFacts => ({
  ...factsOf(article, records),
  annotation: given.annotation,
  ...(given.review && { review: given.review }),
  decisions,
});

/** What references need of entities that are about to be written. */
export const asKnown = ({ id, type, properties, names }: EntityRow): KnownEntity =>
  ({ id, type, name: String(properties.name), aliases: names }) as KnownEntity;

/** Articles as decisions have them, where all that they refer to is given. */
export function* decidedArticles(
  articles: Iterable<ArticleFacts>,
  active: StoredDecision[],
  entities: EntityRow[],
): Generator<ArticleFacts> {
  const records = new Map(entities.map((entity) => [entity.id, asKnown(entity)]));
  const merged = mergedEntities(active, (id) => records.has(id));
  for (const [id, { id: into }] of merged) {
    const known = records.get(into)!;
    const { aliases } = records.get(id)!;
    records.set(into, { ...known, aliases: [...known.aliases, ...aliases] });
  }
  for (const article of articles) {
    const decided = active.length > 0 ? decidedSource(article, active, merged) : null;
    yield decided ? factsOfDecided(article, decided, records) : article;
  }
}

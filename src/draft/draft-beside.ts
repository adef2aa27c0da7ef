import type { AuthorityRecord } from '../model/annotation.ts';
import { nameKey } from '../model/name-key.ts';
import { draftRead, readNames } from './draft-article.ts';
import { spellingsOf } from './entities/entities.ts';
import { slugOf } from './entities/gazetteer.ts';
import { type DraftToSend, withFreeIds } from './free-ids.ts';
import type { Fitted } from './learned/fitted.ts';
import type { RawArticle } from './reading/raw-article.ts';

/** What a draft asks of a graph. */
export interface KnownThings {
  /** Records of the entities that bear a name of these, by its key, and of the countries with these codes. */
  records: (names: string[], countries: string[]) => Promise<AuthorityRecord[]>;
  /** Those of these ids that something has. */
  taken: (ids: string[]) => Promise<string[]>;
}

/**
 * Drafts an article beside a graph: entities that it knows have its ids, and what is new has ids that nothing in it has.
 * @param id that of the article, where it has one.
 */
export async function draftBeside(
  article: RawArticle,
  { records, taken }: KnownThings,
  fitted: Fitted,
  id?: string,
): Promise<DraftToSend> {
  const named = readNames(article);
  const names = new Set(named.mentions.flatMap(spellingsOf).map(nameKey));
  const countries = new Set(named.mentions.flatMap(({ country }) => country?.iso3166 ?? []));
  const known = await records([...names].filter(Boolean), [...countries]);
  const draft = { id: id ?? (slugOf(article.title) || 'article'), ...draftRead(named, known, fitted) };
  return withFreeIds(draft, taken, id !== undefined);
}

import type { AuthorityRecord } from '../model/annotation.ts';
import { nameKey } from '../model/name-key.ts';
import { draftRead, readNames } from './draft-article.ts';
import { spellingsOf } from './entities/entities.ts';
import { slugOf } from './entities/gazetteer.ts';
import { type DraftToSend, withFreeIds } from './free-ids.ts';
import type { Fitted } from './learned/fitted.ts';
import type { RawArticle } from './reading/raw-article.ts';

/** Records of entities: those of the authority, and those that drafts alone know. */
interface KnownRecords {
  reviewed: AuthorityRecord[];
  ofDrafts: AuthorityRecord[];
}

/** What a draft asks of a graph. */
export interface KnownThings {
  /** Records of the entities that bear a name of these, by its key, and of the countries with these codes. */
  records: (names: string[], countries: string[]) => Promise<KnownRecords>;
  /** Those of these ids that something has, in a draft or in what was reviewed. */
  taken: (ids: string[]) => Promise<string[]>;
}

/**
 * Drafts an article beside a graph: entities that it knows have its ids, and what is new has ids that nothing in it has. It brings
 * those that other drafts alone know as they describe them, since these may be gone before it is reviewed.
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
  const { reviewed, ofDrafts } = await records([...names].filter(Boolean), [...countries]);
  const made = draftRead(named, [...reviewed, ...ofDrafts], fitted);
  const draft = { id: id ?? (slugOf(article.title) || 'article'), ...made };
  const free = await withFreeIds(draft, taken, id !== undefined);
  return { ...free, entities: [...usedBy(made, ofDrafts), ...free.entities] };
}

/** Those of some records that a draft refers to, and the countries among them that these belong to. */
function usedBy(
  { annotation }: Pick<DraftToSend, 'annotation'>,
  records: AuthorityRecord[],
): AuthorityRecord[] {
  const text = JSON.stringify(annotation);
  const used = new Set(records.filter(({ id }) => text.includes(JSON.stringify(id))));
  const countries = new Set([...used].map(({ country }) => country));
  return records.filter((record) => used.has(record) || countries.has(record.id));
}

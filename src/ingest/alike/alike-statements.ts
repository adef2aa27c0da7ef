import { compare } from '../../match/compare.ts';
import { lookupKeys, lookupTerms } from '../../match/look-up.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { renderingsOf } from '../facts/renderings.ts';
import { isQuotedId } from '../facts/statement-id.ts';
import { type FoundMatch, findLike, type StoredRendering } from '../write/find-same.ts';
import type { Run } from '../write/locked-write.ts';
import { type Alike, likeliestFirst } from './alike.ts';

/** The renderings of articles that may not be in the graph. */
export const givenRenderings = (articles: readonly ArticleFacts[]): StoredRendering[] =>
  articles.flatMap((article) => {
    const open = new Set(article.facts.flatMap(({ lookup }) => lookup?.openId ?? []));
    return renderingsOf(article).map(({ statementId, ...rendering }) => ({
      ...rendering,
      given: statementId,
      statement: statementId,
      isOpen: open.has(statementId),
    }));
  });

/**
 * What statements of articles are the same as in the graph, or may be.
 * @param isJoined whether two renderings are of one statement.
 * @param given the ids of all articles that are compared: what the graph has of these is not of another article.
 */
export async function alikeInGraph(
  run: Run,
  renderings: readonly StoredRendering[],
  isJoined: (found: FoundMatch) => boolean,
  given: ReadonlySet<string>,
): Promise<Alike[]> {
  const ids = new Set(renderings.map(({ id }) => id));
  const found = await findLike(run, renderings, 'all');
  const outward = found
    .map((pair) => (ids.has(pair.one.id) ? pair : { ...pair, one: pair.other, other: pair.one }))
    .filter(({ other }) => !given.has(other.articleId));
  return alikeOf(outward, isJoined);
}

/** The same among articles that are given together. */
export function alikeTogether(renderings: readonly StoredRendering[]): Alike[] {
  const byKey = new Map<string, StoredRendering[]>();
  const pairs = new Map<string, FoundMatch>();
  for (const one of renderings) {
    const { words, speakerDays } = lookupTerms(one);
    const others = new Set([...words, ...speakerDays].flatMap((term) => byKey.get(term) ?? []));
    for (const other of others)
      if (other.articleId !== one.articleId)
        pairs.set(`${one.id} ${other.id}`, { one, other, match: compare(one, other) });
    for (const key of new Set(lookupKeys(one).split(' '))) {
      const of = byKey.get(key);
      if (of) of.push(one);
      else byKey.set(key, [one]);
    }
  }
  return alikeOf([...pairs.values()], wouldBeJoined);
}

/** Whether two renderings would be joined by themselves: no more than one of their statements has an id of its own. */
export function wouldBeJoined({ one, other, match }: FoundMatch): boolean {
  if (one.given === other.given) return true;
  const haveIds = !one.isOpen && !(other.isOpen && isQuotedId(other.statement));
  return match.verdict === 'sure' && !(haveIds && one.given !== other.statement);
}

/** Each two statements once, by the renderings that are most alike. */
function alikeOf(found: readonly FoundMatch[], isJoined: (found: FoundMatch) => boolean): Alike[] {
  const best = new Map<string, Alike>();
  for (const pair of found) {
    const { one, other, match } = pair;
    const joined = isJoined(pair);
    if (match.verdict === 'none' && !joined) continue;
    const byId = one.given === other.given;
    const alike: Alike = {
      outcome: joined ? 'joined' : 'offered',
      id: one.given,
      text: textOf(one),
      with: { id: other.statement, text: textOf(other), article: other.articleId },
      basis: byId ? 'editor' : match.basis,
      score: byId ? 1 : match.score,
      reason: byId ? 'one id' : blocked(pair, joined) + match.reason,
    };
    const key = `${one.articleId} ${one.given} ${other.statement}`;
    const before = best.get(key);
    if (!before || likeliestFirst(alike, before) < 0) best.set(key, alike);
  }
  return [...best.values()].sort(likeliestFirst);
}

const blocked = ({ one, other, match }: FoundMatch, joined: boolean) =>
  match.verdict === 'sure' && !joined && !one.isOpen && !other.isOpen ? 'each has an id of its own; ' : '';

const textOf = ({ parts }: StoredRendering) => parts.join(' … ');

import { CHANGES } from '../../limits.ts';
import { idsByKind } from './article-transaction.ts';
import type { Run } from './locked-write.ts';
import { sizeOf, type Touched } from './touched.ts';
import type { MergedChange } from './write-merged.ts';

/**
 * Notes what the commit of a version touches, where that is known only after the version moved on; of too much nothing is noted, and
 * an index of counts is built anew.
 */
export async function noteTouched(run: Run, version: number, touched: Touched): Promise<void> {
  if (sizeOf(touched) <= CHANGES.touched) await run('note-touched', { version, touched });
}

/**
 * What is touched where articles are: merged views that they have or had a part in, and who holds the roles among them.
 * @param entities those that go with the articles.
 */
export function touchedArticles(
  articles: string[],
  changes: readonly MergedChange[],
  statements: string[],
  entities: string[],
): Touched {
  const { Event: events, Relation: relations } = idsByKind(changes);
  const holders = changes.filter(({ kind }) => kind === 'Role').flatMap(holdersOf);
  return {
    articles,
    entities: [...new Set([...entities, ...holders])],
    events,
    relations,
    statements: [...new Set(statements)],
  };
}

const HELD_BY = 'HELD_BY ';

const holdersOf = ({ before, after }: MergedChange): string[] => [
  ...(before?.edges ?? []).flatMap((edge) => (edge.startsWith(HELD_BY) ? [edge.slice(HELD_BY.length)] : [])),
  ...(after?.edges ?? []).flatMap(({ type, to }) => (type === 'HELD_BY' ? [to] : [])),
];

import { statementJson } from '../../db/statement-json.ts';
import { derive } from '../facts/derive.ts';
import type { ArticleFacts, Fact } from '../facts/facts.ts';
import { type Link, type Shown, shownBy, statementItem, voicesOf } from '../facts/statement-item.ts';
import type { Run } from './locked-write.ts';

/**
 * Stores the JSON of statements that are new in this transaction, so that the articles of its batch are all that quote
 * them. It runs under the lock of the version: whoever renames an entity comes before, or finds the statement after.
 */
export async function storeNewJson(run: Run, articles: ArticleFacts[], statements: Fact[]): Promise<void> {
  if (statements.length === 0) return;
  const pointedAt = articles.flatMap(({ facts }) =>
    facts.flatMap(({ edges }) => edges.filter(({ type }) => type === 'ABOUT' || type === 'TO')),
  );
  const ids = [...new Set(pointedAt.map(({ to }) => to))];
  const found = (await run('entity-links', { ids })) as unknown as Link[];
  const links = new Map(found.map((link) => [link.id, link]));
  const shown = new Map<string, Shown>();
  for (const article of articles) {
    for (const [id, of] of shownBy(article, links)) {
      const others = shown.get(id)?.quotations ?? [];
      shown.set(id, { about: of.about, quotations: [...others, ...of.quotations] });
    }
  }
  const rows = statements.map((statement) => {
    const of = shown.get(statement.id)!;
    const { speakerId, contested } = derive({ voices: voicesOf(of), quoteTypes: [], reported: [] });
    const speaker = speakerId === null ? null : links.get(speakerId)!;
    return { id: statement.id, json: statementJson(statementItem(statement, { speaker, contested }, of)) };
  });
  await run('store-json', { rows });
}

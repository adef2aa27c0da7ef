import type { z } from 'zod';
import type { Article, ArticleDetail } from '../../model/article.ts';
import type { Row } from '../../model/row.ts';
import { articleAddress, dateNode, entityAddress, linkNode, spanNode, withoutNulls } from './node.ts';
import { attributionNode } from './statement.ts';

type Item = z.output<typeof Article> & Partial<z.output<typeof ArticleDetail>>;

/** An article as a schema.org Article. A doubtful credit does not make an author. */
export function articleNode(row: Row): Row {
  const { id, title, language, published, authors, excluded, ...rest } = row as unknown as Item;
  const credits = authors.map(({ id: person, name, ...credit }) => ({
    ...credit,
    speaker: { id: person, name, type: 'Person' as const },
  }));
  const certain = credits.filter(({ reason }) => reason === null);
  return withoutNulls({
    id: articleAddress(id),
    type: ['Article', 'prov:Entity'],
    identifier: id,
    headline: title,
    inLanguage: language,
    published: dateNode(published),
    ...rest,
    author: certain.map(({ speaker }) => linkNode(speaker)),
    wasAttributedTo: certain.map(({ speaker }) => entityAddress(speaker.id)),
    qualifiedAttribution: certain.map((credit) => ({
      ...attributionNode(id, credit),
      type: ['Attribution', 'prov:Attribution'],
      agent: entityAddress(credit.speaker.id),
    })),
    attributions: credits
      .filter((credit) => credit.reason !== null)
      .map((credit) => attributionNode(id, credit)),
    excluded: excluded?.map(({ reason, evidence }) => ({ reason, evidence: [spanNode(id, evidence)] })),
  });
}

import type { Article, ArticleDetail } from '../../model/article.ts';
import { articlePath, entityPath } from '../resource-paths.ts';
import { attributionNode, qualifiedAttributionNodes } from './attribution.ts';
import { dateNode, linkNode, type Node, plainDate, spanNode, withoutNulls } from './node.ts';

/** An article as a schema.org Article. A doubtful credit does not make an author. */
export function articleNode(article: Article & Partial<ArticleDetail>): Node {
  const { id, title, language, published, authors, excluded, links, ...rest } = article;
  const credits = authors.map(({ id: person, name, ...credit }) => ({
    ...credit,
    speakers: [{ id: person, name, type: 'Person' as const }],
  }));
  const certain = credits.filter(({ reason }) => reason === null);
  const doubtful = credits.filter(({ reason }) => reason !== null);
  return withoutNulls({
    id: articlePath(id),
    type: ['Article', 'prov:Entity'],
    identifier: id,
    headline: title,
    inLanguage: language,
    published: dateNode(published),
    datePublished: plainDate(published.edtf),
    ...rest,
    author: certain.flatMap(({ speakers }) => speakers.map(linkNode)),
    wasAttributedTo: certain.flatMap(({ speakers }) => speakers.map((author) => entityPath(author.id))),
    qualifiedAttribution: certain.flatMap((credit) => qualifiedAttributionNodes(id, credit)),
    attributions: doubtful.map((credit) => attributionNode(id, credit)),
    lists: links && Object.values(links),
    excluded: excluded?.map(({ reason, evidence }) => ({ reason, evidence: [spanNode(id, evidence)] })),
  });
}

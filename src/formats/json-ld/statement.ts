import type { Attribution, Quotation, Statement, StatementDetail } from '../../model/statement.ts';
import { articlePath, entityPath, quotationPath, statementPath } from '../resource-paths.ts';
import { attributionNode, qualifiedAttributionNode } from './attribution.ts';
import { actNode, dateNode, linkNode, type Node, plainDate, spanNode, withoutNulls } from './node.ts';

/**
 * A statement as a schema.org Quotation. It has an author only where its attribution is plain: a contested or doubtful
 * one is in `attributions` with its rank and reason, and nothing follows from it.
 */
export function statementNode(statement: Statement & Partial<StatementDetail>): Node {
  const { id, speaker, quotations, said, act, about, saidAt, variants, ...rest } = statement;
  const isPlain = !rest.contested && quotations.some(({ attributions }) => attributions.some(isUndoubted));
  const author = isPlain ? speaker : null;
  return withoutNulls({
    id: statementPath(id),
    type: ['Statement', 'Quotation', 'prov:Entity'],
    identifier: id,
    ...rest,
    said: dateNode(said),
    act: actNode(act),
    author: author && [linkNode(author)],
    wasAttributedTo: author && [entityPath(author.id)],
    about: about.map(linkNode),
    quotations: quotations.map((quotation) => quotationNode(statement, quotation)),
    saidAt: saidAt?.map(linkNode),
    variants,
  });
}

type Undoubted = Attribution & { speaker: NonNullable<Attribution['speaker']> };

const isUndoubted = (attribution: Attribution): attribution is Undoubted =>
  attribution.rank === 'preferred' &&
  attribution.speaker !== null &&
  attribution.reason === null &&
  attribution.flags.length === 0;

function quotationNode({ id: statement, contested }: Statement, quotation: Quotation): Node {
  const { id, quoteType, article, evidence, cue, attributions } = quotation;
  const plain = contested ? [] : attributions.filter(isUndoubted);
  const others = attributions.filter((attribution) => contested || !isUndoubted(attribution));
  return withoutNulls({
    id: quotationPath(statement, id),
    type: ['Quotation', 'prov:Entity'],
    identifier: id,
    quoteType,
    wasQuotedFrom: withoutNulls({
      id: articlePath(article.id),
      type: 'Article',
      identifier: article.id,
      headline: article.title,
      published: article.published && { edtf: article.published },
      datePublished: plainDate(article.published),
    }),
    evidence: [spanNode(article.id, evidence)],
    cue: cue && spanNode(article.id, cue),
    qualifiedAttribution: plain.map((attribution) => qualifiedAttributionNode(article.id, attribution)),
    attributions: others.map((attribution) => attributionNode(article.id, attribution)),
  });
}

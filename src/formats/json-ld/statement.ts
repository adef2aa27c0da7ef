import type { Attribution, Quotation, Statement, StatementDetail } from '../../model/statement.ts';
import { entityPath, quotationPath, statementPath } from '../resource-paths.ts';
import { attributionNode, descriptionNode, qualifiedAttributionNodes } from './attribution.ts';
import { actNode, articleLinkNode, dateNode, linkNode, type Node, spanNode, withoutNulls } from './node.ts';

/**
 * A statement as a schema.org Quotation. It has an author only where its attribution is plain: a contested or doubtful
 * one is in `attributions` with its rank and reason, and nothing follows from it.
 */
export function statementNode(statement: Statement & Partial<StatementDetail>): Node {
  const {
    id,
    speakers,
    quotations,
    said,
    act,
    about,
    unnamedTargets: _,
    saidAt,
    variants,
    ...rest
  } = statement;
  const isPlain =
    rest.contested.length === 0 && quotations.some(({ attributions }) => attributions.some(isUndoubted));
  const authors = isPlain ? speakers : [];
  return withoutNulls({
    id: statementPath(id),
    type: ['Statement', 'Quotation', 'prov:Entity'],
    identifier: id,
    ...rest,
    said: dateNode(said),
    act: actNode(act),
    author: filled(authors.map(linkNode)),
    wasAttributedTo: filled(authors.map(({ id: author }) => entityPath(author))),
    about: about.map(linkNode),
    aimedAt: about.filter(({ as }) => as === 'target').map(linkNode),
    quotations: quotations.map((quotation) => quotationNode(statement, quotation)),
    saidAt: saidAt?.map(linkNode),
    variants,
  });
}

const filled = <Of>(list: Of[]) => (list.length > 0 ? list : null);

const isUndoubted = (attribution: Attribution): boolean =>
  attribution.rank === 'preferred' &&
  attribution.speakers.length > 0 &&
  attribution.reason === null &&
  attribution.flags.length === 0;

function quotationNode({ id: statement, contested: fields }: Statement, quotation: Quotation): Node {
  const { id, quoteType, article, evidence, quoted, cue, unnamedTargets, attributions } = quotation;
  const contested = fields.length > 0;
  const plain = contested ? [] : attributions.filter(isUndoubted);
  const others = attributions.filter((attribution) => contested || !isUndoubted(attribution));
  return withoutNulls({
    id: quotationPath(statement, id),
    type: ['Quotation', 'prov:Entity'],
    identifier: id,
    quoteType,
    wasQuotedFrom: articleLinkNode(article),
    evidence: evidence.map((part) => spanNode(article.id, part)),
    quoted: filled(quoted.map((words) => spanNode(article.id, words))),
    cue: cue && spanNode(article.id, cue),
    unnamedTargets: filled(unnamedTargets.map((target) => descriptionNode(article.id, target))),
    qualifiedAttribution: plain.flatMap((attribution) => qualifiedAttributionNodes(article.id, attribution)),
    attributions: others.map((attribution) => attributionNode(article.id, attribution)),
  });
}

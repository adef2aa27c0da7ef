import type { z } from 'zod';
import type { Row } from '../../model/row.ts';
import type { Attribution, Quotation, Statement, StatementDetail } from '../../model/statement.ts';
import {
  actNode,
  articleAddress,
  dateNode,
  entityAddress,
  linkNode,
  spanNode,
  statementAddress,
  withoutNulls,
} from './node.ts';

type Item = z.output<typeof Statement> & Partial<z.output<typeof StatementDetail>>;

/**
 * A statement as a schema.org Quotation. It has an author only where its attribution is plain: a contested or doubtful
 * one stands under `attributions` with its rank and reason, and nothing follows from it.
 */
export function statementNode(row: Row): Row {
  const { id, speaker, quotations, said, act, about, saidAt, variants, ...rest } = row as unknown as Item;
  const isPlain = (attribution: z.output<typeof Attribution>) => !rest.contested && isUndoubted(attribution);
  const author = quotations.some(({ attributions }) => attributions.some(isPlain)) ? speaker : null;
  return withoutNulls({
    id: statementAddress(id),
    type: ['Statement', 'Quotation', 'prov:Entity'],
    identifier: id,
    ...rest,
    said: dateNode(said),
    act: actNode(act),
    author: author && [linkNode(author)],
    wasAttributedTo: author && [entityAddress(author.id)],
    about: about.map(linkNode),
    quotations: quotations.map((quotation) => quotationNode(id, quotation, isPlain)),
    saidAt: saidAt?.map(linkNode),
    variants,
  });
}

const isUndoubted = ({ rank, reason, flags, speaker }: z.output<typeof Attribution>) =>
  rank === 'preferred' && speaker !== null && reason === null && flags.length === 0;

function quotationNode(
  statement: string,
  { id, quoteType, article, evidence, cue, attributions }: z.output<typeof Quotation>,
  isPlain: (attribution: z.output<typeof Attribution>) => boolean,
): Row {
  const node = (attribution: z.output<typeof Attribution>) => attributionNode(article.id, attribution);
  return withoutNulls({
    id: `${statementAddress(statement)}#${id}`,
    type: ['Quotation', 'prov:Entity'],
    identifier: id,
    quoteType,
    wasQuotedFrom: withoutNulls({
      id: articleAddress(article.id),
      type: 'Article',
      identifier: article.id,
      headline: article.title,
      published: article.published && { edtf: article.published },
    }),
    evidence: [spanNode(article.id, evidence)],
    cue: cue && spanNode(article.id, cue),
    qualifiedAttribution: attributions.filter(isPlain).map((attribution) => ({
      ...node(attribution),
      type: ['Attribution', 'prov:Attribution'],
      agent: entityAddress(attribution.speaker!.id),
    })),
    attributions: attributions.filter((attribution) => !isPlain(attribution)).map(node),
  });
}

/**
 * An attribution as a thing of its own. It is no `prov:qualifiedAttribution` unless it is plain: PROV-O has a property
 * chain by which a reasoner concludes `prov:wasAttributedTo` from that.
 */
export const attributionNode = (
  article: string,
  {
    speaker,
    evidence,
    ...rest
  }: Pick<z.output<typeof Attribution>, 'evidence' | 'reason' | 'confidence'> &
    Partial<z.output<typeof Attribution>>,
): Row =>
  withoutNulls({
    type: 'Attribution',
    speaker: speaker && linkNode(speaker),
    ...rest,
    evidence: [spanNode(article, evidence)],
  });

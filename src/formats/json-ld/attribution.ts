import type { Attribution } from '../../model/statement.ts';
import { entityPath } from '../resource-paths.ts';
import { linkNode, type Node, spanNode, withoutNulls } from './node.ts';

/** An attribution, or the credit of an author, which has no rank, basis or flags. */
type Credit = Pick<Attribution, 'speaker' | 'evidence' | 'reason' | 'confidence'> & Partial<Attribution>;

/** An attribution that asserts nothing: contested or doubtful ones stand side by side. */
export const attributionNode = (article: string, { speaker, evidence, ...rest }: Credit): Node =>
  withoutNulls({
    type: 'Attribution',
    speaker: speaker && linkNode(speaker),
    ...rest,
    evidence: [spanNode(article, evidence)],
  });

/**
 * A plain attribution as a value of `prov:qualifiedAttribution`. PROV-O has a property chain by which a reasoner concludes
 * `prov:wasAttributedTo` from that, so a doubtful attribution is never one.
 */
export const qualifiedAttributionNode = (
  article: string,
  credit: Credit & { speaker: NonNullable<Credit['speaker']> },
): Node => ({
  ...attributionNode(article, credit),
  type: ['Attribution', 'prov:Attribution'],
  agent: entityPath(credit.speaker.id),
});

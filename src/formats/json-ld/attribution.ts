import type { Attribution } from '../../model/statement.ts';
import { entityPath } from '../resource-paths.ts';
import { linkNode, type Node, spanNode, withoutNulls } from './node.ts';

/** An attribution, or the credit of an author, which has no rank, basis or flags. */
type Credit = Pick<Attribution, 'speakers' | 'evidence' | 'reason' | 'confidence'> & Partial<Attribution>;

/** An attribution that asserts nothing: contested or doubtful ones stand side by side. */
export const attributionNode = (article: string, { speakers, described, evidence, ...rest }: Credit): Node =>
  withoutNulls({
    type: 'Attribution',
    speaker: speakers.map(linkNode),
    described: described && descriptionNode(article, described),
    ...rest,
    evidence: [spanNode(article, evidence)],
  });

/** Those who are described and not named: who says something, or whom it is aimed at. */
export const descriptionNode = (
  article: string,
  { words, role, of }: NonNullable<Attribution['described']>,
): Node => withoutNulls({ words: spanNode(article, words), kind: role, of: of && linkNode(of) });

/**
 * A plain attribution as values of `prov:qualifiedAttribution`, one for each speaker. PROV-O has a property chain by which a
 * reasoner concludes `prov:wasAttributedTo` from that, so a doubtful attribution is never one.
 */
export const qualifiedAttributionNodes = (article: string, credit: Credit): Node[] =>
  credit.speakers.map((speaker) => ({
    ...attributionNode(article, { ...credit, speakers: [speaker] }),
    type: ['Attribution', 'prov:Attribution'],
    agent: entityPath(speaker.id),
  }));

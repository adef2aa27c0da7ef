import type { Edge, Fact } from './facts.ts';

/** The relationships to entities that the reading of a fact brings to its merged view. */
export function readingEdges({ kind, properties: of }: Pick<Fact, 'kind' | 'properties'>): Edge[] {
  const edges = (type: string, ids: unknown) =>
    [ids ?? []].flat().map((to): Edge => ({ type, to: String(to) }));
  if (kind === 'Quotation') {
    const kinds = of.aboutKinds as string[] | null;
    return edges('ABOUT', of.aboutIds).filter((_, nth) => kinds![nth] === 'Entity');
  }
  if (kind !== 'Account') return [];
  return [
    ...edges('PARTICIPANT', of.participantIds),
    ...edges('AT', of.placeId),
    ...edges('SUBJECT', of.subjectId),
    ...edges('OBJECT', of.objectId),
    ...edges('HELD_BY', of.personId),
    ...edges('OF', of.ofId),
  ];
}

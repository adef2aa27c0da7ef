import type { Mention } from '../../model/annotation.ts';
import type { FieldPath } from '../../model/field-path.ts';
import { type Anchor, type AnchorFault, isSpan, type Span } from './anchor.ts';

interface ResolvedMention extends Pick<Mention, 'entity' | 'form' | 'reason'> {
  path: FieldPath & (string | number)[];
  span: Span;
}

/** One mention per span and entity: of two that overlap and mean the same entity, the longer is kept. */
export function resolveMentions(
  anchor: Anchor,
  mentions: Mention[],
  faults: AnchorFault[],
): ResolvedMention[] {
  const found = mentions.flatMap((mention, index): ResolvedMention[] => {
    const path = ['mentions', index];
    return mentionSpans(anchor, mention, path, faults).map((span) => ({ ...mention, path, span }));
  });
  const kept = new Map<string, ResolvedMention[]>();
  for (const mention of found.sort(
    (a, b) => length(b.span) - length(a.span) || a.span.start - b.span.start,
  )) {
    const key = mention.entity ?? '';
    const longer = kept.get(key) ?? [];
    if (!longer.some(({ span }) => span.start < mention.span.end && mention.span.start < span.end)) {
      kept.set(key, [...longer, mention]);
    }
  }
  return [...kept.values()].flat().sort((a, b) => a.span.start - b.span.start);
}

function mentionSpans(
  anchor: Anchor,
  { exact, prefix, suffix, occurrence }: Mention,
  path: (string | number)[],
  faults: AnchorFault[],
): Span[] {
  const quote = { exact, prefix, suffix };
  const wanted = occurrence === 'all' ? anchor.ordinals(quote) : [occurrence].flat();
  return wanted.flatMap((nth) => {
    const found = anchor.findWords({ ...quote, occurrence: nth });
    if (isSpan(found)) return [found];
    faults.push({ path: [...path, 'exact'], ...found });
    return [];
  });
}

const length = (span: Span) => span.end - span.start;

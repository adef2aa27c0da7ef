import { FAULTS } from '../../limits.ts';
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
  const kept: ResolvedMention[] = [];
  const taken = new Map<string | null, Stretches>();
  for (const mention of found.sort(
    (a, b) => length(b.span) - length(a.span) || a.span.start - b.span.start,
  )) {
    const longer = taken.get(mention.entity) ?? new Stretches();
    taken.set(mention.entity, longer);
    if (longer.add(mention.span)) kept.push(mention);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

/** Stretches of a text that do not overlap, in their order. */
class Stretches {
  readonly #spans: Pick<Span, 'start' | 'end'>[] = [];

  /** Adds a stretch, unless it overlaps with one that is there. */
  add(span: Pick<Span, 'start' | 'end'>): boolean {
    let [low, high] = [0, this.#spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#spans[middle]!.end <= span.start) low = middle + 1;
      else high = middle;
    }
    const next = this.#spans[low];
    if (next && next.start < span.end) return false;
    this.#spans.splice(low, 0, span);
    return true;
  }
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
    if (faults.length >= FAULTS.quotes) return [];
    const found = anchor.findWords({ ...quote, occurrence: nth });
    if (isSpan(found)) return [found];
    faults.push({ path: [...path, 'exact'], ...found });
    return [];
  });
}

const length = (span: Span) => span.end - span.start;

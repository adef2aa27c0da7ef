import { FAULTS } from '../../limits.ts';
import type { Mention } from '../../model/annotation.ts';
import type { FieldPath } from '../../model/field-path.ts';
import { type Anchor, type AnchorFault, isSpan, type Span } from './anchor.ts';
import { type FoundName, findNames, type NamedEntity } from './find-names.ts';
import { firstWhere } from './sorted.ts';

/** A mention at its place; its path is that of the list where the loader found it. */
export interface ResolvedMention extends Pick<Mention, 'entity' | 'form' | 'reason'> {
  path: FieldPath & (string | number)[];
  span: Span;
}

/**
 * The mentions that are annotated, and the names that an annotation leaves to be found. One mention per span and entity: of two
 * that overlap and mean the same entity, the longer is kept.
 * @param named the entities whose names are looked for.
 */
export function resolveMentions(
  anchor: Anchor,
  mentions: Mention[],
  named: readonly NamedEntity[],
  faults: AnchorFault[],
): ResolvedMention[] {
  const annotated = mentions.flatMap((mention, index): ResolvedMention[] => {
    const path = ['mentions', index];
    return mentionSpans(anchor, mention, path, faults).map((span) => ({ ...mention, path, span }));
  });
  const names = notOverruled(findNames(anchor, named), annotated).map(
    (name): ResolvedMention => ({ ...name, reason: null, path: ['mentions'] }),
  );
  const found = [...annotated, ...names];
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

/** The names that no annotated words around them say to be another's; in the order of the text, as they are given. */
function notOverruled(names: FoundName[], annotated: ResolvedMention[]): FoundName[] {
  const ahead = annotated.toSorted((a, b) => b.span.start - a.span.start);
  let around: ResolvedMention[] = [];
  return names.filter((name) => {
    while (ahead.length > 0 && ahead.at(-1)!.span.start <= name.span.start) around.push(ahead.pop()!);
    around = around.filter(({ span }) => span.end >= name.span.end);
    return !around.some(
      ({ entity, form, span }) =>
        entity !== name.entity && (isNameLike(form) || length(span) === length(name.span)),
    );
  });
}

const isNameLike = (form: Mention['form']) => form !== 'description' && form !== 'pronoun';

/** Stretches of a text that do not overlap, in their order. */
class Stretches {
  readonly #spans: Pick<Span, 'start' | 'end'>[] = [];

  /** Adds a stretch, unless it overlaps with one that is there. */
  add(span: Pick<Span, 'start' | 'end'>): boolean {
    const place = firstWhere(this.#spans.length, (index) => this.#spans[index]!.end > span.start);
    const next = this.#spans[place];
    if (next && next.start < span.end) return false;
    this.#spans.splice(place, 0, span);
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

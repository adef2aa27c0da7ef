import type { MentionForm } from '../../model/vocabulary.ts';
import { type AnchorFailure, MOST_BESIDE, type Span } from './anchor.ts';
import type { ResolvedMention } from './resolve-mentions.ts';

/** The forms in which each basis names a speaker; any form where it is not listed. */
const FORMS: Record<string, (form: MentionForm) => boolean> = {
  'cue-pronoun': (form) => form === 'pronoun',
  'cue-named': (form) => form !== 'pronoun',
  signature: (form) => form !== 'pronoun',
};

/** The mention of a speaker that is nearest to what was said, and not within it: of two that are as near the first. */
export function speakerWords(
  said: Pick<Span, 'start' | 'end'>,
  { speaker, basis }: { speaker: string; basis: string },
  mentions: readonly ResolvedMention[],
): Span | AnchorFailure {
  const fits = FORMS[basis] ?? (() => true);
  let best: { span: Span; distance: number } | undefined;
  for (const { entity, form, span } of mentions) {
    if (entity !== speaker || !fits(form)) continue;
    const distance = Math.max(span.start - said.end, said.start - span.end);
    if (distance >= 0 && distance <= MOST_BESIDE && (!best || distance < best.distance))
      best = { span, distance };
  }
  return (
    best?.span ?? {
      detail: `nothing within ${MOST_BESIDE} characters of the quotation names ${speaker}`,
      expected: 'the words that name the speaker',
    }
  );
}

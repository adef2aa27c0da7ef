import type { MentionForm } from '../../model/vocabulary.ts';
import { type AnchorFailure, distanceBetween, MOST_BESIDE, type Span, type Stretch } from './anchor.ts';
import type { ResolvedMention } from './resolve-mentions.ts';

/** The forms in which each basis names a speaker, the best ones first; any form where it is not listed. */
const FORMS: Record<string, readonly (readonly MentionForm[])[]> = {
  'cue-pronoun': [['pronoun']],
  'cue-named': [
    ['name', 'alias'],
    ['description', 'metonym', 'adjective'],
  ],
  signature: [
    ['name', 'alias'],
    ['description', 'metonym', 'adjective'],
  ],
};

/** The mention of a speaker that is nearest to what was said, and not within it: of two that are as near the first. */
export function speakerWords(
  said: readonly Stretch[],
  { speaker, basis }: { speaker: string; basis: string },
  mentions: readonly ResolvedMention[],
): Span | AnchorFailure {
  const beside = mentions
    .filter(({ entity }) => entity === speaker)
    .map(({ form, span }) => ({ form, span, distance: distanceBetween(span, said) }))
    .filter(({ distance }) => distance >= 0 && distance <= MOST_BESIDE)
    .sort((a, b) => a.distance - b.distance);
  const best = (FORMS[basis] ?? [undefined])
    .map((forms) => beside.find(({ form }) => forms?.includes(form) ?? true))
    .find((found) => found !== undefined);
  return (
    best?.span ?? {
      detail: `nothing within ${MOST_BESIDE} characters of the quotation names ${speaker}`,
      expected: 'the words that name the speaker',
    }
  );
}

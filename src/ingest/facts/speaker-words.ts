import type { MentionForm } from '../../model/vocabulary.ts';
import { type AnchorFailure, distanceBetween, MOST_BESIDE, type Span, type Stretch } from './anchor.ts';
import type { ResolvedMention } from './resolve-mentions.ts';
import { firstWhere } from './sorted.ts';

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

/** The words of an article that name its speakers. */
export class SpeakerWords {
  /** Those of one entity do not overlap, and stand in the order of the text. */
  readonly #mentions: ReadonlyMap<string | null, readonly ResolvedMention[]>;

  constructor(mentions: readonly ResolvedMention[]) {
    this.#mentions = Map.groupBy(mentions, ({ entity }) => entity);
  }

  /** The mention of a speaker that is nearest to what was said, and not within it: of two that are as near the first. */
  beside(
    said: readonly Stretch[],
    { speaker, basis }: { speaker: string; basis: string },
  ): Span | AnchorFailure {
    const near = this.#near(said, speaker)
      .map(({ form, span }) => ({ form, span, distance: distanceBetween(span, said) }))
      .filter(({ distance }) => distance >= 0 && distance <= MOST_BESIDE)
      .sort((a, b) => a.distance - b.distance);
    const best = (FORMS[basis] ?? [undefined])
      .map((forms) => near.find(({ form }) => forms?.includes(form) ?? true))
      .find((found) => found !== undefined);
    return (
      best?.span ?? {
        detail: `nothing within ${MOST_BESIDE} characters of the quotation names ${speaker}`,
        expected: 'the words that name the speaker',
      }
    );
  }

  /** No more than may be beside what was said, since an article can have very many of both. */
  #near(said: readonly Stretch[], speaker: string): readonly ResolvedMention[] {
    const mentions = this.#mentions.get(speaker) ?? [];
    const start = Math.min(...said.map((part) => part.start)) - MOST_BESIDE;
    const end = Math.max(...said.map((part) => part.end)) + MOST_BESIDE;
    return mentions.slice(
      firstWhere(mentions.length, (index) => mentions[index]!.span.end >= start),
      firstWhere(mentions.length, (index) => mentions[index]!.span.start > end),
    );
  }
}

import type { AttributionBasis } from '../../model/vocabulary.ts';

/** How sure an attribution is by its basis alone, where a name or a plain pronoun is meant. */
export const USUAL_CONFIDENCE: Record<AttributionBasis, number> = {
  'cue-named': 0.95,
  'cue-pronoun': 0.9,
  signature: 0.9,
  editor: 0.85,
};

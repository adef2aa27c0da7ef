import type { AttributionBasis } from '../../model/vocabulary.ts';

/** How sure an attribution is by its basis alone, where a name or a plain pronoun is meant. */
export const USUAL_CONFIDENCE: Record<AttributionBasis, number> = {
  'cue-named': 0.95,
  'cue-pronoun': 0.9,
  signature: 0.9,
  'according-to': 0.95,
  'speaker-label': 0.95,
  'lead-in': 0.9,
  document: 0.9,
  described: 0.9,
  'carried-over': 0.85,
  'second-hand': 0.6,
  editor: 0.85,
};

import type { Phrase } from '../text/phrases.ts';
import type { Run } from '../text/sentences.ts';
import type { Likely } from './attribute.ts';
import type { Side } from './contents.ts';

/** Words that were said, with the phrase that names who said them. */
export interface FoundAttribution {
  /** Token of the word that reports; null where quoted words follow from what was said before. */
  cue: number | null;
  parts: Run[];
  side: Side;
  source: Phrase | null;
  /** Who else the sentence may name, the likeliest first. */
  otherSources: Likely<Phrase | null>[];
  /** How sure it is that words and speaker are right, that the words are, and that the speaker is where they are. */
  confidence: { all: number; span: number; speaker: number };
}

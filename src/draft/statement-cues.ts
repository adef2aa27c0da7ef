import { codesOfWords, plainForm } from './acts/act-words.ts';
import table from './statement-cues.json' with { type: 'json' };

/** Words that tell what a person thinks or wants, and not that it was uttered. */
const THOUGHTS = new Set(table.thoughts);
const UTTERED = new Set(table.uttered);

/** Whether a cue reports words that were uttered, as far as the word tells. */
export function reportsWords(cue: string): boolean {
  const plain = plainForm(cue.toLowerCase());
  if (UTTERED.has(plain) || cue === ':' || /^[-–—―]+$/.test(cue)) return true;
  if (THOUGHTS.has(plain)) return false;
  return codesOfWords(plain).some((code) => /^(01|02|051|052|055|10|11|12|13)/.test(code));
}

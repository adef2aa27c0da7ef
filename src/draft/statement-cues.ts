import { codesOfWords, plainForm } from './acts/act-words.ts';

/** Words that tell what a person thinks or wants, and not that it was uttered. */
const THOUGHTS = new Set(
  'believe think want hope fear feel know seem appear see plan intend consider decide expect like need support oppose mean understand worry doubt wonder assume prefer remember forget learn find show indicate reveal demonstrate help try seek allow make give take get use set look be have do become include mark follow lead focus'.split(
    ' ',
  ),
);
const UTTERED = new Set(
  'according tweet post quip assert contend declare opine speak reply respond answer retort recount joke claim allege caution warn observe point testify voice proclaim pronounce disclose reveal confirm predict promise reiterate repeat concede conclude address'.split(
    ' ',
  ),
);

/** Whether a cue reports words that were uttered, as far as the word tells. */
export function reportsWords(cue: string): boolean {
  const plain = plainForm(cue.toLowerCase());
  if (UTTERED.has(plain) || cue === ':' || /^[-–—―]+$/.test(cue)) return true;
  if (THOUGHTS.has(plain)) return false;
  return codesOfWords(plain).some((code) => /^(01|02|051|052|055|10|11|12|13)/.test(code));
}

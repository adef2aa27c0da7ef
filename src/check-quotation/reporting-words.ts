import type { FoldedWord } from '../match/fold/fold-words.ts';
import { stemOf } from '../search/word-forms.ts';

const stems = (words: string) => new Set(words.trim().split(/\s+/).map(stemOf));

/** Verbs by which an outlet reports what was said. */
const REPORTING = stems(`
  acknowledge admit affirm allege announce argue assert assure believe claim complain concede confess contend declare emphasize explain hope
  insist maintain pledge predict promise recall recount remark remember stress suggest swear testify think vow
`);

/** Those whom outlets report without their names. */
const SPEAKERS = stems(`
  accused activist actor adviser agency airline analyst artist association athlete author authority bank banker bishop board boss
  campaigner candidate captain champion charity clerk club coach commander company conductor constable counsel court crew critic
  defendant defense developer diplomat doctor driver economist editor engineer envoy executive expert family farmer father federation firefighter firm
  fisherman founder general guard historian hospital husband inspector investigator investor journalist juror jury keeper landlord
  lawyer lecturer maker manager manufacturer mediator medic miner monitor mother museum musician negotiator neighbor newspaper novelist nurse observer
  officer operator opposition organizer owner parent party patient pilot player poet police policeman politician priest prisoner producer
  professor prosecution prosecutor publisher pupil referee regulator researcher resident retailer rider sailor scientist sergeant
  singer skipper soldier student supervisor surgeon survivor teacher team tenant trader trainer trustee
  union university veteran victim villager volunteer voter watchdog watchman widow widower witness worker writer
`);
/** So many words may stand before it: "the crown prosecutor", "a senior intelligence officer". */
const BEFORE_SPEAKER = 3;

const FIRST_PERSON = new Set('i me my mine myself we us our ours ourselves'.split(' '));

/**
 * Marks the words of a report that say that something was said, or name its speaker at the beginning, who calls himself "I" or "we" in the source.
 * What is in the first person is no report.
 */
export function markReporting(words: readonly FoldedWord[]): FoldedWord[] {
  if (words.some(({ key }) => FIRST_PERSON.has(key))) return [...words];
  const end = endOfSpeaker(words);
  return words.map((word, at) =>
    at < end || REPORTING.has(word.key) ? { ...word, isReporting: true } : word,
  );
}

/** After which word the speaker is named that a report begins with; 0 where it names none. */
function endOfSpeaker(words: readonly FoldedWord[]): number {
  if (words[0]?.isName) return 1;
  const at = words.slice(0, BEFORE_SPEAKER + 1).findIndex(({ key }) => SPEAKERS.has(key));
  const isOneName = words.slice(1, Math.max(at, 1)).every(({ weight }) => weight > 0);
  return isOneName ? at + 1 : 0;
}

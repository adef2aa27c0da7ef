import { findRun } from './alignment.ts';
import type { Finding } from './finding.ts';
import type { Quotation } from './quotation.ts';
import { weightOf } from './weights.ts';

/** Each of the statements has at least so many words that the others have not, and they say so much. */
const PART = { words: 4, weight: 0.9 };
/** All of them together have so much of it. */
const WHOLE = 0.8;
/** A single one that has so much of it is altered, and not a part. */
const ALONE = 0.85;

/** The statements that a quotation is joined of: each has words of it that no other has; none where it is of one. */
export function findJoined({ words }: Quotation, findings: readonly Finding[]): Finding[] {
  const told = weightOf(words);
  const partly = findings.filter(({ words: { kind, isOwnWords } }) => kind === 'altered' && !isOwnWords);
  if (partly.length < 2 || partly.some(({ words: { share } }) => share >= ALONE)) return [];
  const taken = new Set<number>();
  const parts: Finding[] = [];
  for (const finding of partly) {
    const own = [...finding.words.places].filter((place) => !taken.has(place));
    if (own.length < PART.words || weightOf(own.map((place) => words[place]!)) < PART.weight) continue;
    parts.push(finding);
    for (const place of own) taken.add(place);
  }
  const share = told === 0 ? 0 : weightOf([...taken].map((place) => words[place]!)) / told;
  return parts.length > 1 && share >= WHOLE ? parts : [];
}

/** A piece that says so little may be of anybody; less is enough where it is of who is said to have said all. */
const PIECE = { words: 3, weight: 0.9, ofSpeaker: 0.5 };

type Candidate = Omit<Finding, 'verdict'>;

/** The statements that have the pieces of a quotation between its marked cuts, as they are; none where one has them all, or a piece is of none. */
export function findJoinedPieces<T extends Candidate>(
  { words, pieces }: Quotation,
  compared: readonly T[],
  isSpeakerAsked: boolean,
): T[] {
  if (pieces.length < 2) return [];
  const found = pieces.map(({ from, to }) => {
    const piece = words.slice(from, to);
    const weight = weightOf(piece);
    if (piece.length < PIECE.words) return [];
    return compared
      .filter(({ isOfSpeaker }) => weight >= (isSpeakerAsked && isOfSpeaker ? PIECE.ofSpeaker : PIECE.weight))
      .filter(({ words: { source } }) => findRun(piece, source.words) !== null);
  });
  if (found.some((candidates) => candidates.length === 0)) return [];
  if (found[0]!.some((one) => found.every((candidates) => candidates.includes(one)))) return [];
  return [
    ...new Set(
      found.map((candidates) => candidates.find(({ isOfSpeaker }) => isOfSpeaker) ?? candidates[0]!),
    ),
  ];
}

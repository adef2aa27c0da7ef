import { compareSense, NO_SENSE, type SenseMatch } from '../match/compare-sense.ts';
import type { FoldedWord } from '../match/fold/fold-words.ts';
import { compareWords, type Warning, type WordMatch } from './compare-words.ts';
import type { Finding, QuotationCheck, Verdict } from './finding.ts';
import { findJoined, findJoinedPieces } from './joined.ts';
import { type OutletMatch, outletsOf } from './outlets.ts';
import { type Quotation, readQuotation } from './quotation.ts';
import type { AskedQuotation, RecordedStatement } from './record.ts';
import { markReporting } from './reporting-words.ts';
import { foldForSense, sourceOf } from './source.ts';
import { areTooCommon } from './weights.ts';

/** What it takes for a quotation to say what a rendering says; more where nobody is asked for who said it. */
const PARAPHRASE = { score: 0.52, weight: 1.9, withoutSpeaker: { score: 0.57, weight: 2.4 } };
/** Of the speaker who is asked for, less of it is enough where that says much, or where both give the same number. */
const SAYS_MUCH = { score: 0.4, weight: 3 };
const SAME_NUMBER = { score: 0.4, weight: 1.2 };
/** What says little is enough where it is nearly all. */
const NEARLY_ALL = [
  { score: 0.75, weight: 1.2 },
  { score: 0.8, weight: 0.85 },
];
/** What says less says nothing of the contrary. */
const CONTRARY = 1.2;
/** With so many of its words a quotation is that of the source, whatever it says. */
const STILL_ITS_WORDS = 0.75;
const MOST_FINDINGS = 5;
/** Of a longer quotation the beginning tells whether it says the same in other words. */
const MOST_WORDS = 80;

/**
 * Checks a quotation against statements of the record. It depends on nothing but these.
 * @param statements those that may match, in any order: what is not among them is not in the record.
 */
export function checkQuotation(
  asked: AskedQuotation,
  statements: readonly RecordedStatement[],
): QuotationCheck {
  const quotation = readQuotation(asked.quote);
  if (quotation.words.length === 0) return { verdict: 'too-short', findings: [], joined: [] };
  const folded = markReporting(foldForSense(quotation.text).slice(0, MOST_WORDS));
  const compared = statements
    .filter(({ renderings }) => renderings.length > 0)
    .map((statement) => compareStatement(quotation, folded, asked, statement));
  const contraries = compared.filter(
    ({ isOfDays, sense }) => isOfDays && sense.isContrary && sense.weight >= CONTRARY,
  );
  const findings = compared
    .filter(matches)
    .filter(
      (finding) => finding.verdict !== 'paraphrase' || !contraries.some((one) => contradicts(one, finding)),
    )
    .sort(byStrength)
    .slice(0, MOST_FINDINGS);
  const best = findings[0];
  const joined = isWhole(best) ? [] : joinedOf(quotation, findings, compared, asked.speakers !== undefined);
  if (areTooCommon(quotation.words)) return { verdict: 'too-short', findings, joined: [] };
  if (joined.length > 0) return { verdict: 'altered', findings, joined };
  return { verdict: best?.verdict ?? 'not-in-the-record', findings, joined };
}

/** Whether its speaker says the contrary of a quotation in words that are nearer to it. */
const contradicts = (contrary: Compared, paraphrase: Compared): boolean =>
  contrary.sense.score > paraphrase.sense.score &&
  contrary.statement.speakers.some((id) => paraphrase.statement.speakers.includes(id));

/** Whether one statement has all of the words. */
const isWhole = (finding: Finding | undefined): boolean =>
  finding !== undefined && (finding.words.kind === 'verbatim' || finding.words.kind === 'cut');

/** The statements that a quotation is joined of: by words in a row, or by the pieces that its cuts mark. */
function joinedOf(
  quotation: Quotation,
  findings: readonly Finding[],
  compared: readonly Compared[],
  isSpeakerAsked: boolean,
): Finding[] {
  const joined = findJoined(quotation, findings);
  if (joined.length > 0) return joined;
  return findJoinedPieces(quotation, compared, isSpeakerAsked).map((finding) => ({
    ...finding,
    verdict: 'altered' as const,
  }));
}

/** A statement as it was compared; without a verdict where it does not match. */
type Compared = Omit<Finding, 'verdict'> & { verdict: Verdict | null };

const matches = (compared: Compared): compared is Finding => compared.verdict !== null;

function compareStatement(
  quotation: Quotation,
  folded: readonly FoldedWord[],
  asked: AskedQuotation,
  statement: RecordedStatement,
): Compared {
  const sources = statement.renderings.map(sourceOf);
  const compared = sources.map((source) => compareWords(quotation, source));
  const words = compared.toSorted((one, other) => strengthOf(other) - strengthOf(one))[0]!;
  const isOfSpeaker =
    asked.speakers === undefined || asked.speakers.some((id) => statement.speakers.includes(id));
  const isOfDays = overlaps(asked, statement.said);
  // What another said in other words is no match.
  const isSenseAsked = isOfSpeaker || words.kind !== 'none';
  const senses = isSenseAsked ? sources.map((source) => compareSense(folded, source.folded)) : [NO_SENSE];
  const sense = senses.toSorted((one, other) => senseStrength(other) - senseStrength(one))[0]!;
  const verdict = verdictOf(words, sense, asked.speakers !== undefined, isOfSpeaker, isOfDays);
  const outlets = verdict === null ? [] : outletsOf(quotation, words, compared);
  return {
    verdict,
    statement,
    words,
    sense,
    isOfSpeaker,
    isOfDays,
    outlets,
    warnings: [...words.warnings, ...circumstances(asked, statement), ...differences(outlets)],
  };
}

const KINDS = { verbatim: 3, cut: 2, altered: 1, none: 0 };

/** An outlet's own words count less than words that it quotes, unless these are altered. */
const strengthOf = ({ kind, share, isOwnWords }: WordMatch) =>
  KINDS[kind] * (isOwnWords ? 0.4 : 1) * 10 + share;

/** Where renderings differ, the nearest one tells whether a quotation says the contrary. */
const senseStrength = ({ score, weight }: SenseMatch) => score + weight / 100;

function verdictOf(
  words: WordMatch,
  sense: SenseMatch,
  isSpeakerAsked: boolean,
  isOfSpeaker: boolean,
  isOfDays: boolean,
): Verdict | null {
  const level = levelOf(words, sense, isSpeakerAsked && isOfSpeaker);
  if (level === null) return null;
  if (level === 'paraphrase') return isOfSpeaker ? (isOfDays ? level : 'other-occasion') : null;
  if (!isOfSpeaker) return 'said-by-another';
  return isOfDays ? level : 'other-occasion';
}

function levelOf(
  { kind, isOwnWords, isPart, isReordered, hasOtherNumbers, isReplaced, hasClause, share }: WordMatch,
  { score, weight, isContrary, deniesAsOften, sharesNumber }: SenseMatch,
  isKnown: boolean,
): Verdict | null {
  if (kind === 'none' && isKnown && (isReplaced || hasClause)) return 'altered';
  const isStillItsWords =
    share >= STILL_ITS_WORDS || isReplaced || isPart || hasOtherNumbers || (isReordered && deniesAsOften);
  // The contrary in some of the same words is neither altered nor a paraphrase.
  if (kind === 'altered' && isContrary && !isStillItsWords) return null;
  if (kind !== 'none' && !isOwnWords) return kind === 'cut' ? 'altered-cut' : kind;
  if (kind === 'verbatim' || kind === 'cut') return 'paraphrase';
  const takes = isKnown
    ? [PARAPHRASE, SAYS_MUCH, ...(sharesNumber ? [SAME_NUMBER] : [])]
    : [PARAPHRASE.withoutSpeaker];
  const isEnough = [...takes, ...NEARLY_ALL].some((least) => score >= least.score && weight >= least.weight);
  return !isContrary && isEnough ? 'paraphrase' : null;
}

/** Whether something may have been said on the days that are asked for; what has no date may. */
function overlaps({ from, to }: AskedQuotation, said: RecordedStatement['said']): boolean {
  if (said === null) return true;
  return (to === undefined || said.earliest <= to) && (from === undefined || said.latest >= from);
}

function circumstances({ from, to, about }: AskedQuotation, statement: RecordedStatement): Warning[] {
  const isUndated = statement.said === null && (from !== undefined || to !== undefined);
  const isOther = about !== undefined && !about.some((id) => statement.about.includes(id));
  return [
    ...(isUndated
      ? [
          {
            code: 'undated' as const,
            text: 'No source says when it was said, so the days that are asked for cannot be checked.',
          },
        ]
      : []),
    ...(isOther
      ? [
          {
            code: 'about-something-else' as const,
            text: 'The record does not have it as about what is asked for.',
          },
        ]
      : []),
  ];
}

const differences = (outlets: readonly OutletMatch[]): Warning[] =>
  outlets
    .filter(({ kind }) => kind === 'differs')
    .map(({ articleId, differs }) => ({ code: 'outlets-differ', text: `${articleId}: ${differs}` }));

/** What confirms comes before what does not, and the same words before others. */
function byStrength(one: Finding, other: Finding): number {
  return rankOf(other) - rankOf(one) || (one.statement.id < other.statement.id ? -1 : 1);
}

function rankOf({ verdict, words, sense }: Finding): number {
  if (verdict === 'paraphrase') return 100 + 10 * sense.score;
  const confirms = verdict === 'said-by-another' ? 0 : verdict === 'other-occasion' ? 20 : 40;
  const isExact = words.kind === 'verbatim' || words.kind === 'cut';
  return 200 + (isExact ? 200 : 0) + confirms + KINDS[words.kind] * 10 + 30 * words.share;
}

import { plainStem } from '../match/likeness/plain-stem.ts';
import { stemOf } from '../search/word-forms.ts';
import { align, findRun, longestRun, type Pairs } from './alignment.ts';
import type { Quotation } from './quotation.ts';
import type { Source } from './source.ts';
import {
  denies,
  isTurnedByCut,
  isTurnedByCutSentences,
  turnsWhatFollows,
  turnsWhatPrecedes,
} from './turning-words.ts';
import { weightOf } from './weights.ts';
import { type Stretch, wordDiff } from './word-diff.ts';
import { type Word, writtenBetween } from './words.ts';

/** How the words of a quotation stand in a rendering. */
export interface WordMatch {
  source: Source;
  kind: 'verbatim' | 'cut' | 'altered' | 'none';
  /** Which share of the quotation, by how much its words say, stands in the rendering in its order. */
  share: number;
  /** Places in the quotation of the words that stand there. */
  places: ReadonlySet<number>;
  diff: Stretch[];
  /** What a marked cut leaves out. */
  cuts: string[];
  warnings: Warning[];
  /** Whether the words are the outlet's own. */
  isOwnWords: boolean;
  /** Whether a long run of words is the same, whatever the others are. */
  isPart: boolean;
  /** Whether nearly all words are the same, in whatever order. */
  isReordered: boolean;
  /** Whether all words but numbers are the same, and numbers stand in the place of others. */
  hasOtherNumbers: boolean;
  /** Whether most words are the same, and what is not stands in the place of a word or two. */
  isReplaced: boolean;
  /** Whether a whole clause of the source is a part of the quotation. */
  hasClause: boolean;
  /** Whether the speaker says more in that sentence before the words that are the same. */
  beginsBefore: boolean;
  /** Whether the speaker says more in that sentence after them. */
  goesOn: boolean;
}

export interface Warning {
  code:
    | 'sense-turned'
    | 'second-hand'
    | 'outlets-differ'
    | 'speaker-contested'
    | 'undated'
    | 'about-something-else';
  text: string;
}

/** What it takes for words to be those of a source, altered. */
const ALTERED = {
  /** The share of the quotation that stands in the source, and that of the stretch of the source. */
  share: 0.55,
  density: 0.45,
  /** Where fewer words than this share of the quotation are in a row, more of it has to stand there. */
  rowOf: 0.4,
  alone: 0.75,
  /** Or a run of so many words that say so much. */
  run: 5,
  runWeight: 2,
  runShare: 0.3,
  /** A shorter run without a pronoun or an auxiliary is a phrase that all use who speak of the same: "in the north of the country". */
  phrase: 7,
  /** Or nearly all of its words, in whatever order, where these are most of a stretch of the source. */
  shuffled: { words: 6, share: 0.88, telling: 0.3, density: 0.6 },
} as const;

/** Compares the words of a quotation with those of a rendering. */
export function compareWords(quotation: Quotation, source: Source): WordMatch {
  const whole = findRun(quotation.words, source.words);
  if (whole) return verbatim(quotation, source, [whole]);
  const cut = quotation.pieces.length > 1 ? findPieces(quotation, source) : null;
  return cut ? verbatim(quotation, source, cut) : altered(quotation, source);
}

interface Run {
  start: number;
  end: number;
}

/** Where the pieces of a quotation stand in a source, one after the other. */
function findPieces({ words, pieces }: Quotation, source: Source): Run[] | null {
  const runs: Run[] = [];
  for (const { from, to } of pieces) {
    const run = findRun(words.slice(from, to), source.words, runs.at(-1)?.end ?? 0);
    if (!run) return null;
    runs.push(run);
  }
  return runs;
}

function verbatim(quotation: Quotation, source: Source, runs: Run[]): WordMatch {
  const gaps = runs.slice(1).map(({ start }, nth) => ({ start: runs[nth]!.end, end: start }));
  const left = gaps.filter(({ start, end }) => start < end);
  const isTurned = left.some((gap) =>
    (areSentences(source, gap) ? isTurnedByCutSentences : isTurnedByCut)(
      source.words.slice(gap.start, gap.end),
    ),
  );
  return {
    source,
    kind: left.length === 0 ? 'verbatim' : isTurned ? 'altered' : 'cut',
    share: 1,
    places: new Set(quotation.words.keys()),
    diff: cutDiff(source, runs),
    cuts: left.map(({ start, end }) => writtenBetween(source.text, source.words, start, end)),
    warnings: warningsOf(source, { start: runs[0]!.start, end: runs.at(-1)!.end }),
    isOwnWords: isOwn(source, runs),
    isPart: true,
    isReordered: false,
    hasOtherNumbers: false,
    isReplaced: false,
    hasClause: false,
    beginsBefore: false,
    goesOn: false,
  };
}

/** Whether some words of a source are whole sentences. */
const areSentences = ({ words }: Source, { start, end }: Run): boolean =>
  words[start - 1]?.sentence !== words[start]!.sentence && words[end - 1]!.sentence !== words[end]?.sentence;

/** Runs of a source with what stands between them. */
const cutDiff = ({ text, words }: Source, runs: Run[]): Stretch[] =>
  runs.flatMap(({ start, end }, nth): Stretch[] => {
    const left = nth === 0 ? '' : writtenBetween(text, words, runs[nth - 1]!.end, start);
    return [
      ...(left === '' ? [] : [{ kind: 'left-out' as const, text: left }]),
      { kind: 'same', text: writtenBetween(text, words, start, end) },
    ];
  });

/** Whether words are the outlet's own, at least in part. */
const isOwn = ({ isQuoted }: Source, runs: Run[]) =>
  runs.some(({ start, end }) => isQuoted.slice(start, end).some((quoted) => !quoted));

function altered(quotation: Quotation, source: Source): WordMatch {
  const pairs = isWorthAligning(quotation.words, source.words) ? align(quotation.words, source.words) : [];
  const told = weightOf(quotation.words);
  const same = pairs.map(({ quoted }) => quotation.words[quoted]!);
  const share = told === 0 ? 0 : weightOf(same) / told;
  const run = longestRun(pairs);
  const runWords = run.map(({ quoted }) => quotation.words[quoted]!);
  const isClose =
    density(pairs, source) >= ALTERED.density &&
    (share >= ALTERED.alone ||
      (share >= ALTERED.share && run.length >= ALTERED.rowOf * quotation.words.length));
  const isPart =
    run.length >= (isClause(runWords) ? ALTERED.run : ALTERED.phrase) &&
    weightOf(runWords) >= ALTERED.runWeight &&
    weightOf(runWords) / told >= ALTERED.runShare;
  const isReordered = isShuffled(quotation.words, source.words);
  const hasOtherNumbers = areAllButNumbers(quotation.words, source.words, pairs);
  const isReplaced = areReplaced(quotation.words, source.words, pairs);
  const hasClause = isWholeClause(quotation, source, run);
  const isAltered = (isClose && hasOrder(run, quotation.words)) || isPart || isReordered || hasOtherNumbers;
  const kept = isClose || isReplaced ? pairs : run;
  const span =
    kept.length > 0 ? { start: kept[0]!.source, end: kept.at(-1)!.source + 1 } : { start: 0, end: 0 };
  return {
    source,
    kind: isAltered ? 'altered' : 'none',
    share,
    places: new Set(kept.map(({ quoted }) => quoted)),
    diff: wordDiff(quotation, source, kept),
    cuts: [],
    warnings: warningsOf(source, span),
    isPart,
    isReordered,
    hasOtherNumbers,
    isReplaced,
    hasClause,
    beginsBefore: saysInSentence(source, span.start - 1, span.start),
    goesOn: saysInSentence(source, span.end, span.end - 1),
    isOwnWords:
      isAltered && isOwn(source, [span]) && !source.isQuoted.slice(span.start, span.end).some(Boolean),
  };
}

/** Whether a word is the speaker's own, and in one sentence with another. */
const saysInSentence = ({ words, isQuoted }: Source, at: number, beside: number): boolean =>
  isQuoted[at] === true && words[at]!.sentence === words[beside]?.sentence;

const OF_CLAUSES = new Set(
  'i we you he she it they who me us him them my our your his her their is are was were be been am has have had do does did will would can could shall should may might must not never nobody'.split(
    ' ',
  ),
);

/** Whether words in a row say something of something. */
const isClause = (words: readonly Word[]) => words.some(({ key }) => OF_CLAUSES.has(key) || /n't$/.test(key));

/** Words that stand apart in the source are not those of a quotation, even where all of them occur. */
function density(pairs: Pairs, source: Source): number {
  if (pairs.length === 0) return 0;
  const stretch = weightOf(source.words.slice(pairs[0]!.source, pairs.at(-1)!.source + 1));
  return stretch === 0 ? 0 : weightOf(pairs.map(({ source: place }) => source.words[place]!)) / stretch;
}

/** Of a source that has less than this share of the words in any order, nothing is altered. */
const LEAST_SHARED = 0.25;
/** Cells of a comparison: that of two long paragraphs takes some milliseconds, and nobody quotes more. */
const MOST_CELLS = 200_000;

function isWorthAligning(quoted: readonly Word[], source: readonly Word[]): boolean {
  if (quoted.length * source.length > MOST_CELLS) return false;
  const keys = new Set(source.map(({ key }) => key));
  return weightOf(quoted.filter(({ key }) => keys.has(key))) >= LEAST_SHARED * weightOf(quoted);
}

/** Whether nearly all words are those of a stretch of the source, in another order or another form, and deny as often. */
function isShuffled(quoted: readonly Word[], source: readonly Word[]): boolean {
  if (quoted.length < ALTERED.shuffled.words) return false;
  const left = Map.groupBy(source.keys(), (at) => stemOfWord(source[at]!));
  const found = quoted.flatMap((word) => {
    const at = left.get(stemOfWord(word))?.shift();
    return at === undefined ? [] : { word, at };
  });
  if (weightOf(found.map(({ word }) => word)) < ALTERED.shuffled.share * weightOf(quoted)) return false;
  const telling = found
    .filter(({ word }) => weightOf([word]) >= ALTERED.shuffled.telling)
    .map(({ at }) => at);
  const stretch = source.slice(Math.min(...telling), Math.max(...telling) + 1);
  return (
    found.length >= ALTERED.shuffled.density * stretch.length &&
    quoted.filter(denies).length === stretch.filter(denies).length
  );
}

const stemOfWord = ({ key }: Word) => (/^[a-z]{1,40}$/.test(key) ? plainStem(stemOf(key)) : key);

const isNumber = ({ key }: Word) => /^\d/.test(key);
const FEWEST_BESIDE_NUMBERS = 3;

/** Whether only numbers of a quotation are not in the source, where it has other numbers in their place. */
function areAllButNumbers(quoted: readonly Word[], source: readonly Word[], pairs: Pairs): boolean {
  if (pairs.length < FEWEST_BESIDE_NUMBERS) return false;
  const places = new Map(pairs.map((pair) => [pair.quoted, pair.source]));
  const first = pairs[0]!;
  let isOther = false;
  for (const [at, word] of quoted.entries()) {
    const there = first.source - first.quoted + at;
    if (places.get(at) === there) continue;
    if (!isNumber(word) || !source[there] || !isNumber(source[there])) return false;
    isOther = true;
  }
  return isOther;
}

/** What it takes for words to be replaced in a text that is else the same: how many are, and how many stand in the place of others. */
const REPLACED = { words: 4, same: 0.6, quoted: 2, source: 3 };

/** Whether most words are the same, and others stand in the place of a word or two. */
function areReplaced(quoted: readonly Word[], source: readonly Word[], pairs: Pairs): boolean {
  if (quoted.length < REPLACED.words || pairs.length < REPLACED.same * quoted.length) return false;
  const [first, last] = [pairs[0]!, pairs.at(-1)!];
  const ends = [
    { quoted: -1, source: Math.max(-1, first.source - first.quoted - 1) },
    ...pairs,
    { quoted: quoted.length, source: Math.min(source.length, last.source + quoted.length - last.quoted) },
  ];
  return ends.slice(1).every((pair, nth) => {
    const [here, there] = [pair.quoted - ends[nth]!.quoted - 1, pair.source - ends[nth]!.source - 1];
    return here <= REPLACED.quoted && there <= REPLACED.source && (there > 0 || here === 0);
  });
}

/** So many words make a clause that is told from others, and so much they say. */
const CLAUSE = { words: 4, weight: 0.4 };
/** Words that begin the next clause. */
const LEADS_ON = new Set(['and', 'but', 'so', 'because']);
/** What one of these follows is a clause of its own: "and they broke it". */
const SUBJECTS = new Set(['i', 'we', 'you', 'he', 'she', 'it', 'they']);
const CLAUSE_ENDS = /[.!?;:,–—…]/;

/** Whether words in a row are a clause of the source from its beginning to its end, and begin one of the quotation. */
function isWholeClause(quotation: Quotation, source: Source, pairs: Pairs): boolean {
  const isJoining = pairs.length > 0 && LEADS_ON.has(quotation.words[pairs.at(-1)!.quoted]!.key);
  const run = isJoining ? pairs.slice(0, -1) : pairs;
  if (run.length < CLAUSE.words) return false;
  const [first, last] = [run[0]!, run.at(-1)!];
  if (weightOf(quotation.words.slice(first.quoted, last.quoted + 1)) < CLAUSE.weight) return false;
  const ends = ({ text, words }: { text: string; words: readonly Word[] }, at: number) =>
    at <= 0 || at >= words.length || CLAUSE_ENDS.test(text.slice(words[at - 1]!.end, words[at]!.start));
  const leadsOn =
    LEADS_ON.has(source.words[last.source + 1]?.key ?? '') &&
    SUBJECTS.has(source.words[last.source + 2]?.key ?? '');
  return (
    ends(source, first.source) && (leadsOn || ends(source, last.source + 1)) && ends(quotation, first.quoted)
  );
}

/** Whether enough of the words stand in a row. */
const hasOrder = (run: Pairs, words: readonly Word[]) =>
  run.length >= Math.min(Math.max(3, Math.ceil(words.length / 4)), Math.ceil(words.length / 2));

/** What a reader has to know of words that are quoted out of a sentence. */
function warningsOf(source: Source, { start, end }: Run): Warning[] {
  const { words, text, secondHand } = source;
  if (start >= end) return [];
  const { sentence } = words[start]!;
  const first = words.findIndex((word) => word.sentence === sentence);
  const { sentence: lastSentence } = words[end - 1]!;
  const after = words.slice(end).filter((word) => word.sentence === lastSentence);
  const warnings: Warning[] = [];
  if (turnsWhatFollows(words.slice(first, start)))
    warnings.push({ code: 'sense-turned', text: writtenBetween(text, words, first, start) });
  else if (turnsWhatPrecedes(after))
    warnings.push({ code: 'sense-turned', text: writtenBetween(text, words, end, end + after.length) });
  const within = secondHand.find(
    (stretch) => stretch.start <= words[start]!.start && words[end - 1]!.end <= stretch.end,
  );
  if (within) warnings.push({ code: 'second-hand', text: text.slice(within.start, within.end) });
  return warnings;
}

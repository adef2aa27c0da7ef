import { likelyCues } from '../../src/draft/attribution/attribute.ts';
import { contentCandidates } from '../../src/draft/attribution/contents.ts';
import { cueFeatures, mayBeCue } from '../../src/draft/attribution/cues.ts';
import { sourceCandidates, sourceFeatures } from '../../src/draft/attribution/sources.ts';
import { LinearModel } from '../../src/draft/learned/linear-model.ts';
import { type AnalysedText, analyse } from '../../src/draft/text/analysed-text.ts';
import type { Phrase } from '../../src/draft/text/phrases.ts';
import type { Run } from '../../src/draft/text/sentences.ts';
import type { GoldArticle, GoldQuote } from './kit.ts';
import { type Choice, type Fit, fitChoices, fitLogistic, hashed, type Labelled, pruned } from './train.ts';

export interface ReadArticle {
  gold: GoldArticle;
  read: AnalysedText;
  /** How likely each word reports others, by a model that has not seen the article. */
  likely: Float32Array;
}

export const readArticle = (gold: GoldArticle): ReadArticle => {
  const read = analyse(gold.text);
  return { gold, read, likely: new Float32Array(read.tokens.length) };
};

/** How often a word stands in a cue, of all its occurrences outside of quotation marks. */
export function cueRates(articles: readonly ReadArticle[]): Map<string, number> {
  const counts = new Map<string, [inCue: number, all: number]>();
  for (const { gold, read } of articles) {
    const inCue = new Set(
      gold.quotes.flatMap(({ cue = [] }) => cue.flatMap((place) => tokensWithin(read, place))),
    );
    for (const [at, { lower, region }] of read.tokens.entries()) {
      if (region >= 0 && !inCue.has(at)) continue;
      const count = counts.get(lower) ?? [0, 2];
      counts.set(lower, [count[0] + Number(inCue.has(at)), count[1] + 1]);
    }
  }
  return new Map([...counts].map(([word, [some, all]]) => [word, some / all]));
}

function tokensWithin({ tokens }: AnalysedText, [start, end]: readonly [number, number]): number[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let at = low; at < tokens.length && tokens[at]!.start < end; at++) found.push(at);
  return found;
}

/** The word of a cue that reports: the one that mostly does. */
function headOfCue(read: AnalysedText, { cue = [] }: GoldQuote, rates: Map<string, number>): number | null {
  let best: number | null = null;
  let most = -1;
  for (const at of cue.flatMap((place) => tokensWithin(read, place))) {
    if (!mayBeCue(read, at)) continue;
    const token = read.tokens[at]!;
    const value =
      (rates.get(token.lower) ?? 0) + (token.tag === 'VERB' ? 0.15 : 0) - (token.text === ':' ? 0.5 : 0);
    if (value > most) [most, best] = [value, at];
  }
  return best;
}

/** Gold attributions by the token that reports them. */
function goldByCue({ gold, read }: ReadArticle, rates: Map<string, number>): Map<number, GoldQuote[]> {
  const found = new Map<number, GoldQuote[]>();
  for (const quote of gold.quotes) {
    const head = headOfCue(read, quote, rates);
    if (head !== null) found.set(head, [...(found.get(head) ?? []), quote]);
  }
  return found;
}

const STOP = new Set(
  "a an the of and in for to at on mr mrs ms dr sen rep gov president senator his her their its who that ’s 's .".split(
    ' ',
  ),
);

const isIn = (phrase: Run, tokens: ReadonlySet<number>) => {
  for (let at = phrase.from; at < phrase.to; at++) if (tokens.has(at)) return true;
  return false;
};

/** The words that name the source, without those that say nothing by themselves. */
export const rightSourceWords = (read: AnalysedText, { source = [] }: GoldQuote): Set<number> =>
  new Set(
    source
      .flatMap((place) => tokensWithin(read, place))
      .filter((at, _, { length }) => length === 1 || !STOP.has(read.tokens[at]!.lower)),
  );

/** The candidate that names the source: the one that holds its first name, or else its words. */
function rightSource(read: AnalysedText, candidates: (Phrase | null)[], quote: GoldQuote): number {
  const source = quote.source ?? [];
  if (source.length === 0) return candidates.indexOf(null);
  const inSource = rightSourceWords(read, quote);
  const fitting = candidates.flatMap((phrase, index) =>
    phrase !== null && isIn(phrase, inSource) ? [index] : [],
  );
  const best = fitting.find((index) => inSource.has(candidates[index]!.head)) ?? fitting[0];
  return best ?? -1;
}

const WORD = /[\p{L}\p{N}]/u;

export function wordsIn(read: AnalysedText, runs: readonly Run[]): Set<number> {
  const found = new Set<number>();
  for (const { from, to } of runs)
    for (let at = from; at < to; at++)
      if (WORD.test(read.tokens[at]!.text) && !/^['’]s$/.test(read.tokens[at]!.text)) found.add(at);
  return found;
}

export const goldWords = (read: AnalysedText, { content }: GoldQuote) =>
  new Set(
    content
      .flatMap((place) => tokensWithin(read, place))
      .filter((at) => WORD.test(read.tokens[at]!.text) && !/^['’]s$/.test(read.tokens[at]!.text)),
  );

export function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const item of a) if (b.has(item)) both++;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}

function cueExamples(articles: readonly ReadArticle[], rates: Map<string, number>): Labelled[] {
  return articles.flatMap((article) => {
    const gold = goldByCue(article, rates);
    const { read } = article;
    const inCue = new Set(
      article.gold.quotes.flatMap(({ cue = [] }) => cue.flatMap((place) => tokensWithin(read, place))),
    );
    return read.tokens.flatMap((_, at): Labelled[] => {
      if (!mayBeCue(read, at)) return [];
      const isRight = gold.has(at);
      // Another word of the same cue says neither.
      if (!isRight && inCue.has(at)) return [];
      return [{ features: hashed(cueFeatures(read, at)), isRight }];
    });
  });
}

function sourceChoices(articles: readonly ReadArticle[], rates: Map<string, number>): Choice[] {
  return articles.flatMap((article) =>
    [...goldByCue(article, rates)].flatMap(([cue, [quote]]): Choice[] => {
      const candidates = sourceCandidates(article.read, cue);
      const right = rightSource(article.read, candidates, quote!);
      if (right < 0) return [];
      return [
        {
          parts: candidates.map((phrase) =>
            hashed(sourceFeatures(article.read, article.likely, cue, phrase)),
          ),
          candidates: candidates.map((_, index) => [index]),
          wanted: candidates.map((_, index) => Number(index === right)),
        },
      ];
    }),
  );
}

/** For the overlap that a content has to have with what is right. */
const LEAST = 0.5;

function contentChoices(articles: readonly ReadArticle[], rates: Map<string, number>): Choice[] {
  return articles.flatMap((article) =>
    [...goldByCue(article, rates)].flatMap(([cue, quotes]): Choice[] => {
      const { read } = article;
      const sources = sourceCandidates(read, cue);
      const source = sources[rightSource(read, sources, quotes[0]!)] ?? null;
      const { contents, parts, of } = contentCandidates(read, article.likely, cue, source);
      const wanted = quotes.map((quote) => goldWords(read, quote));
      const fits = contents.map(({ parts: runs }) =>
        Math.max(...wanted.map((words) => overlap(words, wordsIn(read, runs)))),
      );
      const best = Math.max(0, ...fits);
      if (best < LEAST) return [];
      const values = fits.map((fit) => (fit < LEAST ? 0 : Math.exp(12 * (fit - best))));
      const sum = values.reduce((total, value) => total + value, 0);
      return [{ parts: parts.map(hashed), candidates: of, wanted: values.map((value) => value / sum) }];
    }),
  );
}

export const fitCues = (articles: readonly ReadArticle[], rates: Map<string, number>): Fit =>
  fitLogistic(cueExamples(articles, rates), { epochs: 4, l1: 4e-3, least: 4 });

/** Folds of articles, the same each time. */
export const FOLDS = 5;
export const foldOf = (index: number): number => index % FOLDS;

/** Gives each article what a model says that was fitted on the other folds. */
export function readLikelyCues(
  articles: readonly ReadArticle[],
  rates: Map<string, number>,
  mostCues: number,
): void {
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = articles.filter((_, index) => foldOf(index) !== fold);
    const model = new LinearModel(pruned(fitCues(others, rates), mostCues));
    for (const [index, article] of articles.entries())
      if (foldOf(index) === fold) article.likely = likelyCues(article.read, model);
  }
}

/** What the source and content models learn from each article; the articles have their likely cues by now. */
export function reportingChoices(articles: readonly ReadArticle[], rates: Map<string, number>): Reporting[] {
  return articles.map((article) => ({
    source: sourceChoices([article], rates),
    content: contentChoices([article], rates),
  }));
}

export interface Reporting {
  source: Choice[];
  content: Choice[];
}

/** Source and content models. */
export function fitReporting(choices: readonly Reporting[]): Record<'source' | 'content', Fit> {
  return {
    source: fitChoices(
      choices.flatMap(({ source }) => source),
      { epochs: 5, l1: 4e-3 },
    ),
    content: fitChoices(
      choices.flatMap(({ content }) => content),
      { epochs: 4, l1: 4e-3 },
    ),
  };
}

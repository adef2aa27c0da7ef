import type { Token } from './tokens.ts';

/** A run of tokens, half-open. */
export interface Run {
  from: number;
  to: number;
}

export interface Sentence extends Run {
  paragraph: number;
}

const ENDS = /^[.?!…]+$/;
const ABBREVIATED =
  /^(mr|mrs|ms|dr|sen|rep|gov|gen|lt|col|sgt|st|jr|sr|no|jan|feb|aug|sept|oct|nov|dec|vs|[a-z])\.?$/;
const SAYS =
  /^(said|says|say|told|tells|added|adds|wrote|writes|asked|asks|tweeted|explained|noted|continued|argued|replied|concluded|recalled|insisted|declared|warned|responded|joked|claimed|remarked|stated|observed|quipped|exclaimed)$/;
const NOMINAL = new Set(['PROPN', 'DET', 'NOUN', 'ADJ', 'PRON', 'ADV', 'PART', 'NUM']);

/** Lines that are broken to a width are no longer than this. */
const WIDEST_LINE = 130;

/** What ends a paragraph: a line break, or an empty line where lines are broken to a width. */
export function paragraphEnd(text: string): RegExp {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const single = [...text.matchAll(/[^\n]\n(?=[^\n])/g)].length;
  if (single < 8 || single * 2 < lines.length) return /\n/;
  const long = lines.filter(({ length }) => length > WIDEST_LINE).length;
  if (long * 10 > lines.length) return /\n/;
  const unfinished = [...text.matchAll(/[\p{Ll},\d]\n(?=[\p{L}“"])/gu)].length;
  return unfinished * 2 > single ? /\n[ \t]*\n/ : /\n/;
}

/** The paragraphs of a text as runs of its tokens. */
export function paragraphRuns(text: string, tokens: readonly Token[]): Run[] {
  const found: Run[] = [];
  const end = paragraphEnd(text);
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && !end.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start))) continue;
    if (at > from) found.push({ from, to: at });
    from = at;
  }
  return found;
}

/** The sentences of a paragraph. What stands in quotation marks belongs to the sentence that tells who said it. */
export function sentencesOf(tokens: readonly Token[], { from, to }: Run): Run[] {
  const found: Run[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    if (at + 1 < to && !(endsOutside(tokens, at) || endsWithQuote(tokens, at, to))) continue;
    found.push({ from: start, to: at + 1 });
    start = at + 1;
  }
  return found;
}

function endsOutside(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]!];
  if (token.region >= 0 || !ENDS.test(token.text) || next.start === token.end) return false;
  if (/^\p{Ll}/u.test(next.text)) return false;
  return !(before && before.end === token.start && ABBREVIATED.test(before.lower));
}

/** Whether a closing mark after a full stop ends the sentence: unless words follow that say who spoke. */
function endsWithQuote(tokens: readonly Token[], at: number, to: number): boolean {
  const [last, token, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]!];
  const isClosing = token.region >= 0 && next.region !== token.region;
  if (!isClosing || !/[.?!…]$/.test(last?.text ?? '')) return false;
  return /^[\p{Lu}\p{Pi}"“[(]/u.test(next.text) && !saysFollows(tokens, at + 1, to);
}

function saysFollows(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (
    at < to &&
    at < from + 8 &&
    tokens[at]!.region < 0 &&
    (NOMINAL.has(tokens[at]!.tag) || tokens[at]!.text === '.')
  ) {
    if (SAYS.test(tokens[at]!.lower)) break;
    at++;
  }
  return (
    at < to &&
    SAYS.test(tokens[at]!.lower) &&
    !['that', ':'].includes(tokens[at + 1]?.lower ?? '') &&
    !quoteFollows(tokens, at, to)
  );
}

/** "X said, “…" leads in what follows rather than what went before. */
const quoteFollows = (tokens: readonly Token[], at: number, to: number) =>
  [1, 2].some((step) => at + step < to && tokens[at + step]!.region >= 0) && tokens[at + 1]?.text !== '.';

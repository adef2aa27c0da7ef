import { z } from 'zod';
import { type TextTerm, textTerms, withoutPossessive } from './full-text.ts';
import { type Word, wordsOf } from './words.ts';

export const Highlight = z
  .object({
    field: z.string().describe('Field that the passage is from.'),
    fragments: z
      .array(
        z.object({
          text: z.string().describe('Plain text; joined in order, the fragments are the passage.'),
          match: z.boolean().describe('Whether these are words of the search.'),
        }),
      )
      .describe('The passage, cut where a match begins or ends.'),
  })
  .meta({
    id: 'Highlight',
    description: 'A passage that matches, as plain text in fragments: nothing in it is markup.',
  });

type Highlight = z.output<typeof Highlight>;
interface Span {
  start: number;
  end: number;
}

/** How many characters before and after a match a passage shows. */
const CONTEXT = 80;
const LONGEST_PASSAGE = 400;
const MAX_PASSAGES = 3;

/** The first passages of a field with words of a search: at most three, and short ones if the text is long. */
export function highlight(field: string, text: string, search: string): Highlight[] {
  const words = wordsOf(text);
  const passages: (Span & { matches: Span[] })[] = [];
  for (const { first, last } of matches(words, search)) {
    const match = { start: words[first]!.start, end: words[last]!.end };
    const around = withContext(text, words, first, last);
    const before = passages.at(-1);
    if (before && around.start <= before.end && around.end - before.start <= LONGEST_PASSAGE) {
      before.end = Math.max(before.end, around.end);
      before.matches.push(match);
      continue;
    }
    if (passages.length === MAX_PASSAGES) break;
    passages.push({
      start: Math.max(around.start, Math.min(before?.end ?? 0, match.start)),
      end: around.end,
      matches: [match],
    });
  }
  return passages.map((passage) => ({ field, fragments: fragments(text, passage) }));
}

/** The matches of the words and phrases of a search, by their first and last word; none overlap. */
function* matches(words: Word[], search: string) {
  const terms = textTerms(search).map(wordTests);
  for (let first = 0; first < words.length; ) {
    const lengths = terms
      .filter((term) => term.every((isMatch, nth) => isMatch(words[first + nth]?.folded)))
      .map(({ length }) => length);
    const length = Math.max(0, ...lengths);
    if (length > 0) yield { first, last: first + length - 1 };
    first += Math.max(1, length);
  }
}

/** For each word of a word or phrase, whether a word of the text matches it. */
function wordTests({ text, forms }: TextTerm): ((folded?: string) => boolean)[] {
  const found = new Set(forms);
  return wordsOf(text).map(
    (word) => (folded) =>
      folded !== undefined && (folded === word.folded || found.has(withoutPossessive(folded))),
  );
}

/** A match with the words around it. */
function withContext(text: string, words: Word[], first: number, last: number): Span {
  const from = words[first]!.start - CONTEXT;
  const to = words[last]!.end + CONTEXT;
  let [begin, end] = [first, last];
  while (begin > 0 && words[begin - 1]!.start >= from) begin--;
  while (end < words.length - 1 && words[end + 1]!.end <= to) end++;
  return {
    start: begin === 0 ? 0 : words[begin]!.start,
    end: end === words.length - 1 ? text.length : words[end]!.end,
  };
}

function fragments(
  text: string,
  { start, end, matches }: Span & { matches: Span[] },
): Highlight['fragments'] {
  const found: Highlight['fragments'] = [];
  let at = start;
  for (const span of [...matches, { start: end, end }]) {
    if (span.start > at) found.push({ text: text.slice(at, span.start), match: false });
    if (span.end > span.start) found.push({ text: text.slice(span.start, span.end), match: true });
    at = span.end;
  }
  return found;
}

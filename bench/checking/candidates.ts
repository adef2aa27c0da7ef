import type { RecordedStatement } from '../../src/check-quotation/record.ts';
import { searchQuery } from '../../src/check-quotation/search-query.ts';
import { wordsOf } from '../../src/search/words.ts';
import { Random } from '../generated/random.ts';

/** A text of a statement, as the full-text index of the graph holds one. */
interface Entry {
  statement: RecordedStatement;
  words: string[];
}

/** What Lucene takes: how soon more of a word counts no more, and how much a long text counts less. */
const BM25 = { k1: 1.2, b: 0.75 };

const foldedWords = (text: string): string[] => wordsOf(text).map(({ folded }) => folded);

/**
 * Finds statements by the query that the service asks the full-text index, ranked as it ranks them.
 * @param hits how many the index returns.
 * @param most how many of them, and of those of the speakers, are compared.
 */
export function finder(statements: readonly RecordedStatement[], hits: number, most: number) {
  const entries: Entry[] = statements.flatMap((statement) =>
    statement.renderings.map(({ parts }) => ({ statement, words: foldedWords(parts.join(' ')) })),
  );
  /** How often each text has each word. */
  const places = new Map<string, Map<number, number>>();
  for (const [place, { words }] of entries.entries())
    for (const word of words) {
      const known = places.get(word) ?? new Map<number, number>();
      places.set(word, known.set(place, (known.get(place) ?? 0) + 1));
    }
  const mean = entries.reduce((sum, { words }) => sum + words.length, 0) / entries.length;
  const rarity = (word: string) => {
    const found = places.get(word)?.size ?? 0;
    return Math.log(1 + (entries.length - found + 0.5) / (found + 0.5));
  };

  return (quote: string, speakers: readonly string[] = []): RecordedStatement[] => {
    const scores = new Map<number, number>();
    for (const { words, boost } of clausesOf(searchQuery(quote) ?? '')) {
      const weight = boost * words.reduce((sum, word) => sum + rarity(word), 0);
      const rarest = words.toSorted((one, other) => rarity(other) - rarity(one))[0]!;
      for (const [place, count] of places.get(rarest) ?? []) {
        const times = words.length === 1 ? count : timesOf(words, entries[place]!.words);
        if (times === 0) continue;
        const length = entries[place]!.words.length / mean;
        const share = times / (times + BM25.k1 * (1 - BM25.b + BM25.b * length));
        scores.set(place, (scores.get(place) ?? 0) + weight * share);
      }
    }
    const ranked = [...scores].sort(([, one], [, other]) => other - one).slice(0, hits);
    const found = [...new Set(ranked.map(([place]) => entries[place]!.statement))];
    const own = found.filter((statement) => speakers.some((id) => statement.speakers.includes(id)));
    return [...new Set([...found.slice(0, most), ...own.slice(0, most)])];
  };
}

/** The words of each clause of a query, which stand in double quotes, and how much it counts. */
const clausesOf = (query: string): { words: string[]; boost: number }[] =>
  [...query.matchAll(/"([^"]+)"(?:\^([\d.]+))?/g)]
    .map(([, words, boost]) => ({ words: foldedWords(words!), boost: Number(boost ?? 1) }))
    .filter(({ words }) => words.length > 0);

/** How often words stand one after the other in a text. */
function timesOf(words: readonly string[], text: readonly string[]): number {
  let times = 0;
  for (let at = text.indexOf(words[0]!); at >= 0; at = text.indexOf(words[0]!, at + 1))
    if (words.every((word, nth) => text[at + nth] === word)) times++;
  return times;
}

const textOf = ({ renderings }: RecordedStatement) => renderings.flatMap(({ parts }) => parts).join(' ');

/** Statements of the words of others, said by the same people: what is no part of the gold and resembles it. */
export function otherStatements(record: readonly RecordedStatement[], count: number): RecordedStatement[] {
  const random = new Random(7);
  const clauses = record.flatMap((statement) => textOf(statement).split(/[,.;]\s+/));
  const words = clauses.flatMap((clause) => clause.split(/\s+/));
  const speakers = record.flatMap((statement) => statement.speakers);
  return Array.from({ length: count }, (_, nth) => {
    const text = Array.from({ length: 8 + random.below(16) }, () => random.one(words)).join(' ');
    return {
      id: `other-${nth}`,
      speakers: [random.one(speakers)],
      said: null,
      about: [],
      renderings: [
        { id: `other-${nth}-0`, articleId: `other-${nth}`, quoteType: 'direct', parts: [text], quoted: [] },
      ],
    };
  });
}

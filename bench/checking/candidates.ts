import type { RecordedStatement } from '../../src/check-quotation/record.ts';
import { stemOf } from '../../src/search/word-forms.ts';
import { wordsOf } from '../../src/search/words.ts';
import { Random } from '../generated/random.ts';

const stems = (text: string): string[] =>
  wordsOf(text).map(({ folded }) => stemOf(folded.replace(/'s$/, '')));

const textOf = ({ renderings }: RecordedStatement) => renderings.flatMap(({ parts }) => parts).join(' ');

/**
 * Finds statements that share words with a quotation, as the full-text index of the graph does.
 * @param most how many are found.
 */
export function finder(statements: readonly RecordedStatement[], most: number) {
  const places = new Map<string, Set<number>>();
  for (const [place, statement] of statements.entries())
    for (const stem of stems(textOf(statement))) places.set(stem, (places.get(stem) ?? new Set()).add(place));
  return (quote: string, speakers: readonly string[] = []): RecordedStatement[] => {
    const scores = new Map<number, number>();
    for (const stem of new Set(stems(quote))) {
      const found = places.get(stem);
      if (!found) continue;
      const weight = Math.log(1 + statements.length / found.size);
      for (const place of found) scores.set(place, (scores.get(place) ?? 0) + weight);
    }
    const ranked = [...scores].sort(([, one], [, other]) => other - one).map(([place]) => statements[place]!);
    const own = ranked.filter((statement) => speakers.some((id) => statement.speakers.includes(id)));
    return [...new Set([...ranked.slice(0, most), ...own.slice(0, most)])];
  };
}

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

import { quotedId } from '../../src/ingest/facts/statement-id.ts';
import type { GeneratedInput } from '../generate.ts';
import { ArticleText } from '../generated/article-text.ts';
import { pressSentences, pressWords } from '../generated/press-sentences.ts';
import { Random } from '../generated/random.ts';
import { type Saying, Statements } from '../generated/statements.ts';

/** How an article has the words of another. */
export const WAYS = ['whole', 'part', 'cut', 'reworded', 'report'] as const;
type Way = (typeof WAYS)[number];

/** What articles that tell the same again are made of. */
export interface Original {
  sayings: readonly Saying[];
  day: string;
}

/** A statement that tells one of the graph again. */
export interface Retold {
  way: Way;
  /** The words of the one that it tells again. */
  words: string;
}

/**
 * Articles that tell again what others say, in five ways by turns.
 * @returns them, and by the ids of their statements what each tells again.
 */
export function retell(originals: readonly Original[]): {
  inputs: GeneratedInput[];
  retold: Map<string, Retold>;
} {
  const random = new Random(3);
  const writer = new Statements(random, pressSentences);
  const word = pressWords(random);
  const retold = new Map<string, Retold>();
  const inputs = originals.map(({ sayings, day }, nth) => {
    const id = `retold-${nth}`;
    const text = new ArticleText();
    const statements = sayings.map((saying, at) => {
      const way = WAYS[at % WAYS.length]!;
      const words = saying.described.text;
      const described = { ...saying.described, text: told(words.split(' '), way, word, random) };
      const rendered = writer.rendered(text, { ...saying, described }, []) as Rendered;
      const [quotation] = rendered.quotations;
      const quotations =
        way === 'report'
          ? [{ ...quotation!, quoteType: 'indirect', quote: described.text }]
          : rendered.quotations;
      retold.set(quotedId(id, quotations), { way, words });
      return { ...rendered, id: undefined, unnamedTargets: [], quotations };
    });
    const article = {
      title: `Told again, part ${nth}`,
      language: 'en',
      publisher: 'Evening 1',
      published: day,
    };
    return { id, text: text.toString(), annotation: { article, statements, mentions: text.mentions } };
  });
  return { inputs, retold };
}

interface Rendered {
  quotations: { quoteType: string; quote: string }[];
}

/** Every sixth word is another where it is reworded; every third, and the halves change places, where it is reported. */
function told(words: string[], way: Way, word: () => string, random: Random): string {
  const fifth = Math.floor(words.length / 5);
  const other = (every: number) => words.map((one) => (random.below(every) === 0 ? word() : one));
  if (way === 'part') return words.slice(fifth, -fifth).join(' ');
  if (way === 'cut') return `${words.slice(0, 2 * fifth).join(' ')} … ${words.slice(-2 * fifth).join(' ')}`;
  if (way === 'reworded') return other(6).join(' ');
  if (way === 'report') {
    const changed = other(3);
    const half = Math.floor(changed.length / 2);
    return [...changed.slice(half), ...changed.slice(0, half)].join(' ');
  }
  return words.join(' ');
}

import { check } from 'recheck';
import { expect } from 'vitest';
import { faultRow } from '../../support/fault-row.ts';
import { lineOf, nodes, type SourceFile, type SyntaxNode, sourceFiles } from '../../support/syntax.ts';

interface Regex {
  pattern: string;
  flags: string;
  at: string;
}

/** Files with a regex that is put together, and of what. */
const MADE: Record<string, string> = {
  'src/check-quotation/saying-verbs.ts': 'verbs, one or the other',
  'src/draft/dates/find-dates.ts': 'the rules beside it, between words',
  'src/draft/text/quoted-regions.ts': 'one of two ends of a paragraph',
  'src/match/fold/number-words.ts': 'words of numbers, one or the other',
  'src/ingest/facts/sentences.ts': 'abbreviations, one or the other',
  'src/model/name-key.ts': 'single letters, one or the other',
  'src/search/spelling.ts': 'beginnings of words, one or the other',
  'src/neo4j/store/import.ts': 'one of two words that stand beside it',
};

/** What is given the text of a regex: its constructor, and the maker of rules for dates. */
const MAKES = new Set(['RegExp', 'rule']);

const template = ({ quasis }: SyntaxNode) => quasis.map(({ value }: SyntaxNode) => value.cooked).join('word');

function regexes(source: SourceFile): Regex[] {
  return [...nodes(source.program)].flatMap((node): Regex[] => {
    const at = `${source.file}:${lineOf(source, node)}`;
    if (node.type === 'Literal' && node.regex) return [{ ...(node.regex as Regex), at }];
    const isMade =
      (node.type === 'NewExpression' || node.type === 'CallExpression') && MAKES.has(node.callee.name);
    if (!isMade) return [];
    const [pattern, flags] = node.arguments as SyntaxNode[];
    const isKnown = pattern?.type === 'TemplateLiteral' && source.file in MADE;
    const text = isKnown ? template(pattern) : pattern?.value;
    if (typeof text !== 'string') throw new Error(`${at} is made of a value, and cannot be checked`);
    return [{ pattern: text, flags: String(flags?.value ?? ''), at }];
  });
}

const judge = async ({ pattern, flags }: Pick<Regex, 'pattern' | 'flags'>) =>
  (await check(pattern, flags, { timeout: 10_000 })).status;

faultRow(
  9,
  'every regex in the source',
  async () => {
    const all = sourceFiles('src').flatMap(regexes);
    const different = [...new Map(all.map((regex) => [`/${regex.pattern}/${regex.flags}`, regex])).entries()];
    expect(different.length).toBeGreaterThan(20);
    const unsafe: string[] = [];
    for (const [text, regex] of different) {
      const status = await judge(regex);
      if (status !== 'safe') unsafe.push(`${regex.at} ${text} is ${status}`);
    }
    expect(unsafe).toEqual([]);
    expect(await judge({ pattern: '^(a+)+$', flags: '' })).toBe('vulnerable');
    return `0 of ${different.length} vulnerable`;
  },
  60_000,
);

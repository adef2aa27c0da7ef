import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked, type Tokens } from 'marked';

const file = join(import.meta.dirname, '../../docs/cookbook.md');

interface CookbookQuestion {
  /** The heading that it stands under. */
  group: string;
  question: string;
  /** Path and query of its request. */
  path: string;
}

/** The questions of the cookbook with their requests, which a test runs, in its order. */
export function cookbookQuestions(): CookbookQuestion[] {
  const found: CookbookQuestion[] = [];
  let group = '';
  let question = '';
  for (const token of marked.lexer(readFileSync(file, 'utf8'))) {
    if (token.type === 'heading') group = token.text;
    if (token.type === 'paragraph') question = firstStrong(token as Tokens.Paragraph) ?? question;
    const path = token.type === 'code' ? /127\.0\.0\.1:3000(\/[^']*)/.exec(token.text)?.[1] : undefined;
    if (path === undefined || question === '') continue;
    found.push({ group, question, path });
    question = '';
  }
  return found;
}

/** The words in bold that a paragraph begins with: the question. */
const firstStrong = ({ tokens }: Tokens.Paragraph): string | undefined =>
  tokens[0]?.type === 'strong' ? (tokens[0] as Tokens.Strong).text : undefined;

import type { ArticleLine, ReportFault } from './article-input.ts';
import { lines } from './lines.ts';
import { decode, fileFault, relativePath, unreadable } from './read-text.ts';

/** The lines of an `articles.ndjson` as JSON; empty lines are passed over. */
export function* articleLines(path: string, report: ReportFault): Generator<ArticleLine> {
  const file = relativePath(path);
  let line = 0;
  for (const bytes of lines(path)) {
    line++;
    if (bytes.every((byte) => byte === 32 || byte === 9 || byte === 13)) continue;
    const value = parseLine(bytes, (detail, expected) =>
      report({ ...fileFault(path, detail), line, expected }),
    );
    if (value !== undefined) yield { file, line, value };
  }
}

function parseLine(bytes: Uint8Array, refuse: (detail: string, expected: string) => void): unknown {
  let text: string;
  try {
    text = decode(bytes);
  } catch (error) {
    refuse(unreadable(error, 'line'), 'text in UTF-8');
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    refuse(
      `not valid JSON: ${(error as Error).message}`,
      'one article a line, as {"id", "text", "annotation"}',
    );
    return undefined;
  }
}

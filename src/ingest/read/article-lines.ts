import { placeOf } from '../../model/field-path.ts';
import { JsonError, readJson } from '../../model/read-json.ts';
import { decodeUtf8 } from '../../model/utf8.ts';
import type { ArticleLine, ReportFault } from './article-input.ts';
import { lines } from './lines.ts';
import { relativePath, unreadable } from './read-text.ts';

/** The lines of an `articles.ndjson` as JSON; empty lines are passed over. */
export function* articleLines(path: string, report: ReportFault): Generator<ArticleLine> {
  const file = relativePath(path);
  let line = 0;
  for (const bytes of lines(path)) {
    line++;
    if (bytes.every((byte) => byte === 32 || byte === 9 || byte === 13)) continue;
    const value = parseLine(bytes, (fault) => report({ ...fault, file, line }));
    if (value !== undefined) yield { file, line, value };
  }
}

function parseLine(bytes: Uint8Array, refuse: ReportFault): unknown {
  let text: string;
  try {
    text = decodeUtf8(bytes);
  } catch (error) {
    refuse({ detail: unreadable(error, 'line'), expected: 'text in UTF-8' });
    return undefined;
  }
  try {
    return readJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    const { path, column, detail, expected, isTooLarge } = error.fault;
    refuse({
      ...placeOf(path),
      detail: `${isTooLarge ? '' : 'not valid JSON: '}column ${column}: ${detail}`,
      expected,
    });
    return undefined;
  }
}

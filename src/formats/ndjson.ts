import type { Row } from '../model/row.ts';

/** What JSON may hold as it is, and some readers take for the end of a line. */
const LINE_BREAKS = /[\u0085\u2028\u2029]/g;

/** A value as JSON in one line, whatever a reader splits lines by. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    LINE_BREAKS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Items as newline-delimited JSON, some at a time. */
export async function* ndjsonOf(items: AsyncIterable<Row[]>): AsyncGenerator<string> {
  for await (const some of items) if (some.length > 0) yield `${some.map(jsonLine).join('\n')}\n`;
}

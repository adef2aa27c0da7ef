import type { Row } from '../model/row.ts';
import type { ListWriter } from './list-writer.ts';

/** What JSON may hold as it is, and some readers take for the end of a line. */
const LINE_BREAKS = /[\u0085\u2028\u2029]/g;

/** A value as JSON in one line, whatever a reader splits lines by. */
export const jsonLine = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    LINE_BREAKS,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Items as newline-delimited JSON, each put into its order; a last line that is no item has the field `warning` alone. */
export const ndjsonWriter = (arrange: (item: Row) => Row): ListWriter => ({
  head: '',
  write: (items) => items.map((item) => `${jsonLine(arrange(item))}\n`).join(''),
  lastLine: (warning) => `${jsonLine({ warning })}\n`,
});

import type { Row } from '../model/row.ts';

/** Items as newline-delimited JSON, some at a time. */
export async function* ndjsonOf(items: AsyncIterable<Row[]>): AsyncGenerator<string> {
  for await (const some of items) {
    if (some.length > 0) yield `${some.map((item) => JSON.stringify(item)).join('\n')}\n`;
  }
}

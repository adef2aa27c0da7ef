import { z } from 'zod';
import { ArticleRecord } from '../../model/article-record.ts';
import { checkDocument } from '../check/checked-document.ts';
import type { RecordArticle, ReportFault } from './article-input.ts';
import { lines } from './lines.ts';
import { decode, fileFault, shown, unreadable } from './read-text.ts';

/** The annotation is checked later, with what it refers to. */
const Head = ArticleRecord.extend({ annotation: z.looseObject({}) });

/** The articles of an `articles.ndjson`, one a line; empty lines are passed over. */
export function* articleRecords(path: string, report: ReportFault): Generator<RecordArticle> {
  const file = shown(path);
  let line = 0;
  for (const bytes of lines(path)) {
    line++;
    if (bytes.every((byte) => byte === 32 || byte === 9 || byte === 13)) continue;
    const value = parsed(bytes, (message, expected) =>
      report({ ...fileFault(path, message), line, expected }),
    );
    if (value === undefined) continue;
    const at = line;
    const head = checkDocument({ file }, { value, errors: [], line: () => at }, Head);
    for (const fault of head.faults) report(fault);
    if (head.data && head.faults.length === 0) yield { file, line, ...head.data };
  }
}

function parsed(bytes: Uint8Array, refuse: (message: string, expected: string) => void): unknown {
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

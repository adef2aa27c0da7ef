import { existsSync, readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import type { Fault } from '../../model/fault.ts';
import { decodeUtf8, Utf8Error } from '../../model/utf8.ts';
import type { ReportFault } from './article-input.ts';

/** The text of a file in UTF-8; null where it cannot be read, which is reported. */
export function readText(file: string, report: ReportFault): string | null {
  if (!existsSync(file)) {
    report({
      ...fileFault(file, 'the file is missing'),
      expected: `a file ${basename(file)} in this folder`,
    });
    return null;
  }
  try {
    return decodeUtf8(readFileSync(file));
  } catch (error) {
    const line = error instanceof Utf8Error ? error.line : undefined;
    report({ ...fileFault(file, unreadable(error)), line, expected: 'text in UTF-8' });
    return null;
  }
}

/** Says why a file or a line cannot be read. */
export function unreadable(error: unknown, what = 'file'): string {
  return error instanceof Utf8Error
    ? `the ${what} is not valid UTF-8`
    : `the ${what} cannot be read: ${(error as Error).message}`;
}

/** A path from the working folder. */
export const relativePath = (file: string) => relative(process.cwd(), file) || '.';

/** A fault of a file or folder as a whole. */
export const fileFault = (file: string, detail: string): Fault => ({
  file: relativePath(resolve(file)),
  detail,
});

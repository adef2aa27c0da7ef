import { existsSync, readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import type { Fault } from '../../model/fault.ts';
import type { ReportFault } from './article-input.ts';

/** A byte order mark in front is read, and is no part of the text. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

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
    return decode(readFileSync(file));
  } catch (error) {
    report({ ...fileFault(file, unreadable(error)), expected: 'text in UTF-8' });
    return null;
  }
}

/** @throws TypeError where the bytes are not UTF-8. */
export const decode = (bytes: Uint8Array): string => UTF8.decode(bytes);

/** Says why a file or a line cannot be read. */
export function unreadable(error: unknown, what = 'file'): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    ? `the ${what} is not valid UTF-8`
    : `the ${what} cannot be read: ${message}`;
}

/** A path from the working folder. */
export const relativePath = (file: string) => relative(process.cwd(), file) || '.';

/** A fault of a file or folder as a whole. */
export const fileFault = (file: string, detail: string): Fault => ({
  file: relativePath(resolve(file)),
  detail,
});

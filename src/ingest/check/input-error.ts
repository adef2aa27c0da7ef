/** One problem of an input file: where it is, what was found, what would be right. Lines count from 1. */
export interface InputFault {
  file: string;
  line: number | null;
  /** Path of the field, such as `statements[2].quotations[0].quote`; empty for the file as a whole. */
  field: string;
  /** The same as keys, where the fault is of a field. */
  path?: readonly (string | number)[];
  message: string;
  expected?: string;
  nearest?: string;
}

/** The input has problems, in the order of files and lines, and nothing of the articles concerned was written. */
export class InputError extends Error {
  readonly faults: InputFault[];

  /** @param options.isComplete whether these are all; a check ends where there are very many. */
  constructor(faults: InputFault[], { isComplete = true } = {}) {
    const sorted = faults.toSorted((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
    const note = isComplete ? [] : [`The check ended after ${faults.length} problems; there may be more.`];
    super([...sorted.map(formatFault), ...note].join('\n'));
    this.name = 'InputError';
    this.faults = sorted;
  }
}

/** A fault in the form that editors and terminals make clickable: `file:line field: message`. */
export function formatFault({ file, line, field, message, expected, nearest }: InputFault): string {
  const where = line === null ? file : `${file}:${line}`;
  const hints = [expected && `expected ${expected}`, nearest && `nearest: ${nearest}`].filter(Boolean);
  return [`${where} ${field ? `${field}: ` : ''}${message}`, ...hints.map((hint) => `    ${hint}`)].join(
    '\n',
  );
}

import type { Fault } from '../../model/fault.ts';

/** The input has faults, in the order of files and lines, and nothing of the articles concerned was written. */
export class InputError extends Error {
  readonly faults: Fault[];

  /** @param options.isComplete whether these are all; a check ends where there are very many. */
  constructor(faults: Fault[], { isComplete = true } = {}) {
    const sorted = faults.toSorted(
      (a, b) => (a.file ?? '').localeCompare(b.file ?? '') || (a.line ?? 0) - (b.line ?? 0),
    );
    const note = isComplete ? [] : [`The check ended after ${faults.length} problems; there may be more.`];
    super([...sorted.map(formatFault), ...note].join('\n'));
    this.name = 'InputError';
    this.faults = sorted;
  }
}

/** A fault in the form that editors and terminals make clickable: `file:line field: detail`. */
export function formatFault({ file, line, field, detail, expected, nearest }: Fault): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const hints = [expected && `expected ${expected}`, nearest && `nearest: ${nearest}`].filter(Boolean);
  return [`${place} ${field ? `${field}: ` : ''}${detail}`, ...hints.map((hint) => `    ${hint}`)].join('\n');
}

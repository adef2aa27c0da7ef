import type { Fault } from '../../model/fault.ts';
import type { FaultList } from '../../model/fault-list.ts';

type Found = Pick<FaultList, 'told' | 'count' | 'isFull'>;

/** The input has faults, and nothing of the articles concerned was written. */
export class InputError extends Error {
  /** The first of them, in the order of files and lines. */
  readonly faults: Fault[];
  readonly found: Found;

  constructor(found: Found) {
    const { told, count, isFull } = found;
    const sorted = told.toSorted(
      (a, b) => (a.file ?? '').localeCompare(b.file ?? '') || (a.line ?? 0) - (b.line ?? 0),
    );
    const more = count - told.length;
    const notes = [
      ...(more > 0 ? [`And ${more} more ${more === 1 ? 'problem' : 'problems'}.`] : []),
      ...(isFull ? [`The check ended after ${count} problems; there may be more.`] : []),
    ];
    super([...sorted.map(formatFault), ...notes].join('\n'));
    this.name = 'InputError';
    this.faults = sorted;
    this.found = found;
  }
}

/** A fault in the form that editors and terminals make clickable: `file:line field: detail`. */
export function formatFault({ file, line, field, detail, expected, nearest }: Fault): string {
  const place = line === undefined ? file : `${file}:${line}`;
  const hints = [expected && `expected ${expected}`, nearest && `nearest: ${nearest}`].filter(Boolean);
  return [`${place} ${field ? `${field}: ` : ''}${detail}`, ...hints.map((hint) => `    ${hint}`)].join('\n');
}

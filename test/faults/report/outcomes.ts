import type { TestCase } from 'vitest/node';
import { ROWS, type Row } from './rows.ts';

export type Result = 'passed' | 'failed' | 'not run';

/** What became of a row. */
export interface Outcome extends Row {
  result: Result;
  /** What it reached, or why it did not. */
  figure: string;
}

/** A row of several tests has passed where all of them have. */
export function outcomes(tests: readonly TestCase[]): Outcome[] {
  const byRow = Map.groupBy(tests, rowOf);
  return ROWS.map((row) => {
    const parts = (byRow.get(row.row) ?? []).map(outcomeOf);
    if (parts.length === 0) return { ...row, result: 'not run', figure: 'it has no test' };
    const result = (['failed', 'not run', 'passed'] as const).find((one) =>
      parts.some((part) => part.result === one),
    )!;
    const figures = parts.filter((part) => part.result === result).map(({ figure }) => figure);
    return { ...row, result, figure: figures.join('; ') };
  });
}

// A test that is left out before it begins has left no note of its row.
export const rowOf = (test: TestCase): number | undefined =>
  test.meta().faultRow?.row ?? Number(/^row (\d+):/.exec(test.name)?.[1]);

export function outcomeOf(test: TestCase): { result: Result; figure: string } {
  const result = test.result();
  if (result.state === 'passed') return { result: 'passed', figure: test.meta().faultRow?.figure ?? '' };
  if (result.state === 'failed') return { result: 'failed', figure: firstLine(result.errors[0]?.message) };
  return { result: 'not run', figure: (result.state === 'skipped' && result.note) || 'it was left out' };
}

const firstLine = (message = 'no message') => message.trim().split('\n')[0]!;

import { type TestContext, test } from 'vitest';

/** What a test of a row of the faults leaves for the reporter; the figure is empty until it has passed. */
interface FaultRow {
  row: number;
  title: string;
  figure: string;
}

declare module 'vitest' {
  interface TaskMeta {
    faultRow?: FaultRow;
  }
}

/**
 * Registers a test of a row; what it returns is the figure that it reached. A row may have several tests: their
 * figures are then joined.
 */
export function faultRow(
  row: number,
  title: string,
  run: (context: TestContext) => Promise<string>,
  timeout?: number,
): void {
  test(`row ${row}: ${title}`, { timeout }, async (context) => {
    context.task.meta.faultRow = { row, title, figure: '' };
    context.task.meta.faultRow.figure = await run(context);
  });
}

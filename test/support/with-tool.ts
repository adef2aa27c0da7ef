import type { TestContext } from 'vitest';
import { ToolMissing } from './tools.ts';

/** What a tool was needed for, or a row that is told as not run where the tool is missing. */
export const withTool = <T>(context: TestContext, tool: Promise<T>): Promise<T> =>
  tool.catch((error: unknown) => {
    if (error instanceof ToolMissing) context.skip(error.message);
    throw error;
  });

import type { CallToolResult } from '@modelcontextprotocol/server';
import { PROBLEMS, type Problem } from '../errors.ts';
import type { Fault } from '../model/fault.ts';
import type { Row } from '../model/row.ts';

/** What a tool returns, as values and as the text that older clients read. */
export const toolResult = (content: Row): CallToolResult => ({
  content: [{ type: 'text', text: JSON.stringify(content) }],
  structuredContent: content,
});

/** A failure as a model reads it: what was wrong, what would be right, and what to do about it. */
export function toolFailure(problem: Problem): CallToolResult {
  const { code, message, faults, more } = problem;
  const lines = [
    `${code}: ${message}`,
    ...faults.map(lineOf).filter((line) => line !== undefined),
    ...(more > 0 ? [`There are ${more} more.`] : []),
    PROBLEMS[code].help,
    ...(problem.status >= 500 || code === 'too-many-requests' ? ['The same call may succeed later.'] : []),
  ];
  return { content: [{ type: 'text', text: lines.join('\n') }], isError: true };
}

/** What would be right in the place of one fault; undefined where its detail, which stands above, says all. */
function lineOf({ parameter, pointer, expected, nearest, candidates = [] }: Fault): string | undefined {
  const place = parameter ?? pointer ?? 'arguments';
  const right = [
    ...(expected === undefined ? [] : [`expected ${expected}`]),
    ...(nearest === undefined ? [] : [`the nearest is ${nearest}`]),
    ...(candidates.length > 0
      ? [`candidates: ${candidates.map(({ id, name, type }) => `${id} (${name}, ${type})`).join('; ')}`]
      : []),
  ];
  return right.length > 0 ? `- ${place}: ${right.join('; ')}` : undefined;
}

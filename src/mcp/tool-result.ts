import type { CallToolResult } from '@modelcontextprotocol/server';
import { PROBLEMS, type Problem, type ProblemCode } from '../errors.ts';
import type { Fault } from '../model/fault.ts';
import type { Row } from '../model/row.ts';

/** What a tool returns, as values and as the text that older clients read. */
export const toolResult = (content: Row): CallToolResult => ({
  content: [{ type: 'text', text: JSON.stringify(content) }],
  structuredContent: content,
});

/** What to do about a failure, where that of HTTP names paths and fields that an agent does not see. */
const TO_DO: Partial<Record<ProblemCode, string>> = {
  'invalid-parameter': 'Call again with what is expected.',
  'unknown-parameter': 'Call again with arguments that the tool takes.',
  'ambiguous-name': 'Call again with the id of one of the candidates.',
  'unknown-entity': 'Call again with the nearest, or ask resolve_name whom or what a name may mean.',
  'not-found':
    'Ids are those that find_statements, find_events, find_articles, search_text and resolve_name return.',
  'invalid-article':
    'The article, its annotation or an entity does not hold to its schema, to its text or to the graph. Mend each fault, at the place that its pointer names.',
};

/** A failure as a model reads it: what was wrong, what would be right, and what to do about it. */
export function toolFailure(problem: Problem): CallToolResult {
  const { code, message, faults, more } = problem;
  const lines = [
    `${code}: ${message}`,
    ...faults.map(lineOf).filter((line) => line !== undefined),
    ...(more > 0 ? [`There are ${more} more.`] : []),
    TO_DO[code] ?? PROBLEMS[code].help,
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

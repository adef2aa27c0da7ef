import { McpServer } from '@modelcontextprotocol/server';
import packageJson from '../../package.json' with { type: 'json' };
import type { Problem } from '../errors.ts';
import { toProblem } from '../http/problem.ts';
import { argumentsSchema, asStandardSchema, parameterValues, resultSchema } from './arguments.ts';
import type { Ask } from './ask.ts';
import { registerPrompts } from './prompts.ts';
import { registerResources } from './resources.ts';
import type { Tool } from './tool.ts';
import { toolFailure, toolResult } from './tool-result.ts';
import { tools } from './tools.ts';

const INSTRUCTIONS = `On Record holds who said what about whom, and when, as articles report it. It asserts nothing itself: every statement has its sources, each with the words of the article and to whom it attributes them, and what sources differ on stands side by side (\`contested\`).

- \`speaker\` and \`about\` take names as they are written, or ids. An ambiguous name is refused with its candidates: repeat the call with an id.
- Filters that take a list mean any of its values. Days are EDTF: 2018, 2025-06, 2018-01-31. An act is a CAMEO code or a word such as praise.
- Lists are cut to some 2,000 tokens; \`cursor\` goes on, \`limit\` asks for more at once.
- Cite the permalink (\`url\`) and the words of the source. That something is not in the record does not prove that it was never said.`;

const isReadOnly = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** The tools with their schemas as the protocol has them, which are the same for every client. */
const published = tools.map((tool) => ({
  tool,
  config: {
    title: tool.title,
    description: tool.description,
    inputSchema: asStandardSchema(argumentsSchema(tool.params)),
    outputSchema: asStandardSchema(resultSchema(tool.output)),
    annotations: { title: tool.title, ...isReadOnly },
  },
}));

export interface ServerSettings {
  ask: Ask;
  /** Whether the client has the key of the service. */
  hasKey: boolean;
  /** Is told of failures that are the service's own. */
  onFailure: (error: unknown, problem: Problem) => void;
}

/** A server of the Model Context Protocol for one request, or one connection. */
export function mcpServer({ ask, hasKey, onFailure }: ServerSettings): McpServer {
  const server = new McpServer(
    {
      name: 'on-record',
      title: 'On Record',
      version: packageJson.version,
      description: packageJson.description,
      websiteUrl: ask.origin,
    },
    { instructions: INSTRUCTIONS },
  );
  for (const { tool, config } of published) {
    if (tool.needsKey && !hasKey) continue;
    server.registerTool(tool.name, config, (given) =>
      call(tool, ask, given).catch((error: unknown) => {
        const problem = toProblem(error);
        if (problem.status >= 500) onFailure(error, problem);
        return toolFailure(problem);
      }),
    );
  }
  registerResources(server, ask);
  registerPrompts(server, ask);
  return server;
}

async function call({ params, run }: Tool, ask: Ask, given: Record<string, unknown>) {
  return toolResult(await run(ask, parameterValues(params, given)));
}

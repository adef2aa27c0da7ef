import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { type Config, writeKeysOf } from '../config.ts';
import { Plans } from '../db/plans.ts';
import { openGates } from '../http/gate.ts';
import { askOf } from '../mcp/ask.ts';
import { mcpServer } from '../mcp/server.ts';
import { type CommandState, databaseSteps, release, reopenForRequests, startCounts } from './prepare.ts';

/**
 * Serves the Model Context Protocol on standard input and output until the input ends. What is told to people goes to standard
 * error, since the output is the protocol's.
 */
export async function mcp(config: Config): Promise<void> {
  const state: CommandState = {};
  try {
    for (const { title, run } of databaseSteps(config, true))
      await run(state, (text) => tell(`${title}: ${text}`));
    await reopenForRequests(state);
    const graph = { ...state.graph!, plans: new Plans(), counts: startCounts(state, config, tell) };
    const ask = askOf({ graph, gates: openGates(graph) }, originOf(config));
    await new Promise<void>((resolve) => {
      const { close } = serveStdio(
        () =>
          mcpServer({
            ask,
            hasKey: writeKeysOf(config).length > 0,
            onFailure: (error) => tell(String((error as Error).stack)),
          }),
        { onerror: ({ message }) => tell(message) },
      );
      const end = () => void close().then(resolve);
      process.stdin.once('close', end).once('end', end);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
    });
  } finally {
    await release(state);
  }
}

const tell = (text: string) => process.stderr.write(`${text}\n`);

/** Where permalinks lead: the service that `npm start` would serve, unless it is known by another URL. */
const originOf = ({ PUBLIC_URL, HOST, PORT }: Config) => PUBLIC_URL ?? `http://${HOST}:${PORT}`;

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';

/** A request for a reply, as OpenAI's API has it. */
interface Asked {
  model: string;
  messages: { role: string; content: string }[];
  response_format?: { type: string };
}

/** What is sent back: a reply, or whatever a broken server sends. */
export type Step = (asked: Asked, response: ServerResponse) => void | Promise<void>;

export interface ModelServer {
  url: string;
  asked: Asked[];
  headers: IncomingMessage['headers'][];
  /** Requests that nothing was there for. */
  missed: Asked[];
  close: () => Promise<void>;
}

/** The body of a chat completion. */
export const completion = (content: string | null, more: object = {}) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'a-model',
  choices: [
    { index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null, ...more } },
  ],
  usage: { prompt_tokens: 700, completion_tokens: 80, total_tokens: 780 },
});

export const send = (response: ServerResponse, status: number, body: unknown, headers: object = {}) =>
  void response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(typeof body === 'string' ? body : JSON.stringify(body));

/** A reply with some content. */
export const replying =
  (content: unknown): Step =>
  (_, response) =>
    send(response, 200, completion(typeof content === 'string' ? content : JSON.stringify(content)));

/** A failure as the API has it. */
export const failing =
  (status: number, message: string, headers: object = {}): Step =>
  (_, response) =>
    send(response, status, { error: { message, type: 'error', param: null, code: null } }, headers);

async function startServer(stepFor: (asked: Asked) => Step | undefined): Promise<ModelServer> {
  const [asked, missed, headers]: [Asked[], Asked[], IncomingMessage['headers'][]] = [[], [], []];
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await text(request)) as Asked;
    asked.push(body);
    headers.push(request.headers);
    const step = request.url === '/v1/chat/completions' ? stepFor(body) : undefined;
    if (step) return step(body, response);
    missed.push(body);
    failing(404, 'nothing is recorded for this request')(body, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    headers,
    missed,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A model that goes through some steps, one for each request. */
export const scriptedModel = (steps: Step[]): Promise<ModelServer> => startServer(() => steps.shift());

/**
 * A model that replies as it was recorded: the same messages get the same reply, all others none. With `WRITE_EXCHANGES=1` the
 * messages are written anew, in the order in which they come.
 */
export async function recordedModel(file: string): Promise<ModelServer> {
  const exchanges: { messages: Asked['messages']; response: unknown }[] = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : [];
  let nth = 0;
  return startServer(({ messages }) => {
    if (process.env.WRITE_EXCHANGES && exchanges[nth]) {
      exchanges[nth]!.messages = messages;
      writeFileSync(file, `${JSON.stringify(exchanges, null, 2)}\n`);
    }
    const found = process.env.WRITE_EXCHANGES
      ? exchanges[nth++]
      : exchanges.find((exchange) => isDeepStrictEqual(exchange.messages, messages));
    return found && ((_, response) => send(response, 200, found.response));
  });
}

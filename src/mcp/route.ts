import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createMcpHandler } from '@modelcontextprotocol/server';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { Problem } from '../errors.ts';
import { refusedWhenFull } from '../http/gate.ts';
import { takeJsonOnly, utf8Required } from '../http/request-bodies.ts';
import { HTTP } from '../limits.ts';
import { JsonError, readJson } from '../model/read-json.ts';
import { decodeUtf8, Utf8Error } from '../model/utf8.ts';
import { type Ask, askOf } from './ask.ts';
import { callerCheck } from './caller.ts';
import { mcpServer } from './server.ts';

interface McpSettings extends Pick<Ask, 'graph' | 'gates'> {
  /** Lets pass who has a key of the service; absent where it has none. */
  authorize?: onRequestHookHandler;
  /** URL that users reach the service at, where it is set. */
  publicUrl?: string;
}

const METHODS = ['GET', 'POST', 'DELETE'] as const;

/** Serves the Model Context Protocol at `/mcp`, as streamable HTTP without sessions. */
export async function registerMcp(
  app: FastifyInstance,
  { authorize, publicUrl, ...serving }: McpSettings,
): Promise<void> {
  const authorizeIfGiven: onRequestHookHandler = function (request, reply, done) {
    if (authorize && request.headers.authorization !== undefined) authorize.call(this, request, reply, done);
    else done();
  };
  const handler = createMcpHandler(
    ({ authInfo }) => {
      const { request } = authInfo!.extra as { request: FastifyRequest };
      return mcpServer({
        ask: askOf(serving, request.origin),
        hasKey: request.writer !== undefined,
        onFailure: (error, { code }) => request.log.error({ err: error, code }, 'tool failed'),
      });
    },
    // Nothing that is listed changes while a client is there.
    { maxSubscriptions: 0 },
  );
  app.addHook('onClose', () => handler.close());
  await app.register(async (scope) => {
    takeJsonOnly(scope);
    scope.route({
      method: [...METHODS],
      url: '/mcp',
      bodyLimit: HTTP.articleLimit,
      onRequest: [
        callerCheck(publicUrl),
        refusedWhenFull(serving.gates.reading),
        authorizeIfGiven,
        utf8Required,
        (request, _reply, done) => done(request.writer === undefined ? tooLarge(request) : undefined),
      ],
      handler: async (request, reply) => {
        const parsedBody = Buffer.isBuffer(request.body) ? parsed(request.body) : undefined;
        if (parsedBody instanceof ParseError) return reply.code(400).send(parseError(parsedBody));
        const authInfo = { token: '', clientId: request.ip, scopes: [], extra: { request } };
        return sendResponse(reply, await handler.fetch(webRequest(request, reply), { authInfo, parsedBody }));
      },
    });
  });
}

/** Only who has a key sends articles; a body without a length could be of any. */
function tooLarge({ method, headers }: FastifyRequest): Problem | undefined {
  if (method !== 'POST') return undefined;
  if (Number(headers['content-length'] ?? Number.POSITIVE_INFINITY) <= HTTP.bodyLimit) return undefined;
  const limit = HTTP.bodyLimit / 1024;
  return new Problem(
    'body-too-large',
    `Without a key of the service a body has at most ${limit} KiB, and says how many it has in Content-Length.`,
  );
}

/** Why a body is no JSON, in one sentence. */
class ParseError extends Error {}

function parsed(body: Buffer): unknown {
  try {
    return readJson(decodeUtf8(body));
  } catch (error) {
    if (error instanceof JsonError)
      return new ParseError(`${error.sentence}, expected ${error.fault.expected}`);
    if (error instanceof Utf8Error) return new ParseError(error.message);
    throw error;
  }
}

const parseError = ({ message }: ParseError) => ({
  jsonrpc: '2.0',
  id: null,
  error: { code: -32700, message: `Parse error: ${message}.` },
});

/** A request as the protocol's library takes it, at the origin that permalinks begin with. */
function webRequest({ url, method, headers, origin }: FastifyRequest, reply: FastifyReply): Request {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const single = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || name === 'authorization' ? [] : [[name, [value].flat().join(', ')]],
  );
  return new Request(origin + url, { method, headers: single, signal: gone.signal });
}

function sendResponse(reply: FastifyReply, { status, headers, body }: Response): FastifyReply {
  reply.code(status).headers({ ...Object.fromEntries(headers), 'cache-control': 'no-store' });
  return reply.send(body ? Readable.fromWeb(body as ReadableStream) : undefined);
}

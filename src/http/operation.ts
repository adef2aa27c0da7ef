import { createHash } from 'node:crypto';
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
  FastifySchemaCompiler,
  onRequestHookHandler,
  RouteShorthandOptions,
} from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { oas32 } from 'zod-openapi';
import { type Graph, withTimeout } from '../db/client.ts';
import { asWriter } from '../db/writer.ts';
import type { Problem } from '../errors.ts';
import { formatParameter, MEDIA_TYPES } from '../formats/media-types.ts';
import { HTTP } from '../limits.ts';
import type { Precondition } from '../model/revision.ts';
import type { Row } from '../model/row.ts';
import type { Page } from '../pages/define.ts';
import { documentOf } from '../pages/layout.ts';
import { atOneVersion } from '../query/consistency.ts';
import type { AnyRead, RequestContext } from '../query/define.ts';
import { acceptedType } from './accepted-type.ts';
import { type Gates, refusedWhenFull } from './gate.ts';
import { PAGE_HEADERS } from './page-request.ts';
import { PRECONDITIONS, type PreconditionKind, preconditionOf } from './preconditions.ts';
import { loggedProblem, PROBLEM_TYPE, prepareFailure, sendProblem, writeProblem } from './problem.ts';
import { takeFormsOnly, takeJsonOnly, takeTexts, utf8Required } from './request-bodies.ts';
import { notAcceptable } from './route.ts';
import { contextOf, isCurrent, notModified, tagWith, tagWithCurrent } from './tags.ts';

/** What an operation is given of a request. */
interface OperationRequest<P, B> extends RequestContext {
  /** The media type that the client takes, of those of the operation. */
  accepted: string;
  /** The parameters of the path and of the query. */
  params: P;
  body: B;
  /** The body of an operation that reads it itself. */
  bytes: Uint8Array;
  /** The media type of the body, without its parameters; empty where there is none. */
  mediaType: string;
  /** Which state of the thing the request is made for, where it says. */
  precondition?: Precondition;
  /** The name of the key that a write came with. */
  writer: string;
}

export interface OperationResponse {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A response of an operation, for its documentation. */
interface Documented {
  description: string;
  schema?: z.ZodType;
  headers?: oas32.HeadersObject;
}

/**
 * What follows a protocol of its own, or changes the graph: it takes a body, or responds in its own media types, and
 * has none of the formats of a query.
 */
export interface Operation<P = never, B = never> {
  kind: 'operation';
  operationId: string;
  tag: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: `/${string}`;
  summary: string;
  description: string;
  pathParams?: z.ZodObject;
  params?: z.ZodObject;
  body?: {
    schema: z.ZodType;
    mediaType: string;
    /** Further media types that it may come in, as text: `bytes` are then what they are, and `mediaType` says which. */
    textTypes?: readonly string[];
    /** Bytes that it may have. */
    limit: number;
    /** Whether the operation reads it itself, with what it refers to; here it is only described. */
    isCheckedLater?: true;
  };
  /** Media types that it responds in, the preferred one first; JSON by default. */
  mediaTypes?: readonly string[];
  responses: Record<number, Documented>;
  /** Whether a response is of a version of the graph, the same for all requests, or not to be kept. */
  freshness: 'graph' | 'constant' | 'none';
  /** Of what pages of other origins may show in a frame: its policy, and the page that a failure is told by there. */
  framed?: { policy: string; failure: (problem: Problem) => string };
  /** Whether it changes the graph, and so takes a key. */
  writes?: true;
  /** Whether it takes a key although it changes nothing. */
  needsKey?: true;
  /** At which gate it waits for its turn, where that is not the one of reads or of writes. */
  gate?: keyof Gates;
  /** Whether it may say, or has to, which state of a thing it changes. */
  preconditions?: PreconditionKind;
  reads?: readonly AnyRead[];
  /** Shows a person what it responds with. */
  // biome-ignore lint/suspicious/noExplicitAny: the body is that of its own responses
  page?: (body: any) => Page;
  respond: (graph: Graph, request: OperationRequest<P, B>) => Promise<OperationResponse> | OperationResponse;
}

// biome-ignore lint/suspicious/noExplicitAny: operations of all parameters stand in one list
export type AnyOperation = Operation<any, any>;

type Given<P extends z.ZodObject | undefined> = P extends z.ZodObject ? z.output<P> : unknown;

/** Defines an operation; its function is given the parameters of its schemas. */
export const defineOperation = <
  Q extends z.ZodObject | undefined = undefined,
  P extends z.ZodObject | undefined = undefined,
  B extends z.ZodType = z.ZodType,
>(
  operation: Omit<Operation<Given<Q> & Given<P>, z.output<B>>, 'kind' | 'params' | 'pathParams' | 'body'> & {
    params?: Q;
    pathParams?: P;
    body?: Operation['body'] & { schema: B };
  },
): AnyOperation => ({ kind: 'operation', ...operation });

const JSON_TYPES = ['application/json'] as const;

/** What an operation responds with to a request that comes by no route: in its preferred media type, and without a key. */
export const respondTo = (
  operation: AnyOperation,
  graph: Graph,
  given: Pick<OperationRequest<unknown, unknown>, 'params'> & Partial<OperationRequest<unknown, unknown>>,
) =>
  operation.respond(graph, {
    body: undefined,
    bytes: Buffer.alloc(0),
    accepted: (operation.mediaTypes ?? JSON_TYPES)[0]!,
    mediaType: '',
    origin: '',
    writer: '',
    ...given,
  });

const HTML = MEDIA_TYPES.html;
const FORM = 'application/x-www-form-urlencoded';

export interface OperationServing {
  graph: Graph;
  gates: Gates;
  /** Lets pass who may write. */
  authorize: onRequestHookHandler;
}

/** Serves operations as routes. Those that take a form take nothing else; those that take texts take JSON as well. */
export async function registerOperations(
  app: FastifyInstance,
  serving: OperationServing,
  operations: readonly AnyOperation[],
): Promise<void> {
  takeJsonOnly(app);
  const takesForm = ({ body }: AnyOperation) => body?.mediaType === FORM;
  const takesText = ({ body }: AnyOperation) => body?.textTypes !== undefined;
  for (const operation of operations)
    if (!takesForm(operation) && !takesText(operation)) registerOperation(app, serving, operation);
  for (const operation of operations.filter(takesText))
    await app.register(async (texts) => {
      takeTexts(texts, operation.body!.textTypes!);
      registerOperation(texts, serving, operation);
    });
  await app.register(async (forms) => {
    takeFormsOnly(forms);
    for (const operation of operations)
      if (takesForm(operation)) registerOperation(forms, serving, operation);
  });
}

function registerOperation(
  app: FastifyInstance,
  { graph, gates, authorize }: OperationServing,
  operation: AnyOperation,
): void {
  const { operationId, tag, method, path, summary, description, pathParams, body, writes } = operation;
  const params = operation.page ? withPageFormat(operation.params) : operation.params;
  const needsKey = writes || operation.needsKey;
  const { mediaTypes = JSON_TYPES, freshness, preconditions } = operation;
  const offered = operation.page ? [...mediaTypes, HTML] : mediaTypes;
  const gate = gates[operation.gate ?? (writes ? 'writing' : 'reading')];
  const full = freshness === 'constant' ? [] : [refusedWhenFull(gate)];
  app.route<{ Querystring: Row; Params: Row }>({
    method,
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: {
      operationId,
      tags: [tag],
      summary,
      description,
      ...(pathParams && { params: pathParams }),
      ...(params && { querystring: params }),
      ...(preconditions && { headers: PRECONDITIONS[preconditions] }),
      ...(body && { body: body.schema, consumes: [body.mediaType, ...(body.textTypes ?? [])] }),
      ...(needsKey && { security: [{ writeKey: [] }] }),
      response: documented(operation, offered),
    },
    onRequest: [...(needsKey ? [authorize] : []), ...full, ...(body ? [utf8Required] : [])],
    ...(body && { bodyLimit: body.limit }),
    ...(body?.isCheckedLater && { validatorCompiler: uncheckedBody }),
    ...(operation.framed && { errorHandler: failureInFrame(operation.framed, mediaTypes) }),
    config: { ...(params && { query: { params } }) },
    handler: async (request, reply) => {
      const type = operation.page && request.query.format === 'html' ? HTML : acceptedType(request, offered);
      if (type === undefined) throw notAcceptable(request, offered);
      const isPage = type === HTML && operation.page !== undefined;
      reply.type(type);
      const precondition = preconditions && preconditionOf(request, preconditions);
      if (freshness === 'none') reply.header('cache-control', 'no-store');
      const work = async (at: Graph) =>
        operation.respond(at, {
          accepted: type,
          params: { ...request.params, ...request.query },
          body: request.body,
          bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
          mediaType: bareType(request.headers['content-type'] ?? '')
            .trim()
            .toLowerCase(),
          precondition,
          writer: request.writer ?? '',
          ...contextOf(request),
        });
      const respond = freshness === 'constant' ? work : (at: Graph) => gate.run(() => work(at));
      const response = writes
        ? await withTimeout(
            asWriter(request.writer ?? '', () => respond(graph)),
            HTTP.writeTimeout,
          ).catch((error: unknown) => {
            throw writeProblem(error);
          })
        : await respondAtOneVersion(graph, reply, operation, formatOf(type), respond);
      const { status = 200, headers = {}, body: sent } = response;
      reply.code(status).headers(headers);
      const content = isPage ? pageText(request, reply, operation.page!(sent)) : sent;
      if (operation.framed) letFrames(reply, operation.framed);
      if (freshness === 'constant') tagWithDigest(reply, content);
      if (!writes && isCurrent(request, reply)) return notModified(reply);
      return content === undefined ? reply.removeHeader('content-type').send() : content;
    },
  });
}

/** A response as a page. */
function pageText(request: FastifyRequest, reply: FastifyReply, page: Page): string {
  reply.headers(PAGE_HEADERS).serializer(String);
  const url = new URL(request.url, request.origin);
  return documentOf(page, { url, origin: request.origin });
}

function formatOf(type: string): 'json' | 'html' | 'xml' {
  if (bareType(type) === HTML) return 'html';
  return bareType(type) === 'text/xml' ? 'xml' : 'json';
}

/** Where it reads the graph, its response is of one version, and is tagged with that one. */
async function respondAtOneVersion(
  graph: Graph,
  reply: FastifyReply,
  { reads, freshness }: AnyOperation,
  format: ReturnType<typeof formatOf>,
  respond: (at: Graph) => Promise<OperationResponse>,
): Promise<OperationResponse> {
  if (!reads) {
    if (freshness === 'graph') await tagWithCurrent(graph, reply);
    return respond(graph);
  }
  const { outcome, version } = await atOneVersion(graph, respond);
  if (freshness === 'graph') tagWith(reply, version, format);
  return outcome;
}

const letFrames = (reply: FastifyReply, { policy }: NonNullable<AnyOperation['framed']>) =>
  reply.removeHeader('x-frame-options').header('content-security-policy', policy);

/** Tells a failure by a page, unless the client takes none. */
const failureInFrame =
  (
    framed: NonNullable<AnyOperation['framed']>,
    mediaTypes: readonly string[],
  ): RouteShorthandOptions['errorHandler'] =>
  (error, request, reply) => {
    const problem = loggedProblem(error, request);
    const type = acceptedType(request, [...mediaTypes, PROBLEM_TYPE, ...JSON_TYPES]);
    if (type === undefined || !mediaTypes.includes(type)) return sendProblem(reply, problem, request.id);
    return letFrames(prepareFailure(reply, problem), framed)
      .type(type)
      .serializer(String)
      .send(framed.failure(problem));
  };

const uncheckedBody: FastifySchemaCompiler<FastifySchema> = (part) =>
  part.httpPart === 'body'
    ? (value: unknown) => ({ value })
    : validatorCompiler(part as Parameters<typeof validatorCompiler>[0]);

function documented({ responses }: AnyOperation, mediaTypes: readonly string[]): FastifySchema['response'] {
  return Object.fromEntries(
    Object.entries(responses).map(([status, { description, schema, headers }]) => [
      status,
      schema
        ? {
            description,
            ...(headers && { headers }),
            content: Object.fromEntries(
              mediaTypes.map((type) => [
                bareType(type),
                { schema: type === HTML ? z.string().describe('A page.') : schema },
              ]),
            ),
          }
        : z.null().describe(description),
    ]),
  );
}

const withPageFormat = (params = z.strictObject({})) => params.extend({ format: formatParameter(['html']) });

const bareType = (mediaType: string) => mediaType.split(';')[0]!;

/** Tags what is the same for all by its digest. */
function tagWithDigest(reply: FastifyReply, content: unknown): void {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
  reply.headers({ etag: `"${digest.slice(0, 22)}"`, 'cache-control': 'public, max-age=86400' });
}

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import neo4j from 'neo4j-driver';
import { z } from 'zod';
import { DatabaseTimeoutError } from '../db/client.ts';
import { ModelNumberError } from '../db/model-number.ts';
import { PROBLEMS, Problem, type ProblemCode, sentencesOf } from '../errors.ts';
import { HTTP, LOAD } from '../limits.ts';
import type { Fault } from '../model/fault.ts';
import { FaultList } from '../model/fault-list.ts';
import { nearest } from '../model/nearest.ts';
import { PreconditionFailed } from '../model/revision.ts';
import type { Row } from '../model/row.ts';
import { type Schema, shapeOf } from '../model/schema-reader.ts';
import { shownValue } from '../model/shown-value.ts';
import { documentOf } from '../pages/layout.ts';
import { problemPage } from '../pages/problem.ts';
import { repeatedIn, repeatedInstead } from '../query/parameters.ts';
import { brokenPath } from './broken-escapes.ts';
import { COMMON_HEADERS } from './common-headers.ts';
import { PAGE_HEADERS, wantsPage } from './page-request.ts';

const FaultSchema = z
  .object({
    parameter: z.string().optional().describe('Name of the parameter that is at fault.'),
    pointer: z.string().optional().describe('JSON Pointer (RFC 6901) into the body.'),
    detail: z.string().describe('What is wrong.'),
    expected: z.string().optional().describe('What would be right.'),
    nearest: z.string().optional().describe('The nearest valid value.'),
    candidates: z
      .array(
        z
          .object({
            id: z.string().describe('Id of the entity.'),
            name: z.string().describe('Name of the entity.'),
            type: z.string().describe('Type of the entity.'),
          })
          .meta({ id: 'Candidate', description: 'An entity that a name may mean.' }),
      )
      .optional()
      .describe('The entities that may be meant.'),
  })
  .meta({ id: 'Fault', description: 'One fault of a request.' });

/** RFC 9457 problem details. */
export const ProblemDetails = z
  .object({
    type: z.string().describe('URL of the description of this kind of problem.'),
    title: z.string().describe('What kind of problem this is.'),
    status: z.number().int().min(400).max(599).describe('HTTP status.'),
    code: z
      .enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]])
      .describe('Stable code of the problem.'),
    detail: z.string().describe('What is wrong in this request.'),
    instance: z.string().describe('Identifier of the request, as in the logs of the service.'),
    errors: z.array(FaultSchema).describe('Every fault that was found, up to a hundred.'),
    more: z.number().int().min(1).optional().describe('How many faults there are that `errors` leaves out.'),
  })
  .meta({ id: 'Problem', description: 'Why a request was not answered (RFC 9457).' });

export const PROBLEM_TYPE = 'application/problem+json';

/** The body of a problem; `instance` is the id of the request. */
export function problemBody(problem: Problem, instance: string): z.output<typeof ProblemDetails> {
  const { status, title } = PROBLEMS[problem.code];
  const { code, message: detail, faults, more } = problem;
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    detail,
    instance: `urn:uuid:${instance}`,
    errors: faults,
    ...(more > 0 && { more }),
  };
}

/** What is no failure of the service, and may come too often to be told one by one; responses are counted by their status. */
const EXPECTED: ReadonlySet<ProblemCode> = new Set(['overloaded', 'starting', 'closing']);

/**
 * Turns every failure, the framework's own included, into problem details.
 * @param completed adds what only the graph knows to a problem.
 * @param moved tells the path of what was not found and goes by another id.
 */
export function registerProblems(
  app: FastifyInstance,
  completed: (request: FastifyRequest, problem: Problem) => Promise<Problem> = async (_, problem) => problem,
  moved: (request: FastifyRequest, problem: Problem) => Promise<string | undefined> = async () => undefined,
): void {
  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const problem = loggedProblem(error, request);
    const path = await moved(request, problem);
    if (path !== undefined) return sendElsewhere(reply, path);
    return sendProblem(reply, await completed(request, problem), request.id);
  });
}

/** Says where something is since a decision, which may be revoked. */
function sendElsewhere(reply: FastifyReply, path: string): FastifyReply {
  for (const header of OF_SUCCESS) reply.removeHeader(header);
  return reply
    .removeHeader('content-type')
    .headers({ 'cache-control': 'no-store', location: path })
    .code(308)
    .send();
}

/** The problem that an error of a request stands for, in the log where it is the service's own. */
export function loggedProblem(error: FastifyError, request: FastifyRequest): Problem {
  const problem = toProblem(error, request);
  if (problem.status >= 500 && !EXPECTED.has(problem.code))
    request.log.error({ err: error, code: problem.code }, 'request failed');
  return problem;
}

/** Headers of the response that a failure came instead of. */
const OF_SUCCESS = [
  'etag',
  'last-modified',
  'link',
  'location',
  'content-disposition',
  'content-encoding',
  'content-length',
  'x-truncated',
];

/** Sends a problem: to those who read pages as a page, to all others as problem details. */
export function sendProblem(reply: FastifyReply, problem: Problem, instance: string): FastifyReply {
  const body = problemBody(problem, instance);
  const { request } = prepareFailure(reply, problem);
  if (wantsPage(request)) {
    const { help } = PROBLEMS[problem.code];
    const url = new URL(
      request.url.startsWith('/') ? request.url : '/',
      request.origin || 'http://localhost',
    );
    return reply
      .headers(PAGE_HEADERS)
      .serializer(String)
      .send(documentOf(problemPage({ ...body, help }, url), { url, origin: url.origin }));
  }
  return reply
    .type(PROBLEM_TYPE)
    .serializer((content: unknown) => JSON.stringify(content))
    .send(body);
}

/** Gives a response the status and the headers of a problem, in whatever form its body follows. */
export function prepareFailure(reply: FastifyReply, problem: Problem): FastifyReply {
  for (const name of OF_SUCCESS) reply.removeHeader(name);
  return reply.code(problem.status).headers({
    ...COMMON_HEADERS,
    'cache-control': 'no-store',
    ...(mayPass(problem) && { 'retry-after': LOAD.retryAfter }),
    ...problem.headers,
  });
}

/** Whether the same request may be answered a little later. */
const mayPass = ({ status }: Problem) => status === 503 || status === 504;

/** The problem that an error stands for; what is not known is an internal error, and its message stays inside. */
export function toProblem(error: unknown, request?: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return validationProblem(error, request);
  if (error instanceof neo4j.Neo4jError) return databaseProblem(error);
  if (error instanceof DatabaseTimeoutError) return databaseTimeout();
  if (error instanceof PreconditionFailed) return new Problem('precondition-failed', error.message);
  if (error instanceof ModelNumberError) return new Problem('writes-disabled', error.message);
  const { code, statusCode } = error as Partial<FastifyError>;
  if (code === 'FST_ERR_MAX_PARAM_LENGTH')
    return new Problem('uri-too-long', 'A part of the path is too long.');
  if (code === 'FST_ERR_BAD_URL') return badPath(request?.url ?? '');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return bodyTooLarge(request);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return unsupportedMediaType(request);
  if (statusCode === 503) return overloaded();
  if (statusCode && statusCode >= 400 && statusCode < 500) {
    return new Problem('bad-request', 'The request cannot be read.');
  }
  return new Problem('internal-error', 'The service failed; the log has the details under this instance.');
}

/** Refuses a target that is no path, or whose path cannot be read. */
export function badPath(url: string): Problem {
  const faults = brokenPath(url.split('?')[0]!);
  const detail =
    faults[0]?.detail ?? 'The target of the request is no path, expected one such as /v1/statements.';
  return new Problem('bad-request', detail, faults);
}

/** Refused, to be tried again a little later. */
export const overloaded = () =>
  new Problem('overloaded', 'More requests are under way than can be answered.', [], {
    'retry-after': LOAD.retryAfter,
  });

const bodyTooLarge = (request?: FastifyRequest) =>
  new Problem(
    'body-too-large',
    `The body has more than ${(request?.routeOptions.bodyLimit ?? HTTP.bodyLimit) / 1024} KiB.`,
  );

function unsupportedMediaType(request?: FastifyRequest): Problem {
  const given = request?.headers['content-type'];
  const taken = request?.routeOptions.schema?.consumes?.join(' or ') ?? 'no body';
  const found = given === undefined ? 'The body has no Content-Type' : `${given} is not read here`;
  return new Problem('unsupported-media-type', `${found}; this path takes ${taken}.`);
}

/** The problem that every request meets while the database cannot be reached. */
export const databaseUnavailable = (detail = 'The database cannot be reached.') =>
  new Problem('database-unavailable', detail, [], { 'retry-after': LOAD.retryAfterRestart });

const databaseTimeout = () =>
  new Problem(
    'query-timeout',
    'The database did not respond in time, because it is busy or because much was asked. Try again a little later; where that does not help, narrower filters or a smaller limit do.',
  );

/** How the driver says that its own time limits were reached, for a connection or for a place among them. */
const UNANSWERED = /connection in \d+ ?ms|acquisition timed out/i;

function databaseProblem(error: Error & { code: string }): Problem {
  if (UNANSWERED.test(error.message)) return databaseTimeout();
  if (/TransactionTimedOut|Terminated/.test(error.code))
    return new Problem(
      'query-timeout',
      'The query ran for as long as it may. Narrower filters or a smaller limit would help; the same again would only where the database is busy now.',
    );
  if (/MemoryPool|OutOfMemory/.test(error.code))
    return databaseUnavailable(
      'The database has not enough memory for this query now. Narrower filters or a smaller limit would help, or the same later.',
    );
  if (/DeadlockDetected|LockClient|LockAcquisition/.test(error.code))
    return databaseUnavailable(
      'Another write held what this one needs. Nothing was changed; send the same again.',
    );
  if (error.code.includes('.Security.'))
    return databaseUnavailable('The database does not let this service in; its log tells the operator why.');
  // What has no code of the server's own came from the connection: refused, lost, or never answered.
  return !error.code.startsWith('Neo.') || /Transient|DatabaseUnavailable/.test(error.code)
    ? databaseUnavailable()
    : new Problem('internal-error', 'The service failed; the log has the details under this instance.');
}

/** A write that failed: whatever took too long, it may have been written all the same, or may yet be. */
export function writeProblem(error: unknown): unknown {
  if (toProblem(error).code !== 'query-timeout') return error;
  return new Problem(
    'write-timeout',
    'The write did not end in time, and whether it was done is not known. The same request may safely be sent again: what is written already is not written twice, and what is removed already stays so.',
    [],
    { 'retry-after': HTTP.writeRetryAfter },
  );
}

interface ValidationIssue {
  instancePath: string;
  message?: string;
  params: ValidationParams;
}

/** The issue of zod, as it is or within: the type provider hands out either. */
type ValidationParams = { issue: z.core.$ZodIssue } | z.core.$ZodIssue;

const issueOf = (params: ValidationParams): z.core.$ZodIssue => ('issue' in params ? params.issue : params);

interface ValidationError {
  validation: unknown;
  validationContext?: string;
}

function validationProblem(error: ValidationError, request?: FastifyRequest): Problem {
  const inBody = error.validationContext === 'body';
  const { config, schema } = request?.routeOptions ?? {};
  const shape = inBody ? shapeOf(schema?.body as Schema) : config?.query?.params.shape;
  return problemOfIssues(error.validation as ValidationIssue[], {
    known: Object.keys(shape ?? {}),
    given: (inBody ? request?.body : { ...Object(request?.query), ...Object(request?.params) }) as Row,
    repeated: config?.repeated,
    mediaTypes: schema?.consumes,
  });
}

/**
 * What is wrong with parameters that did not come in a URL.
 * @param issues what the schema of the parameters says of the values that were given.
 */
export function parametersProblem(
  issues: readonly z.core.$ZodIssue[],
  params: z.ZodObject,
  given: Row,
): Problem {
  const validation = issues.map((issue) => ({
    instancePath: issue.path.map((part) => `/${String(part)}`).join(''),
    message: issue.message,
    params: { issue },
  }));
  return problemOfIssues(validation, {
    known: Object.keys(params.shape),
    given,
    repeated: repeatedIn(params),
  });
}

interface Validated {
  /** The names of the parameters that there are. */
  known: string[];
  given: Row | undefined;
  repeated?: ReadonlySet<string>;
  mediaTypes?: readonly string[];
}

function problemOfIssues(
  validation: readonly ValidationIssue[],
  { known, given, repeated, mediaTypes }: Validated,
): Problem {
  const faults = new FaultList();
  const told = new Set<string>();
  let areUnknown = true;
  for (const issue of validation) {
    const zod = issueOf(issue.params);
    const { keys } = zod as { keys?: string[] };
    if (keys) {
      for (const key of keys) faults.add(() => unknownParameter(key, known));
      continue;
    }
    areUnknown = false;
    const [, parameter = '', place] = issue.instancePath.split('/');
    // What follows from the first fault of a parameter says nothing more.
    if (told.has(parameter)) continue;
    told.add(parameter);
    const isRepeated = repeated?.has(parameter) ?? false;
    const all = given?.[parameter];
    const value = isRepeated && place !== undefined ? [all].flat()[Number(place)] : all;
    faults.add(() =>
      parameter === ''
        ? missingBody(mediaTypes, known)
        : { parameter, ...describeIssue(parameter, value, zod, issue.message, isRepeated) },
    );
  }
  const { told: first, count } = faults;
  return new Problem(
    areUnknown ? 'unknown-parameter' : 'invalid-parameter',
    sentencesOf(first, count),
    [...first],
    {},
    count - first.length,
  );
}

/** A request without the body that its path takes. */
function missingBody(mediaTypes: readonly string[] = [], fields: readonly string[]): Fault {
  const expected = `${mediaTypes.join(' or ')} with ${fields.join(' or ')}`;
  return { pointer: '', detail: `The body is missing, expected ${expected}.`, expected };
}

/** A parameter that is none of those known. */
export const unknownParameter = (parameter: string, known: string[]): Fault => ({
  parameter,
  detail: `There is no parameter ${shownValue(parameter)} here.`,
  expected: known.length > 0 ? `one of ${known.join(', ')}` : 'no parameters',
  nearest: nearest(parameter, known),
});

function describeIssue(
  parameter: string,
  value: unknown,
  zod: z.core.$ZodIssue,
  message = '',
  isRepeated = false,
): Pick<Fault, 'detail' | 'expected' | 'nearest'> {
  const { values, params } = zod as { values?: unknown[]; params?: { nearest?: string } };
  const words = values?.map(String).filter((word) => word !== '');
  const isToldWhy = message.startsWith('expected ');
  const right =
    words && !isToldWhy
      ? `one of ${words.join(', ')}${words.length < values!.length ? ', or nothing' : ''}`
      : value === undefined
        ? 'some text'
        : message.replace(/^expected /, '');
  if (Array.isArray(value)) {
    const times = isRepeated ? right : 'once';
    const detail = `${parameter} is given ${value.length} times, expected ${times}.`;
    return { detail, expected: isRepeated ? right : 'one value' };
  }
  const instead = isRepeated && typeof value === 'string' ? repeatedInstead(parameter, value) : '';
  const expected = right + instead;
  return {
    detail: `${parameter} is ${value === undefined ? 'missing' : JSON.stringify(value)}, expected ${expected}.`,
    expected,
    nearest: words && typeof value === 'string' ? nearest(value, words) : params?.nearest,
  };
}

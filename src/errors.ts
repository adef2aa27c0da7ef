import { FAULTS } from './limits.ts';
import type { Fault } from './model/fault.ts';

/** The catalogue of problems: a stable code, its HTTP status, its title, and what to do about it. */
export const PROBLEMS = {
  'invalid-parameter': {
    status: 400,
    title: 'A parameter is not valid',
    help: 'A parameter has a value that it cannot have. `errors` names each one, with what would be right.',
  },
  'unknown-parameter': {
    status: 400,
    title: 'There is no such parameter',
    help: 'A parameter has a name that is not known here. `errors` names the nearest one.',
  },
  'ambiguous-name': {
    status: 400,
    title: 'The name means more than one entity',
    help: 'A name means several entities, and none is guessed. Repeat the request with the id of one of the candidates.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor does not belong to this query',
    help: 'A cursor continues one query only. Pass `next` of the page before, with the same parameters.',
  },
  'bad-request': {
    status: 400,
    title: 'The request cannot be read',
    help: 'The request is not valid HTTP, its URL has a bad escape, or its body cannot be read.',
  },
  'key-required': {
    status: 401,
    title: 'Authentication required',
    help: 'Send the key of this service as `Authorization: Bearer …`.',
  },
  'writes-disabled': {
    status: 403,
    title: 'This service does not take writes',
    help: 'No key is set for this service, or its graph was written by another model; the detail says which.',
  },
  'caller-refused': {
    status: 403,
    title: 'The page or the host is not known here',
    help: 'Agents are served on the machine itself, and under the host of `PUBLIC_URL`. Call it by such a name, and from no page of another host.',
  },
  'unknown-entity': {
    status: 404,
    title: 'No entity has this id or name',
    help: 'A parameter names an entity that is not in the record. `errors` offers the nearest.',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    help: 'The path is not known, or nothing has the id in it. `errors` names the nearest path.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed here',
    help: 'The `Allow` header lists the methods that the path takes.',
  },
  'not-acceptable': {
    status: 406,
    title: 'The response is not available in this format',
    help: 'None of the formats of the `Accept` header, or of the codings of `Accept-Encoding`, is available here. The detail lists those that are.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    help: 'The headers or the body of the request came too slowly. Send it again; the detail says how long it may take.',
  },
  conflict: {
    status: 409,
    title: 'Conflict with existing data',
    help: 'An article or an entity of this id is there already and says something else, or a draft is of an article that was reviewed. `errors` names each. PUT replaces an article.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It was changed meanwhile',
    help: 'What the request changes is not in the revision that `If-Match` names, or is there already where `If-None-Match: *` says that it is not. Read it again, and repeat the change with the `ETag` of that response.',
  },
  'precondition-required': {
    status: 428,
    title: 'The request does not say what it replaces',
    help: 'Send `If-Match` with the `ETag` of what was read, so that nothing is replaced that was not seen, `If-Match: *` to replace whatever is there, or `If-None-Match: *` to create what is not there yet.',
  },
  'in-use': {
    status: 409,
    title: 'Something uses it',
    help: 'An entity can be removed only where nothing refers to it. `errors` lists what does, and how many: replace or remove those first.',
  },
  'uri-too-long': {
    status: 414,
    title: 'The URL is too long',
    help: 'A part of the path is longer than any id or name.',
  },
  'changes-gone': {
    status: 410,
    title: 'Changes since then are not kept',
    help: 'The changes after `since` are not all there any more, or the graph was made anew. Read what you need of the graph again, and go on from its `version`.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    help: 'The body has more bytes than are taken here. The detail says how many.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not in a format that is taken here',
    help: 'The `Content-Type` names a format that is not read here. The detail says which is.',
  },
  'invalid-article': {
    status: 422,
    title: 'The article is not valid',
    help: 'The article, its annotation or an entity does not hold to its schema, to its text or to the graph. `errors` names every fault with a JSON Pointer into the body.',
  },
  'invalid-entity': {
    status: 422,
    title: 'The entity is not valid',
    help: 'The entity does not hold to its schema or to the graph: `errors` names every fault with a JSON Pointer into the body. A name that another entity bears has to be marked as shared.',
  },
  'invalid-decision': {
    status: 422,
    title: 'The decision is not valid',
    help: 'The decision does not hold to the schema of its kind, or what it is about is not in the graph, or is of a draft. `errors` names every fault with a JSON Pointer into the body.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    help: 'Wait as long as the `Retry-After` header says.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The request headers are too large',
    help: 'The headers are larger than 16 KiB in all.',
  },
  'internal-error': {
    status: 500,
    title: 'The service failed',
    help: 'Something failed that should not have. The log of the service has it under the `instance` of the response.',
  },
  'database-unavailable': {
    status: 503,
    title: 'The database cannot be reached',
    help: 'Neo4j cannot be reached. Try again after the time in the `Retry-After` header.',
  },
  overloaded: {
    status: 503,
    title: 'The service is overloaded',
    help: 'More requests wait than can be answered. Try again after the time in the `Retry-After` header.',
  },
  starting: {
    status: 503,
    title: 'The service is starting',
    help: 'The database still plans the queries of the service, or the index that counts come from is being built. Everything else is answered already, some of it slowly; `/readyz` says when that is over.',
  },
  closing: {
    status: 503,
    title: 'The service is being stopped',
    help: 'The service is being stopped, maybe to be started anew. Send the request again after the time in the `Retry-After` header.',
  },
  'query-timeout': {
    status: 504,
    title: 'The query took too long',
    help: 'The query ran longer than it may, or the database did not respond; the detail says which. Narrow it with more filters, or try again after the time in the `Retry-After` header.',
  },
  'write-timeout': {
    status: 504,
    title: 'The outcome of the write is not known',
    help: 'The write took longer than it may, and may have been done all the same, or may yet be. Send the same request again after the time in the `Retry-After` header: what is written already is not written twice.',
  },
} as const satisfies Record<string, { status: number; title: string; help: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** What is wrong in sentences: the first faults, and how many more there are. */
export function sentencesOf(faults: readonly Fault[], count: number = faults.length): string {
  const told = faults.slice(0, FAULTS.inSentences).map(({ detail }) => detail);
  return [...told, ...(count > told.length ? [`There are ${count - told.length} more.`] : [])].join(' ');
}

/** A failure that is answered to the client as it is, as RFC 9457 problem details. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly faults: Fault[];
  readonly headers: Record<string, string>;
  /** How many faults there are that are not told. */
  readonly more: number;

  constructor(
    code: ProblemCode,
    detail: string,
    faults: Fault[] = [],
    headers: Record<string, string> = {},
    more = 0,
  ) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.faults = faults.slice(0, FAULTS.told);
    this.more = more + faults.length - this.faults.length;
    this.headers = headers;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

/** The problem of an id that nothing in the graph has. */
export const unknownId = (id: unknown): Problem =>
  new Problem('not-found', `Nothing has the id ${JSON.stringify(id)}.`);

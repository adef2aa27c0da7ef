/** The catalogue of problems: a stable code, the HTTP status it is answered with, and its title. */
export const PROBLEMS = {
  'invalid-parameter': { status: 400, title: 'A parameter is not valid' },
  'unknown-parameter': { status: 400, title: 'There is no such parameter' },
  'ambiguous-name': { status: 400, title: 'The name means more than one entity' },
  'invalid-cursor': { status: 400, title: 'The cursor does not belong to this query' },
  'bad-request': { status: 400, title: 'The request cannot be read' },
  'unknown-entity': { status: 404, title: 'No entity has this id or name' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'not-acceptable': { status: 406, title: 'The answer is not available in this format' },
  'uri-too-long': { status: 414, title: 'The address is too long' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The request headers are too large' },
  'internal-error': { status: 500, title: 'The service failed' },
  'database-unavailable': { status: 503, title: 'The database cannot be reached' },
  overloaded: { status: 503, title: 'The service is overloaded' },
  'query-timeout': { status: 504, title: 'The query took too long' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One fault of a request: where it is, what was wrong and what would be right. */
export interface Fault {
  parameter?: string;
  pointer?: string;
  detail: string;
  expected?: string;
  nearest?: string;
  candidates?: { id: string; name: string; type: string }[];
}

/** A failure that is answered to the client as it is, as RFC 9457 problem details. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly faults: Fault[];
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, detail: string, faults: Fault[] = [], headers: Record<string, string> = {}) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.faults = faults;
    this.headers = headers;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }
}

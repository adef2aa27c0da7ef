import { z } from 'zod';
import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { PROBLEMS, type ProblemCode } from '../../errors.ts';
import { MEDIA_TYPES } from '../../formats/media-types.ts';
import { type Schema, unwrap } from '../../model/schema-reader.ts';
import { raised } from '../../query/parameters.ts';
import { PROBLEM_TYPE, ProblemDetails } from '../problem.ts';
import { CORS, RETRY } from './headers.ts';
import type { RouteSchema } from './routes.ts';

/** A method that a path does not take (405) is no operation of it. */
const UNDOCUMENTED = new Set([405]);
const OF_ANY_REQUEST = new Set([400, 429, 500, 503]);
const OF_WRITES = new Set([401, 403]);
const OF_BODIES = new Set([413, 415]);
/** Failures that only what has a certain parameter has. */
const OF_PARAMETERS = new Set([410]);
const PRECONDITION = 412;
const PRECONDITION_REQUIRED = 428;
const OF_WRITTEN_BODIES = new Set([409, 422]);
const TEMPORARY = new Set([429, 503]);

const PROBLEMS_BY_STATUS = [
  ...Map.groupBy(Object.keys(PROBLEMS) as ProblemCode[], (code): number => PROBLEMS[code].status),
].filter(([status]) => !UNDOCUMENTED.has(status));

/**
 * The failures of a route, by status; each has an id, by which the document has it once.
 * @param hasPages whether it responds with a page, and so tells its failures by one where the client reads pages.
 */
export const problemResponses = (schema: RouteSchema, hasPages: boolean): ZodOpenApiResponsesObject =>
  Object.fromEntries(
    PROBLEM_RESPONSES.filter(({ status }) => mayOccur(status, schema)).map(({ status, alone, orPage }) => [
      status,
      hasPages ? orPage : alone,
    ]),
  );

const PROBLEM_RESPONSES = PROBLEMS_BY_STATUS.map(([status, codes]) => {
  const alone = {
    id: `Problem${status}`,
    description: `${codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('. ')}.`,
    headers: { ...CORS, ...(TEMPORARY.has(status) && RETRY) },
    content: { [PROBLEM_TYPE]: { schema: ProblemDetails } },
  } satisfies ZodOpenApiResponseObject;
  const orPage = {
    ...alone,
    id: `${alone.id}OrPage`,
    content: { ...alone.content, [MEDIA_TYPES.html]: { schema: { type: 'string' as const } } },
  };
  return { status, alone, orPage };
});

function mayOccur(
  status: number,
  { params, querystring, headers = z.object(), body, security }: RouteSchema,
): boolean {
  if (OF_ANY_REQUEST.has(status)) return true;
  if (OF_WRITES.has(status)) return security !== undefined;
  if (OF_PARAMETERS.has(status))
    return Object.values(querystring?.shape ?? {}).some((schema) => raisedBy(schema) === status);
  if (status === PRECONDITION) return 'if-match' in headers.shape;
  if (status === PRECONDITION_REQUIRED) return 'if-none-match' in headers.shape;
  if (OF_BODIES.has(status)) return body !== undefined;
  if (OF_WRITTEN_BODIES.has(status)) return security !== undefined && (body !== undefined || status === 409);
  return params !== undefined || querystring !== undefined;
}

/** The status of the problem that a parameter alone leads to. */
function raisedBy(schema: Schema): number | undefined {
  const code = raised.get(unwrap(schema) as z.ZodType)?.code;
  return code && PROBLEMS[code].status;
}

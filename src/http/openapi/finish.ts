import { PROBLEMS } from '../../errors.ts';
import type { Query } from '../../query/define.ts';
import { PROBLEM_TYPE } from '../problem.ts';
import { addHeaders } from './headers.ts';
import { nameAnswers } from './names.ts';
import { completeOperation, type Operation } from './operation.ts';

interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown>; responses?: Record<string, object> };
}

interface Sources {
  queries: Query[];
  answers: ReadonlyMap<string, unknown>;
}

/** What the generators leave to be done: errors and examples of each operation, and no schema twice or unused. */
export function finishDocument(document: OpenApi, { queries, answers }: Sources): OpenApi {
  const byId = new Map(queries.map((query) => [query.operationId, query]));
  for (const operation of operationsOf(document)) {
    completeOperation(operation, byId.get(operation.operationId), answers.get(operation.operationId));
    addProblems(operation);
  }
  const problems: Record<string, object> = problemResponses();
  addHeaders(operationsOf(document), problems);
  document.components.responses = problems;
  const joined = joinTwins(document);
  nameAnswers(operationsOf(joined), joined.components.schemas);
  dropUnused(joined);
  addIntegerFormats(joined);
  return joined;
}

const operationsOf = ({ paths }: OpenApi) => Object.values(paths).flatMap((path) => Object.values(path));

/** A method that an address does not take is no operation of it. */
const OF_NO_OPERATION = new Set([405]);
/** What can go wrong where nothing is asked for by a parameter. */
const WITHOUT_PARAMETERS = new Set([429, 500, 503]);

/** What can go wrong where the graph is changed, and where a body is sent for that. */
const OF_WRITING = new Set([401, 403]);
const OF_BODIES = new Set([409, 413, 415, 422]);

const STATUSES = [
  ...Map.groupBy(Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[], (code) => PROBLEMS[code].status),
].filter(([status]) => !OF_NO_OPERATION.has(status));

function addProblems(operation: Operation): void {
  const { parameters = [], responses, security, requestBody } = operation;
  const mayAnswer = (status: number) => {
    if (OF_WRITING.has(status)) return security !== undefined;
    if (OF_BODIES.has(status)) return security !== undefined && requestBody !== undefined;
    if (status === 400 && requestBody !== undefined) return true;
    return parameters.length > 0 || WITHOUT_PARAMETERS.has(status);
  };
  for (const [status] of STATUSES) {
    if (mayAnswer(status)) responses[status] ??= { $ref: `#/components/responses/Problem${status}` };
  }
}

const problemResponses = () =>
  Object.fromEntries(
    STATUSES.map(([status, codes]) => [
      `Problem${status}`,
      {
        description: `${codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('. ')}.`,
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

/** A schema that parameters and answers share comes as `X` and `XInput`; words have no input form of their own. */
function joinTwins(document: OpenApi): OpenApi {
  const joined: OpenApi = JSON.parse(
    JSON.stringify(document).replaceAll(/"#\/components\/schemas\/(\w+)Input"/g, '"#/components/schemas/$1"'),
  );
  const { schemas } = joined.components;
  for (const [name, schema] of Object.entries(schemas)) {
    if (!name.endsWith('Input')) continue;
    schemas[name.slice(0, -'Input'.length)] ??= schema;
    delete schemas[name];
  }
  return joined;
}

function dropUnused(document: OpenApi): void {
  const { schemas } = document.components;
  for (;;) {
    const text = JSON.stringify(document);
    const unused = Object.keys(schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`));
    if (unused.length === 0) return;
    for (const name of unused) delete schemas[name];
  }
}

const INT32_MAX = 2 ** 31 - 1;

/** Where no bound says so, tells clients in languages with integers of several sizes which one to take. */
function addIntegerFormats(node: unknown): void {
  if (node === null || typeof node !== 'object') return;
  const schema = node as { type?: unknown; format?: string; maximum?: number };
  if (schema.type === 'integer' && !((schema.maximum ?? Number.POSITIVE_INFINITY) <= INT32_MAX)) {
    schema.format ??= 'int64';
  }
  for (const [name, child] of Object.entries(node)) {
    if (name !== 'examples' && name !== 'example') addIntegerFormats(child);
  }
}

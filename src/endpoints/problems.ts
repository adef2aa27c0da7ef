import { z } from 'zod';
import { PROBLEMS, Problem } from '../errors.ts';
import { defineOperation } from '../http/operation.ts';
import { nearest } from '../model/nearest.ts';
import { problemKindPage, problemsPage } from '../pages/problems.ts';

const Kind = z
  .object({
    code: z.string().describe('Stable code of the problem.'),
    status: z.number().int().min(400).max(599).describe('HTTP status that it is answered with.'),
    title: z.string().describe('What kind of problem this is.'),
    help: z.string().describe('What it means, and what to do about it.'),
  })
  .meta({ id: 'ProblemKind', description: 'A kind of problem that requests may be answered with.' });

const KINDS = Object.entries(PROBLEMS).map(([code, kind]) => ({ code, ...kind }));

/** The catalogue of problems. */
export const problems = defineOperation({
  operationId: 'listProblems',
  tag: 'service',
  method: 'GET',
  path: '/problems',
  summary: 'All kinds of problems',
  description: 'The catalogue of the problems that requests may be answered with.',
  responses: {
    200: {
      description: 'The catalogue.',
      schema: z.object({ items: z.array(Kind).describe('Every kind of problem.') }),
    },
  },
  freshness: 'constant',
  page: problemsPage,
  respond: () => ({ body: { items: KINDS } }),
});

/** One problem, to which its `type` leads. */
export const problem = defineOperation({
  operationId: 'getProblem',
  tag: 'service',
  method: 'GET',
  path: '/problems/{code}',
  summary: 'One kind of problem',
  description: 'What a code means, and what to do about it.',
  pathParams: z.strictObject({
    code: z
      .string()
      .max(50)
      .meta({ description: 'Code of the problem.', examples: ['unknown-entity'] }),
  }),
  responses: { 200: { description: 'The problem.', schema: Kind } },
  freshness: 'constant',
  page: problemKindPage,
  respond: (_graph, { params: { code } }) => {
    const kind = KINDS.find((one) => one.code === code);
    if (kind) return { body: kind };
    const near = nearest(code, Object.keys(PROBLEMS));
    throw new Problem(
      'not-found',
      `There is no problem ${JSON.stringify(code)}.${near ? ` The nearest is ${near}.` : ''}`,
    );
  },
});

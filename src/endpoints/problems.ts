import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { PROBLEMS, Problem, type ProblemCode } from '../errors.ts';
import { nearest } from '../model/nearest.ts';

const Kind = z
  .object({
    code: z.string().describe('Stable code of the problem.'),
    status: z.number().int().min(400).max(599).describe('HTTP status that it is answered with.'),
    title: z.string().describe('What kind of problem this is.'),
    help: z.string().describe('What it means, and what to do about it.'),
  })
  .meta({ id: 'ProblemKind', description: 'A kind of problem that requests may be answered with.' });

const Kinds = z.object({ items: z.array(Kind).describe('Every kind of problem.') });

/** Serves the catalogue of problems, to which the `type` of each problem leads. */
export function registerProblemCatalogue(app: FastifyInstance): void {
  const kinds = Object.entries(PROBLEMS).map(([code, kind]) => ({ code, ...kind }));
  app.get(
    '/problems',
    {
      schema: {
        operationId: 'listProblems',
        tags: ['service'],
        summary: 'All kinds of problems',
        description: 'The catalogue of the problems that requests may be answered with.',
        response: {
          200: { description: 'The catalogue.', content: { 'application/json': { schema: Kinds } } },
        },
      },
    },
    () => ({ items: kinds }),
  );
  app.get<{ Params: { code: ProblemCode } }>(
    '/problems/:code',
    {
      schema: {
        operationId: 'getProblem',
        tags: ['service'],
        summary: 'One kind of problem',
        description: 'What a code means, and what to do about it.',
        params: z.strictObject({
          code: z
            .string()
            .max(50)
            .meta({ description: 'Code of the problem.', examples: ['unknown-entity'] }),
        }),
        response: { 200: { description: 'The problem.', content: { 'application/json': { schema: Kind } } } },
      },
    },
    (request) => {
      const { code } = request.params;
      const kind = kinds.find((one) => one.code === code);
      if (kind) return kind;
      const near = nearest(code, Object.keys(PROBLEMS));
      throw new Problem(
        'not-found',
        `There is no problem ${JSON.stringify(code)}.${near ? ` The nearest is ${near}.` : ''}`,
      );
    },
  );
}

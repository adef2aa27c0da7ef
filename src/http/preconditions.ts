import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '../errors.ts';
import { TEXTS } from '../limits.ts';
import type { Precondition } from '../model/revision.ts';

/*
 * What changes one thing says which state of it is meant (RFC 9110, 13.1). The `ETag` of one article or one entity begins with
 * its revision, which only a change of the thing itself moves on, and goes on with the version of the graph, since its
 * response may show others' names. `If-Match` compares the revision alone: else each write elsewhere would refuse the change.
 */

const IF_MATCH =
  'The `ETag` that GET gave, or its field `revision` in quotes: the change is made only where it is still in that revision. `*` is any.';

const ifMatch = z
  .string()
  .max(TEXTS.line)
  .optional()
  .meta({ description: IF_MATCH, examples: ['"3f2a9c0d1e5b7a64"'] });

/** The headers of a request that may demand a revision, or of one that has to. */
export const PRECONDITIONS = {
  optional: z.object({ 'if-match': ifMatch }),
  required: z.object({
    'if-match': ifMatch,
    'if-none-match': z
      .string()
      .max(TEXTS.line)
      .optional()
      .meta({
        description: '`*`: it is created, and only where it is not there yet. One of both headers is needed.',
        examples: ['*'],
      }),
  }),
};

export type PreconditionKind = keyof typeof PRECONDITIONS;

/**
 * What a request demands of what it changes, or undefined where it demands nothing.
 * @throws Problem `precondition-required` where it has to, `bad-request` where a header cannot be read.
 */
export function preconditionOf(
  { method, headers }: FastifyRequest,
  kind: PreconditionKind,
): Precondition | undefined {
  const match = headers['if-match'];
  const noneMatch = kind === 'required' ? headers['if-none-match'] : undefined;
  if (match !== undefined && noneMatch !== undefined)
    throw new Problem(
      'bad-request',
      'The request has both If-Match and If-None-Match, expected one of them.',
    );
  if (match !== undefined) return { is: revisionsIn(match) };
  if (noneMatch !== undefined) {
    if (noneMatch.trim() === '*') return { is: 'absent' };
    throw new Problem(
      'bad-request',
      `${method} takes If-None-Match with * alone, to create what is not there yet.`,
    );
  }
  if (kind === 'optional') return undefined;
  throw new Problem(
    'precondition-required',
    `${method} replaces what it was made from: expected the header If-Match with the ETag that GET gave, or * for whatever is there; or If-None-Match: * to create it.`,
  );
}

const TAGS = /^\s*(?:W\/)?"[^"\s]*"\s*(?:,\s*(?:W\/)?"[^"\s]*"\s*)*$/;

/** The revisions in a list of entity tags: what each begins with, up to the dot. */
function revisionsIn(header: string): string[] | 'any' {
  if (header.trim() === '*') return 'any';
  if (!TAGS.test(header))
    throw new Problem(
      'bad-request',
      'If-Match is no list of entity tags, expected the ETag that GET gave with its quotes, as in If-Match: "3f2a9c0d1e5b7a64".',
    );
  return [...header.matchAll(/"([^"]*)"/g)].map(([, tag]) => tag!.split('.', 1)[0]!);
}

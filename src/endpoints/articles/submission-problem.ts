import { Problem } from '../../errors.ts';
import { InputError } from '../../ingest/check/input-error.ts';
import { Conflict } from '../../ingest/write/submit-article.ts';
import type { Fault } from '../../model/fault.ts';

/** What is wrong with a submission, as the client reads it; anything else that failed is handed on. */
export function submissionProblem(error: unknown): unknown {
  if (!(error instanceof InputError)) return error;
  const [first] = error.faults;
  const more = error.faults.length - 1;
  const detail = `${first!.field ? `${first!.field}: ` : ''}${first!.detail}${more > 0 ? `, and ${more} more` : ''}.`;
  return new Problem(
    error instanceof Conflict ? 'conflict' : 'invalid-article',
    detail,
    error.faults.map(inBody),
  );
}

/** A fault without its place in a file; the body as a whole has the empty pointer. */
const inBody = ({ pointer = '', detail, expected, nearest }: Fault): Fault => ({
  pointer,
  detail,
  expected,
  nearest,
});

import { Problem, type ProblemCode } from '../../errors.ts';
import { InputError } from '../../ingest/check/input-error.ts';
import { Conflict } from '../../ingest/write/conflict.ts';
import type { Fault } from '../../model/fault.ts';
import { placeOf } from '../../model/field-path.ts';
import { JsonError } from '../../model/read-json.ts';

/** What cannot be read, or is larger than any article. */
function unreadable({ fault, sentence: detail }: JsonError, invalid: ProblemCode): Problem {
  const { path, expected, isTooLarge } = fault;
  const { pointer = '' } = placeOf(path);
  return new Problem(
    isTooLarge ? invalid : 'bad-request',
    `The body cannot be taken: ${detail}, expected ${expected}.`,
    [{ pointer, detail, expected }],
  );
}

/**
 * What is wrong with a submission, as the client reads it; anything else that failed is handed on.
 * @param invalid the problem that its faults are.
 */
export function submissionProblem(error: unknown, invalid: ProblemCode = 'invalid-article'): unknown {
  if (error instanceof JsonError) return unreadable(error, invalid);
  if (!(error instanceof InputError)) return error;
  const { faults, found } = error;
  const [first] = faults;
  const left = found.count - faults.length;
  const others = found.count > 1 ? `, and ${found.count - 1} more` : '';
  const end =
    left > 0
      ? `; errors lists the first ${faults.length}, and leaves out ${found.isFull ? 'at least ' : ''}${left} more`
      : '';
  return new Problem(
    error instanceof Conflict ? 'conflict' : invalid,
    `${first!.field ? `${first!.field}: ` : ''}${first!.detail}${others}${end}.`,
    faults.map(inBody),
    {},
    left,
  );
}

/**
 * Does what a submission asks for; what is wrong with it is told as a problem.
 * @param invalid the problem that its faults are.
 */
export async function asSubmission<T>(invalid: ProblemCode, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw submissionProblem(error, invalid);
  }
}

/** A fault without its place in a file; the body as a whole has the empty pointer. */
const inBody = ({ pointer = '', detail, expected, nearest }: Fault): Fault => ({
  pointer,
  detail,
  expected,
  nearest,
});

import { type Fault, Problem } from '../../errors.ts';
import { InputError, type InputFault } from '../../ingest/check/input-error.ts';
import { Conflict } from '../../ingest/write/submit-article.ts';

/** What is wrong with a submission, as the client reads it; anything else that failed is handed on. */
export function submissionProblem(error: unknown): unknown {
  if (!(error instanceof InputError)) return error;
  const [first] = error.faults;
  const more = error.faults.length - 1;
  const detail = `${first!.field ? `${first!.field}: ` : ''}${first!.message}${more > 0 ? `, and ${more} more` : ''}.`;
  return new Problem(
    error instanceof Conflict ? 'conflict' : 'invalid-article',
    detail,
    error.faults.map(faultOf),
  );
}

const faultOf = ({ path, message, expected, nearest }: InputFault): Fault => ({
  pointer: pointerOf(path ?? []),
  detail: message,
  expected,
  nearest,
});

/** RFC 6901. */
const pointerOf = (path: readonly (string | number)[]) =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

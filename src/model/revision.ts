/** Digits of a digest that tell one state of a thing from another. */
const LENGTH = 16;

/** The state of an article or of an authority record, whatever else is written: the beginning of its digest. */
export const revisionOf = (digest: string): string => digest.slice(0, LENGTH);

/** What a request demands of what it changes. */
export type Precondition =
  /** That it is there, in one of these revisions or in any. */
  | { is: readonly string[] | 'any' }
  /** That it is not there yet. */
  | { is: 'absent' };

/** What is there is not what a request demands. */
export class PreconditionFailed extends Error {}

/**
 * Holds what is there to what a request demands of it.
 * @param what names the thing, as in "article x".
 * @param digest of what is there; undefined where nothing is.
 * @throws PreconditionFailed that says in which revision it is, and what would be right.
 */
export function assertPrecondition({ is }: Precondition, what: string, digest: string | undefined): void {
  if (is === 'absent') {
    if (digest === undefined) return;
    throw new PreconditionFailed(
      `There is an ${what} already, in revision ${revisionOf(digest)}, and If-None-Match demands that there is none. Expected If-Match: "${revisionOf(digest)}", to replace it.`,
    );
  }
  if (digest === undefined)
    throw new PreconditionFailed(
      `There is no ${what}, and If-Match demands that there is. Expected If-None-Match: *, to create it.`,
    );
  if (is === 'any' || is.includes(revisionOf(digest))) return;
  throw new PreconditionFailed(
    `The ${what} was changed since it was read: it is in revision ${revisionOf(digest)} now. Read it again, and repeat the change with its ETag.`,
  );
}

/** Rolls back a transaction whose outcome is all that was wanted. */
class DryRunRollback<T> extends Error {
  readonly outcome: T;

  constructor(outcome: T) {
    super('a dry run is rolled back');
    this.outcome = outcome;
  }
}

/**
 * The outcome of a write, or of a dry run, which is the same write rolled back.
 * @param work hands on its outcome by what it is given, as the last thing that it does within its transaction.
 */
export async function dryRunnable<T>(
  dryRun: boolean,
  work: (finish: (outcome: T) => T) => Promise<T>,
): Promise<T> {
  try {
    return await work((outcome) => {
      if (dryRun) throw new DryRunRollback(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof DryRunRollback) return error.outcome as T;
    throw error;
  }
}

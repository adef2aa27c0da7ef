/* What a review takes, told as the command that reviews a draft tells it: the same log, the same line. */

/** What was decided on each fact, as lines of the log: when, on what, how, after how many edits and seconds. */
export const logOf = (facts) =>
  facts
    .filter(({ status }) => status !== 'open')
    .map(({ kind, status, edits, spent = 0, at }) => ({
      at,
      kind,
      decision: status,
      // A fact that is taken out is an edit, too.
      edits: edits + (status === 'rejected' ? 1 : 0),
      seconds: Math.round(spent / 100) / 10,
    }));

/** How much work a review was. */
export function effortOf(entries) {
  const sum = (numberOf) => entries.reduce((total, entry) => total + numberOf(entry), 0);
  const statements = entries.filter(
    ({ kind, decision }) => kind === 'statements' && decision === 'accepted',
  ).length;
  const edits = sum((entry) => entry.edits);
  return {
    facts: entries.length,
    minutes: (sum(({ seconds }) => seconds) / 60).toFixed(1),
    rejected: entries.filter(({ decision }) => decision === 'rejected').length,
    edits,
    perStatement: statements === 0 ? undefined : (edits / statements).toFixed(1),
  };
}

import type { FactKind } from './facts.ts';

/** Who asserts something: an author, and how, or a statement where that is null. */
interface AssertionSummary {
  as: string | null;
  confidence: number;
}

/** What all articles tell of an event, relation or role. */
export interface Telling {
  assertions: AssertionSummary[];
  /** What the figures of an event count. */
  figures: string[];
}

/** What an event, relation or role takes from what all articles tell of it: the best confidence of each way to assert it. */
export function deriveTold(kind: FactKind, { assertions, figures }: Telling) {
  const best = (mode: string | null) => {
    const confidences = assertions.flatMap(({ as, confidence }) => (as === mode ? [confidence] : []));
    return confidences.length > 0 ? Math.max(...confidences) : null;
  };
  return {
    factConfidence: best('fact'),
    opinionConfidence: best('opinion'),
    statementConfidence: best(null),
    ...(kind === 'Event' && { figures: figures.length > 0 ? [...new Set(figures)].sort() : null }),
  };
}

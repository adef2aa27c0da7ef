import type { Telling } from './derive-told.ts';
import { type ArticleFacts, type Fact, factKey, TOLD_KINDS } from './facts.ts';

/** What an article tells of each of its events, relations and roles, by their keys. */
export function tellings({ facts }: ArticleFacts): Map<string, Telling> {
  const kinds: readonly string[] = TOLD_KINDS;
  const told = new Map<string, Telling>(
    facts
      .filter(({ kind }) => kinds.includes(kind))
      .map((fact) => [factKey(fact), { assertions: [], figures: [] }]),
  );
  for (const fact of facts) {
    const { as, confidence, what } = fact.properties;
    if (fact.kind === 'Account')
      told.get(targetOf(fact))!.assertions.push({ as: as as string | null, confidence: Number(confidence) });
    else if (fact.kind === 'Figure') told.get(targetOf(fact))!.figures.push(String(what));
  }
  return told;
}

function targetOf({ edges }: Fact): string {
  const { toKind, to } = edges.find((edge) => edge.toKind !== undefined)!;
  return factKey({ kind: toKind!, id: to });
}

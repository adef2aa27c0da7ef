import type { StoredDecision } from './active-decisions.ts';
import { joinedAnnotation } from './joined-annotation.ts';
import type { MergedEntities } from './merged-entities.ts';
import { type SameIds, sameIdsOf } from './same-ids.ts';
import { withGivenIds } from './statement-id.ts';
import { withMergedEntities } from './with-merged-entities.ts';

/*
 * Decisions are applied to annotations, before these are made into facts: so the same articles and the same decisions make
 * the same graph in any order, and what is revoked leaves no trace.
 */

// biome-ignore lint/suspicious/noExplicitAny: an annotation as it was given, which was held to its schema before
type Given = any;

export interface DecidedAnnotation {
  annotation: unknown;
  /** Ids of the decisions that changed it. */
  decisions: string[];
}

/**
 * An annotation as decisions have it.
 * @param active decisions that hold, in the order in which they were taken.
 * @param merged the entities that go by another one since.
 */
export function decidedAnnotation(
  article: string,
  annotated: unknown,
  active: StoredDecision[],
  merged: MergedEntities,
): DecidedAnnotation {
  const given = withGivenIds(article, annotated);
  const same = sameIdsOf(active);
  const isJoined = same.statements.size + same.events.size > 0;
  const ofMerged =
    merged.size > 0 ? withMergedEntities(given, merged) : { annotation: given as Given, decisions: [] };
  const joined = isJoined
    ? joinedAnnotation(ofMerged.annotation, same)
    : { annotation: ofMerged.annotation, decisions: [] };
  let annotation = joined.annotation as Given;
  const decisions = [...ofMerged.decisions, ...joined.decisions];
  for (const decision of active) {
    const after = applied(article, annotation, named(decision, same.statements, merged));
    if (after === annotation) continue;
    annotation = after;
    decisions.push(decision.id);
  }
  return { annotation, decisions };
}

/** A decision about a statement by the id that this goes by now, and by those of its speakers. */
function named(
  decision: StoredDecision,
  statements: SameIds['statements'],
  merged: MergedEntities,
): StoredDecision {
  if (decision.kind !== 'rank' && decision.kind !== 'exclude') return decision;
  const statement = statements.get(decision.statement)?.id ?? decision.statement;
  if (decision.kind === 'exclude') return { ...decision, statement };
  const speakers = [...new Set(decision.speakers.map((id) => merged.get(id)?.id ?? id))];
  return { ...decision, statement, speakers };
}

/** The annotation itself where a decision changes nothing in it. */
function applied(article: string, annotation: Given, decision: StoredDecision): Given {
  if (decision.kind === 'rank' && decision.article === article) return ranked(annotation, decision);
  if (decision.kind === 'exclude' && (decision.article ?? article) === article)
    return withoutStatement(annotation, decision.statement);
  return annotation;
}

function ranked(annotation: Given, decision: StoredDecision & { kind: 'rank' }): Given {
  const wanted = decision.speakers.toSorted().join();
  const isMeant = ({ speaker, speakers }: Given) =>
    [...(speakers ?? (speaker == null ? [] : [speaker]))].sort().join() === wanted;
  const { rank, why } = decision;
  let isChanged = false;
  const attribution = (one: Given, isOfMeant: boolean) => {
    const current = one.rank ?? 'preferred';
    const next = isMeant(one)
      ? rank
      : rank === 'preferred' && current === 'preferred' && isOfMeant
        ? 'normal'
        : current;
    if (next === current) return one;
    isChanged = true;
    return { ...one, rank: next, reason: one.reason ?? why };
  };
  const quotation = (one: Given) => {
    const isOfMeant = one.attributions.some(isMeant);
    return { ...one, attributions: one.attributions.map((each: Given) => attribution(each, isOfMeant)) };
  };
  const statements = annotation.statements?.map((statement: Given) =>
    statement.id === decision.statement
      ? { ...statement, quotations: statement.quotations.map(quotation) }
      : statement,
  );
  return isChanged ? { ...annotation, statements } : annotation;
}

/** What nothing but the statement asserts goes with it, and so does what is said about that. */
function withoutStatement(annotation: Given, id: string): Given {
  const { statements = [], events = [], relations = [], roles = [] } = annotation;
  if (!statements.some((statement: Given) => statement.id === id)) return annotation;
  const isOfIt = ({ statement }: Given) => statement === id;
  const left = (facts: Given[]) =>
    facts.flatMap(({ assertedBy, ...fact }: Given) => {
      if (assertedBy === undefined) return fact;
      const others = [assertedBy].flat().filter((one) => !isOfIt(one));
      return others.length === 0 ? [] : { ...fact, assertedBy: others };
    });
  const eventsLeft = left(events).map((event: Given) =>
    event.figures === undefined
      ? event
      : {
          ...event,
          figures: event.figures.filter((one: Given) => !one.assertedBy || !isOfIt(one.assertedBy)),
        },
  );
  const kept = new Set(eventsLeft.map((event: Given) => event.id));
  const gone = new Set(events.map((event: Given) => event.id).filter((event: string) => !kept.has(event)));
  const isThere = (about: Given) => !gone.has(typeof about === 'string' ? about : about.id);
  const statementsLeft = statements
    .filter((statement: Given) => statement.id !== id)
    .map((statement: Given) => ({
      ...statement,
      ...(statement.about && { about: statement.about.filter(isThere) }),
      ...(statement.at && { at: statement.at.filter(isThere) }),
    }));
  return {
    ...annotation,
    statements: statementsLeft,
    events: eventsLeft,
    relations: left(relations),
    roles: left(roles),
  };
}

import type { SameIds } from './same-ids.ts';

// biome-ignore lint/suspicious/noExplicitAny: an annotation as it was given, which was held to its schema before
type Given = any;

/** An annotation where what goes by another id bears that one, and is one with what bore it; and the decisions that it took. */
export function joinedAnnotation(given: Given, same: SameIds): { annotation: Given; decisions: string[] } {
  const taken = new Set<string>();
  const renamed = (ids: SameIds['events']) => (id: string) => {
    const shared = ids.get(id);
    for (const decision of shared?.decisions ?? []) taken.add(decision);
    return shared?.id ?? id;
  };
  const statementId = renamed(same.statements);
  const eventId = renamed(same.events);
  const asserted = (one: Given) => (one.statement ? { ...one, statement: statementId(one.statement) } : one);
  const told = ({ assertedBy, ...fact }: Given) => {
    if (assertedBy === undefined) return fact;
    return {
      ...fact,
      assertedBy: Array.isArray(assertedBy) ? assertedBy.map(asserted) : asserted(assertedBy),
    };
  };
  const event = (one: Given) => ({
    ...told(one),
    id: eventId(one.id),
    ...(one.figures && { figures: one.figures.map(told) }),
  });
  const aboutOne = (one: Given) => (typeof one === 'string' ? eventId(one) : { ...one, id: eventId(one.id) });
  const statement = (one: Given) => ({
    ...one,
    id: statementId(one.id),
    ...(one.about && { about: one.about.map(aboutOne) }),
    ...(one.at && { at: one.at.map(eventId) }),
  });
  const { statements = [], events = [], relations = [], roles = [] } = given;
  const annotation = {
    ...given,
    statements: eachOnce(statements.map(statement), oneStatement),
    events: eachOnce(events.map(event), oneEvent),
    relations: relations.map(told),
    roles: roles.map(told),
  };
  return taken.size > 0 ? { annotation, decisions: [...taken] } : { annotation: given, decisions: [] };
}

function eachOnce(list: Given[], join: (one: Given, other: Given) => Given): Given[] {
  const byId = new Map<string, Given>();
  for (const one of list) byId.set(one.id, byId.has(one.id) ? join(byId.get(one.id), one) : one);
  return [...byId.values()];
}

/** What the first does not say the other does. */
const filledBy = (one: Given, other: Given) => ({
  ...other,
  ...Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null)),
});

const both = (one: Given[] = [], other: Given[] = []) => [
  ...new Map([...one, ...other].map((each) => [JSON.stringify(each), each])).values(),
];

const idOf = (about: Given): string => (typeof about === 'string' ? about : about.id);

const oneStatement = (one: Given, other: Given) => ({
  ...filledBy(one, other),
  quotations: [...one.quotations, ...other.quotations],
  about: [
    ...new Map([...(other.about ?? []), ...(one.about ?? [])].map((each) => [idOf(each), each])).values(),
  ],
  at: both(one.at, other.at),
  unnamedTargets: both(one.unnamedTargets, other.unnamedTargets),
});

const AUTHOR = { author: 'fact' };

const oneEvent = (one: Given, other: Given) => ({
  ...filledBy(one, other),
  participants: both(one.participants, other.participants),
  figures: both(one.figures, other.figures),
  evidence: both(one.evidence, other.evidence),
  assertedBy: both([one.assertedBy ?? AUTHOR].flat(), [other.assertedBy ?? AUTHOR].flat()),
});

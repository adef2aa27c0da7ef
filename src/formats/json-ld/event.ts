import type { Event, EventDetail } from '../../model/event.ts';
import { eventPath, statementPath } from '../resource-paths.ts';
import { assertionNode, figureNode } from './assertion.ts';
import { actNode, dateNode, evidenceFields, linkNode, type Node, withoutNulls } from './node.ts';

/** An event as a schema.org Event, with the articles that report it as its primary sources. */
export function eventNode(event: Event & Partial<EventDetail>): Node {
  const { id, kind, label, date, act, mode, contexts, place, participants, evidence } = event;
  const { figures, assertions, statementsAbout, statementsAt } = event;
  return withoutNulls({
    id: eventPath(id),
    type: ['Event', 'prov:Entity'],
    identifier: id,
    kind,
    name: label,
    date: dateNode(date),
    act: actNode(act),
    mode,
    contexts,
    location: place && linkNode(place),
    participants: participants.map(({ entity, role }) => ({ entity: linkNode(entity), role })),
    figures: figures.map(figureNode),
    assertions: assertions.map(assertionNode),
    ...evidenceFields(evidence),
    subjectOf: statementsAbout?.map(statementLink),
    statementsAt: statementsAt?.map(statementLink),
  });
}

const statementLink = ({ id, text }: EventDetail['statementsAt'][number]): Node => ({
  id: statementPath(id),
  type: ['Statement', 'Quotation'],
  identifier: id,
  text,
});

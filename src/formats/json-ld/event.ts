import type { z } from 'zod';
import type { Event, EventDetail } from '../../model/event.ts';
import type { Row } from '../../model/row.ts';
import {
  actNode,
  dateNode,
  eventAddress,
  evidenceFields,
  linkNode,
  statementAddress,
  withoutNulls,
} from './node.ts';

type Item = z.output<typeof Event> & Partial<z.output<typeof EventDetail>>;

/** An event as a schema.org Event whose primary sources are the articles that tell of it. */
export function eventNode(row: Row): Row {
  const { id, kind, label, date, act, place, participants, evidence, statementsAbout, statementsAt } =
    row as unknown as Item;
  return withoutNulls({
    id: eventAddress(id),
    type: ['Event', 'prov:Entity'],
    identifier: id,
    kind,
    name: label,
    date: dateNode(date),
    act: actNode(act),
    location: place && linkNode(place),
    participants: participants.map(({ entity, role }) => ({ entity: linkNode(entity), role })),
    ...evidenceFields(evidence),
    subjectOf: statementsAbout?.map(statementLink),
    statementsAt: statementsAt?.map(statementLink),
  });
}

const statementLink = ({ id, text }: { id: string; text: string }): Row => ({
  id: statementAddress(id),
  type: ['Statement', 'Quotation'],
  identifier: id,
  text,
});

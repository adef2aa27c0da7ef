import type { Event, EventDetail } from '../../model/event.ts';
import { articlePath, eventPath, statementPath } from '../resource-paths.ts';
import { assertionNode, figureNode } from './assertion.ts';
import {
  actNode,
  articleLinkNode,
  dateNode,
  evidenceFields,
  linkNode,
  type Node,
  withoutNulls,
} from './node.ts';

/** An event as a schema.org Event, with the articles that report it as its primary sources. */
export function eventNode(event: Event & Partial<EventDetail>): Node {
  const { id, kind, label, date, act, mode, contexts, place, contested, participants, evidence } = event;
  const { figures, assertions, accounts, statementsAbout, statementsAt } = event;
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
    participants: participants.map(({ entity, role, articles }) => ({
      entity: linkNode(entity),
      role,
      hadPrimarySource: articles.map(articlePath),
    })),
    figures: figures.map(figureNode),
    contested,
    assertions: assertions.map(assertionNode),
    accounts: accounts?.map(accountNode),
    ...evidenceFields(evidence),
    subjectOf: statementsAbout?.map(statementLink),
    statementsAt: statementsAt?.map(statementLink),
  });
}

const accountNode = ({ article, kind, label, date, cameo, place }: EventDetail['accounts'][number]): Node =>
  withoutNulls({
    hadPrimarySource: [articleLinkNode(article)],
    ...{ kind, name: label, date: dateNode(date), cameo },
    location: place && linkNode(place),
  });

const statementLink = ({ id, text }: EventDetail['statementsAt'][number]): Node => ({
  id: statementPath(id),
  type: ['Statement', 'Quotation'],
  identifier: id,
  text,
});

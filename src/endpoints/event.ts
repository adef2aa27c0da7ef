import { z } from 'zod';
import { defineRead } from '../db/client.ts';
import { cypher, filled } from '../db/cypher.ts';
import { EVENT_DETAIL } from '../db/fragments.ts';
import { eventNode } from '../formats/json-ld/event.ts';
import { EventDetail } from '../model/event.ts';
import { defineQuery } from '../query/define.ts';
import { slug } from '../query/parameters.ts';

export const event = defineQuery({
  kind: 'one',
  operationId: 'getEvent',
  tag: 'events',
  path: '/v1/events/{id}',
  summary: 'One event',
  description:
    'An event with its participants, the words that tell of it, the newest statements about it, of which `/v1/statements?about=` has all, and those made at it.',
  pathParams: z.strictObject({ id: slug('Id of the event.', 'trump-munir-meeting-2025') }),
  params: z.strictObject({}),
  row: EventDetail,
  read: defineRead({
    name: 'one event',
    parameters: ['id'],
    row: EventDetail.extend({ key: z.string() }),
    text: filled('read/events', { rows: cypher`MATCH (v:Event {id: $id})`, detail: EVENT_DETAIL }),
  }),
  bind: ({ id }) => ({ id }),
  jsonld: eventNode,
  drafts: true,
  examples: [{ summary: 'Who met at the White House in 2025?', request: { id: 'trump-munir-meeting-2025' } }],
});

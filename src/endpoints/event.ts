import { z } from 'zod';
import { eventNode } from '../formats/json-ld/event.ts';
import { EventDetail } from '../model/event.ts';
import { defineQuery } from '../query/define.ts';
import { slug } from '../query/parameters.ts';

export const event = defineQuery({
  operationId: 'getEvent',
  tag: 'events',
  path: '/v1/events/{id}',
  summary: 'One event',
  description:
    'An event with its participants, the words that tell of it, and the statements about it and made at it.',
  cypher: 'event',
  pathParams: z.strictObject({ id: slug('Id of the event.', 'trump-munir-meeting-2025') }),
  params: z.strictObject({}),
  row: EventDetail,
  list: false,
  jsonld: eventNode,
  plan: ({ id }) => ({ flags: ['detail'], bind: { id } }),
  examples: [{ summary: 'Who met at the White House in 2025?', request: { id: 'trump-munir-meeting-2025' } }],
});

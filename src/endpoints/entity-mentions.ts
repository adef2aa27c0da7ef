import { z } from 'zod';
import { Mention } from '../model/mention.ts';
import { defineQuery, present } from '../query/define.ts';
import { entity, paging } from '../query/parameters.ts';
import { mentionFilters, mentionPlan } from './mentions.ts';

export const entityMentions = defineQuery({
  operationId: 'listEntityMentions',
  tag: 'mentions',
  path: '/v1/entities/{id}/mentions',
  summary: 'Where one entity is mentioned',
  description: 'Mentions of the entity by article and place in it, each with its form and its words.',
  cypher: 'mentions',
  pathParams: z.strictObject({ id: entity('The entity.', 'asim-munir') }),
  params: z.strictObject({ ...mentionFilters, ...paging }),
  row: Mention,
  list: true,
  plan: ({ id, ...filters }) => mentionPlan([...present(filters), 'entity'], { ...filters, entity: id }),
  examples: [
    { summary: 'Where is General Munir mentioned?', request: { id: 'General Munir' } },
    { summary: 'Which pronouns mean Trump?', request: { id: 'Trump', form: 'pronoun' } },
  ],
});

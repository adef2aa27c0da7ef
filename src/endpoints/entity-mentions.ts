import { z } from 'zod';
import { mentionTotal } from '../columns/totals.ts';
import { mentionEntry } from '../formats/atom-entries.ts';
import { Mention } from '../model/mention.ts';
import { defineQuery } from '../query/define.ts';
import { entity, paging } from '../query/parameters.ts';
import { mentionFilters, mentionPages, mentionPlan } from './mentions.ts';

export const entityMentions = defineQuery({
  kind: 'page',
  operationId: 'listEntityMentions',
  tag: 'mentions',
  path: '/v1/entities/{id}/mentions',
  summary: 'Where one entity is mentioned',
  description: 'Mentions of the entity by article and place in it, each with its form and its words.',
  pathParams: z.strictObject({ id: entity('The entity.', 'asim-munir') }),
  params: z.strictObject({ ...mentionFilters, ...paging }),
  row: Mention,
  atom: mentionEntry,
  pages: mentionPages,
  total: { count: mentionTotal },
  plan: ({ id, ...filters }) => mentionPlan({ ...filters, entity: id }),
  drafts: true,
  examples: [
    { summary: 'Where is General Munir mentioned?', request: { id: 'General Munir' } },
    { summary: 'Which pronouns mean Trump?', request: { id: 'Trump', form: 'pronoun' } },
  ],
});

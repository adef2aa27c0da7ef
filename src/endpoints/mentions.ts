import { z } from 'zod';
import { mentionTotal } from '../columns/totals.ts';
import type { Parameters } from '../db/client.ts';
import { MENTIONS } from '../db/indexes.ts';
import { pagesOf } from '../db/seek.ts';
import { mentionEntry } from '../formats/atom-entries.ts';
import { Mention } from '../model/mention.ts';
import { MentionForm } from '../model/vocabulary.ts';
import type { PagePlan } from '../query/define.ts';
import { defineQuery } from '../query/define.ts';
import { entity, flag, paging, several, slug } from '../query/parameters.ts';

/** The filters of mentions, which apply wherever mentions are listed. */
export const mentionFilters = {
  beside: several(
    entity('Another entity that the same sentence mentions, or several, any of which will do.', 'Trump'),
  ).optional(),
  article: several(slug('Id of the article.', 'shifting-sands')).optional(),
  form: several(MentionForm.meta({ description: 'How the text refers to the entity.' })).optional(),
};

export const mentionPages = pagesOf(MENTIONS, 'read/mentions');

/** @param parameters.article ids of the only articles, whose mentions have keys that begin with them. */
export const mentionPlan = ({ article, ...given }: Parameters & { article?: string[] }): PagePlan => ({
  given,
  ranges: article?.map((id) => ({ low: `${id} `, high: `${id}!` })),
  counted: { article },
});

export const mentions = defineQuery({
  kind: 'page',
  operationId: 'listMentions',
  tag: 'mentions',
  path: '/v1/mentions',
  summary: 'Where entities are mentioned',
  description:
    'Mentions that match every filter given, by article and place in it. Those that the text leaves open have no entity and say why.',
  params: z.strictObject({
    entity: entity('Who or what is meant.', 'General Munir').optional(),
    resolved: flag('Whether it is known who or what is meant; both by default.').optional(),
    ...mentionFilters,
    ...paging,
  }),
  row: Mention,
  atom: mentionEntry,
  pages: mentionPages,
  total: { count: mentionTotal },
  plan: ({ resolved, ...filters }) =>
    mentionPlan({
      ...filters,
      resolved: resolved === true ? true : undefined,
      unresolved: resolved === false ? true : undefined,
    }),
  drafts: true,
  examples: [
    {
      summary: 'In which sentences does an article mention Munir beside Trump?',
      request: { entity: 'Munir', beside: 'Trump' },
    },
    { summary: 'Which mentions could not be resolved, and why?', request: { resolved: 'false' } },
    {
      summary: 'Which metonyms does an article use?',
      request: { article: 'shifting-sands', form: 'metonym' },
    },
  ],
});

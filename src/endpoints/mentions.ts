import { z } from 'zod';
import type { Row } from '../db/client.ts';
import { Mention } from '../model/mention.ts';
import { MentionForm } from '../model/vocabulary.ts';
import { defineQuery, type Plan, present } from '../query/define.ts';
import { entity, flag, paging, slug } from '../query/parameters.ts';

/** The filters of mentions, which apply wherever mentions are listed. */
export const mentionFilters = {
  article: slug('Id of the article.', 'shifting-sands').optional(),
  form: MentionForm.meta({ description: 'How the text refers to the entity.' }).optional(),
};

/** Mentions that one page looks at where most of them do not match; the next page goes on from there. */
const MAX_SCANNED = 10_000;

/** @param article id of the only article, whose mentions have keys that begin with it. */
export const mentionPlan = (flags: string[], { article, ...bind }: Row): Plan => ({
  flags,
  bind: { ...bind, scan: MAX_SCANNED },
  ...(article !== undefined && { ranges: [{ low: `${article} `, high: `${article}!` }] }),
  reach: 'mentions-reach',
});

export const mentions = defineQuery({
  operationId: 'listMentions',
  tag: 'mentions',
  path: '/v1/mentions',
  summary: 'Where entities are mentioned',
  description:
    'Mentions that match every filter given, by article and place in it. Those that the text leaves open have no entity and say why.',
  cypher: 'mentions',
  params: z.strictObject({
    entity: entity('Who or what is meant.', 'General Munir').optional(),
    resolved: flag('Whether it is known who or what is meant; both by default.').optional(),
    ...mentionFilters,
    ...paging,
  }),
  row: Mention,
  list: true,
  plan: ({ resolved, ...filters }) => {
    const flags = present(filters);
    if (resolved !== undefined) flags.push(resolved ? 'resolved' : 'unresolved');
    return mentionPlan(flags, filters);
  },
  examples: [
    { summary: 'Which mentions could not be resolved, and why?', request: { resolved: 'false' } },
    {
      summary: 'Which metonyms does an article use?',
      request: { article: 'shifting-sands', form: 'metonym' },
    },
  ],
});

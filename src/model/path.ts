import { z } from 'zod';
import { EntityLink } from './entity.ts';
import { ArticleEvidence } from './evidence.ts';

const ConnectingFact = z
  .object({
    kind: z.enum(['statement', 'event', 'relation', 'role']).describe('What kind of fact it is.'),
    id: z.string().describe('Id of the fact.'),
    label: z.string().describe('Text of the statement, label of the event, predicate or title.'),
    direction: z
      .enum(['forward', 'backward', 'mutual'])
      .describe(
        'Forward where the hop starts from who speaks, acts, is the subject or holds the role; backward where it leads there; mutual where both do the same.',
      ),
    evidence: z.array(ArticleEvidence).describe('The words that say so, at most three passages.'),
  })
  .meta({ id: 'ConnectingFact', description: 'A fact that connects two entities, with its evidence.' });

export const Path = z
  .object({
    length: z.number().int().min(1).describe('How many hops it has.'),
    hops: z
      .array(
        z.object({
          from: EntityLink.describe('Where the hop starts.'),
          to: EntityLink.describe('Where the hop leads.'),
          facts: z.array(ConnectingFact).describe('What connects them, at most three facts of each kind.'),
        }),
      )
      .describe('From entity to entity.'),
  })
  .meta({ id: 'Path', description: 'How one entity is connected to another.' });

import { draftsOf, type Graph, read, write } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { QUERIES } from '../../limits.ts';
import { checkSubmission } from '../check/check-submission.ts';
import { lockArticles, storedArticles } from './article-transaction.ts';
import { runner } from './locked-write.ts';
import { removeWithin } from './remove-article.ts';
import { replace } from './replace-articles.ts';
import { existingHashes, replaceEntities } from './replace-entities.ts';

/** An article with a part of every kind, under ids that nobody else has. */
const REHEARSED = {
  id: 'on-record-rehearsal',
  text: 'Ada Rehearsal told reporters: “Rehearsal House is ready.” It opened.',
  entities: [
    { id: 'on-record-rehearsal-ada', type: 'Person', name: 'Ada Rehearsal' },
    { id: 'on-record-rehearsal-house', type: 'Organization', name: 'Rehearsal House' },
  ],
  annotation: {
    article: { title: 'A rehearsal', language: 'en', published: '2025-06-20' },
    roles: [
      {
        person: 'on-record-rehearsal-ada',
        kind: 'spokesperson',
        title: null,
        of: 'on-record-rehearsal-house',
        evidence: ['Ada Rehearsal'],
      },
    ],
    events: [
      {
        id: 'on-record-rehearsal-opening',
        kind: 'ceremony',
        label: 'Rehearsal House opens',
        participants: [{ entity: 'on-record-rehearsal-house', role: 'actor' }],
        figures: [{ what: 'amount', value: 1, words: 'opened' }],
        assertedBy: [{ author: 'fact' }, { statement: 'on-record-rehearsal-statement' }],
        evidence: ['It opened'],
      },
    ],
    relations: [
      {
        subject: 'on-record-rehearsal-ada',
        predicate: 'SPOKESPERSON_OF',
        object: 'on-record-rehearsal-house',
        evidence: ['Ada Rehearsal'],
      },
    ],
    statements: [
      {
        id: 'on-record-rehearsal-statement',
        act: '051',
        about: ['on-record-rehearsal-house', { id: 'on-record-rehearsal-opening', as: 'topic' }],
        at: ['on-record-rehearsal-opening'],
        quotations: [
          {
            quoteType: 'direct',
            quote: 'Rehearsal House is ready.',
            cue: 'told',
            attributions: [
              {
                speaker: 'on-record-rehearsal-ada',
                rank: 'preferred',
                basis: 'cue-named',
                confidence: 1,
                evidence: 'Ada Rehearsal',
              },
            ],
          },
        ],
      },
    ],
  },
};

class RehearsalOver extends Error {}

/**
 * Writes an article and removes it within a transaction that is rolled back, so that the database has planned what the first
 * writer needs. Nothing of it is ever seen.
 */
export async function rehearseWrites(graph: Graph): Promise<void> {
  const { facts, entities } = await checkSubmission(REHEARSED, {
    entities: async () => new Map(),
    nameBearers: async () => new Map(),
    events: async () => [],
  });
  try {
    await write(graph, async (transaction) => {
      const run = runner(transaction);
      await existingHashes(run, entities);
      await replaceEntities(transaction, entities);
      const stored = await storedArticles(run, await lockArticles(transaction, [facts.id]));
      await replace(transaction, [facts], stored, []);
      await removeWithin(transaction, facts.id);
      await run('announce-commit', { id: facts.id, within: QUERIES.commitWithin });
      await run('end-commit', { id: facts.id });
      throw new RehearsalOver();
    });
  } catch (error) {
    if (!(error instanceof RehearsalOver)) throw error;
  }
}

/** The same for drafts, where there are any: without them their schema may not be there yet. */
export async function rehearseDrafts(graph: Graph): Promise<void> {
  const drafts = draftsOf(graph);
  const [found] = await read(drafts, cypherFile('read/drafts-there'));
  if (found?.areThere) await rehearseWrites(drafts);
}

import { DRAFTING } from '../limits.ts';
import { WorkThread } from '../thread.ts';
import type { KnownThings } from './draft-beside.ts';
import type { DraftOrder, DraftOutcome } from './draft-worker.ts';

const thread = new WorkThread<DraftOrder, DraftOutcome>({
  file: new URL('../../bin/draft-worker.js', import.meta.url),
  ...DRAFTING,
});

/**
 * Drafts an article in a thread of its own, one after another.
 * @throws TooCostly where it takes more time or memory than it may.
 */
export const draftApart = (order: DraftOrder, graph: KnownThings): Promise<DraftOutcome> =>
  thread.run(order, graph);

import { type Graph, write } from '../../db/client.ts';
import { runner } from './locked-write.ts';

const DAY = 86_400_000;

/**
 * Forgets changes that are older than so many days, but for the latest one. What they tell of stays.
 * @param days 0 is for ever.
 */
export async function pruneChanges(graph: Graph, days: number): Promise<void> {
  if (days === 0) return;
  const before = new Date(Date.now() - days * DAY).toISOString();
  for (let forgotten = 1; forgotten > 0; ) {
    const [row] = await write(graph, (transaction) =>
      runner(transaction)<{ forgotten: number }>('prune-changes', { before }),
    );
    forgotten = row?.forgotten ?? 0;
  }
}

/** Forgets old changes now and once a day. */
export function forgetChanges(
  graph: Graph,
  days: number,
  onFailure: (error: unknown) => void,
): NodeJS.Timeout {
  const forget = () => void pruneChanges(graph, days).catch(onFailure);
  forget();
  return setInterval(forget, DAY).unref();
}

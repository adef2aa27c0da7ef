import type { Graph } from '../../db/client.ts';
import { mergeStatements } from '../write/write-merged.ts';
import { deriveAnew } from './derive-anew.ts';

/** Lifts a graph of model 6: statements are derived anew, since they say now whether they are aimed at those whom nobody names. */
export const liftFrom6 = (graph: Graph, onProgress: (text: string) => void): Promise<void> =>
  deriveAnew(
    graph,
    'Statement',
    (transaction, statements) =>
      mergeStatements(
        transaction,
        statements.map(({ id }) => id),
        { changes: [], missing: 0 },
      ),
    (done) => onProgress(`${done} statements derived anew`),
  );

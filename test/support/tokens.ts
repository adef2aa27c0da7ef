import { type Graph, write } from '../../src/db/client.ts';

/**
 * Makes the database know every property that the seed leaves unset, since EXPLAIN only tells what it does not know
 * from what it does. Names stay known after the node is gone.
 */
export const createEveryToken = (graph: Graph) =>
  write(graph, async (transaction) => {
    await transaction.run(
      'CREATE (n:Article {publishedEdtf: "", publishedEarliest: "", publishedLatest: "", publisher: "", url: ""}) DELETE n',
    );
    await transaction.run('CREATE (n:Statement {reportedEarliest: "", reportedLatest: ""}) DELETE n');
    await transaction.run('CREATE (n:Role {from: "", until: ""}) DELETE n');
  });

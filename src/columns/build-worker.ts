import { rmSync } from 'node:fs';
import { closeGraph, type GraphConnection, openGraph } from '../db/client.ts';
import { COLUMNS } from '../limits.ts';
import { readGraph } from './read-graph.ts';
import { ColumnStore, LAYOUT } from './store.ts';

/** What the process that builds an index is told to do. */
export interface BuildOrder {
  connection: GraphConnection;
  /** The file to make. */
  path: string;
  /** The layout that is asked for. */
  layout: string;
}

/** What it tells: how far it is, that the file is whole, or why it is not. */
export type BuildMessage = { progress: string } | { done: true } | { failure: string };

const tell = (message: BuildMessage) => process.send!(message);

process.once('message', async ({ connection, path, layout }: BuildOrder) => {
  const graph = openGraph(connection);
  try {
    // This process reads the files of the program anew, which may be others by now.
    if (layout !== LAYOUT)
      throw new Error(
        'Another version of this program is installed now: the service has to be started anew.',
      );
    rmSync(path, { force: true });
    const store = await ColumnStore.open(path, COLUMNS.buildMemory);
    await store.create();
    const shown = await readGraph(graph, store, (progress) => tell({ progress }));
    await store.order();
    await store.note(shown);
    store.close();
    tell({ done: true });
  } catch (error) {
    tell({ failure: String(error) });
  } finally {
    await closeGraph(graph);
    process.disconnect();
  }
});

// Who asked for the index is gone.
process.once('disconnect', () => process.exit());

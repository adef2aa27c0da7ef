import { rmSync } from 'node:fs';
import { closeGraph, type GraphConnection, openGraph } from '../db/client.ts';
import { COLUMNS } from '../limits.ts';
import { readGraph } from './read-graph.ts';
import { ColumnStore } from './store.ts';

/** What the process that builds an index is told to do. */
export interface BuildOrder {
  connection: GraphConnection;
  /** The file to make. */
  path: string;
}

/** What it tells: how far it is, that the file is whole, or why it is not. */
export type BuildMessage = { progress: string } | { done: true } | { failure: string };

const tell = (message: BuildMessage) => process.send!(message);

process.once('message', async ({ connection, path }: BuildOrder) => {
  const graph = openGraph(connection);
  try {
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

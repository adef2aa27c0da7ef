import type { Graph } from '../../src/db/client.ts';

interface Inside {
  _connectionProvider: { _connectionPool: { _activeResourceCounts: Record<string, number> } };
}

/** Connections that the driver has lent out now. Its interface does not tell. */
export function lentConnections({ driver }: Graph): number {
  const { _activeResourceCounts: counts } = (driver as unknown as Inside)._connectionProvider._connectionPool;
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

import { cypher } from '../graph/cypher.ts';
import { type Graph, wholeNumbers, write } from '../graph/graph.ts';
import type { EntityRow } from './entity-rows.ts';
import { Tally } from './tally.ts';

/** Writes the authority records that are new or changed, all in one transaction. */
export async function writeEntities(graph: Graph, rows: EntityRow[]): Promise<Tally> {
  return write(graph, async (transaction) => {
    const tally = new Tally();
    const existing = await transaction.run(cypher('ingest/existing-entities'), {
      ids: rows.map(({ id }) => id),
    });
    const hashes = new Map(existing.records.map((record) => [record.get('id'), record.get('hash')]));
    const changed = rows.filter(({ id, hash }) => hashes.get(id) !== hash);
    for (const row of rows) {
      const change = !hashes.has(row.id)
        ? 'created'
        : hashes.get(row.id) === row.hash
          ? 'unchanged'
          : 'updated';
      tally.add('nodes', row.type, change);
      tally.add('relationships', 'NAMES', change, row.names.length);
      if (row.country !== null) tally.add('relationships', 'BELONGS_TO', change);
    }
    if (changed.length > 0) {
      await transaction.run(cypher('ingest/entities'), wholeNumbers({ rows: changed }));
      const belonging = changed.filter(({ country }) => country !== null);
      await transaction.run(cypher('ingest/entity-countries'), { rows: belonging });
      await transaction.run(cypher('ingest/unused-names'));
      await transaction.run(cypher('ingest/bump-version'));
    }
    return tally;
  });
}

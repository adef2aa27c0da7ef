import type { ManagedTransaction } from 'neo4j-driver';
import { toNeo4jIntegers } from '../../db/client.ts';
import { cypherForKind } from '../../db/cypher-for-kind.ts';
import { deriveTold, type Telling } from '../facts/derive-told.ts';
import { TOLD_KINDS } from '../facts/facts.ts';
import { idsByKind } from './article-transaction.ts';

/** Derives anew what events, relations and roles take from all that articles tell of them. */
export async function updateTold(
  transaction: ManagedTransaction,
  facts: Parameters<typeof idsByKind>[0],
): Promise<void> {
  const ids = idsByKind(facts);
  for (const kind of TOLD_KINDS) {
    if (ids[kind].length === 0) continue;
    const { records } = await transaction.run(cypherForKind('ingest/tellings', kind), { ids: ids[kind] });
    const rows = records
      .map((record) => record.toObject() as Telling & { id: string })
      .map(({ id, ...telling }) => ({ id, properties: deriveTold(kind, telling) }));
    await transaction.run(cypherForKind('ingest/update-told', kind), toNeo4jIntegers({ rows }));
  }
}

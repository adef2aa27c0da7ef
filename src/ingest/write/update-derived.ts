import { deriveStatement, type QuotationSummary } from '../facts/derive-statement.ts';
import type { OrderKeys } from '../facts/edge-properties.ts';
import type { Run } from './locked-write.ts';

interface StatementSources extends OrderKeys {
  id: string;
  quotations: QuotationSummary[];
}

/** Derives anew what statements that were there before take from their quotations, and marks their JSON as missing. */
export async function updateDerived(run: Run, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await run<StatementSources>('statement-sources', { ids });
  const rows = found.map(({ id, sortKey, intervalKey, quotations }) => ({
    id,
    ...deriveStatement({ sortKey, intervalKey }, quotations),
  }));
  await run('update-derived', { rows });
}

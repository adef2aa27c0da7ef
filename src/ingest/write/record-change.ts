import { currentWriter } from '../../db/writer.ts';
import { changeId } from '../../model/change.ts';
import type { Run } from './locked-write.ts';

/** What a transaction changed; ids, each once. */
export interface ChangedThings {
  articlesAdded?: string[];
  articlesReplaced?: string[];
  articlesRemoved?: string[];
  entities?: string[];
  decisions?: string[];
  statements?: string[];
  events?: string[];
}

/** Notes what is changed at a version, in the transaction that changes it. */
export async function recordChange(run: Run, version: number, things: ChangedThings): Promise<void> {
  const lists = Object.entries(things).map(([name, ids]) => [name, [...new Set(ids)].sort()] as const);
  const filled = lists.filter(([, ids]) => ids.length > 0);
  if (filled.length === 0) return;
  await run('record-change', {
    id: changeId(version),
    change: {
      version,
      at: new Date().toISOString(),
      by: currentWriter() ?? null,
      ...Object.fromEntries(filled),
    },
  });
}

import type { Graph } from '../../db/client.ts';
import { activeDecisions } from './decided-facts.ts';
import { joinStatements } from './join-statements.ts';
import { moveVersion, noteChanges, runner, writeLocked } from './locked-write.ts';
import { mergeStatements } from './write-merged.ts';

/** Quotations that are compared in one transaction. */
const TOGETHER = 200;

/**
 * Joins the statements of a graph that were written without being compared, as a bulk load writes them.
 * @param onProgress told how many quotations are done.
 */
export async function joinOpen(graph: Graph, onProgress: (done: number) => void = () => {}): Promise<void> {
  let done = 0;
  for (let after = ''; ; ) {
    const page = await joinSome(graph, after);
    if (page.length === 0) return;
    after = page.at(-1)!.openId;
    done += page.length;
    onProgress(done);
  }
}

interface OpenQuotation {
  id: string;
  openId: string;
}

/** @returns the quotations that were compared, in the order of the ids of their statements. */
const joinSome = (graph: Graph, after: string): Promise<OpenQuotation[]> =>
  writeLocked(graph, async (transaction) => {
    const run = runner(transaction);
    const rows = await run<OpenQuotation>('open-quotations', { after, limit: TOGETHER });
    // The last statement may have more quotations than the page shows.
    const last = rows.length === TOGETHER ? rows.at(-1)!.openId : null;
    const whole = rows.filter(({ openId }) => openId !== last);
    const page = whole.length > 0 ? whole : rows;
    if (page.length === 0) return [];
    const ids = page.map(({ id }) => id);
    await moveVersion(transaction);
    const { active: decisions } = await activeDecisions(run);
    const statements = await joinStatements(transaction, { quotations: ids, statements: [], decisions });
    await mergeStatements(transaction, statements, { changes: [], missing: 0 });
    noteChanges(transaction, { statements });
    return page;
  });

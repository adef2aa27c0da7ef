import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import { read } from '../../../src/db/client.ts';
import { InputError } from '../../../src/ingest/check/input-error.ts';
import { writeChecked } from '../../../src/ingest/ingest.ts';
import { removeArticle } from '../../../src/ingest/write/remove-article.ts';
import { projectFolder } from '../../../src/project.ts';
import { testDatabase } from '../../support/database.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { dump, restoreSeed } from '../../support/graph-dump.ts';
import { expectGood, expectNoLeak } from '../../support/leaks.ts';
import { scratchInputs, scratchRecord } from '../../support/scratch.ts';
import { testService } from '../../support/service.ts';

const service = testService();
const graph = testGraph();
const inputs = scratchInputs();
afterAll(() => restoreSeed(graph));

const digest = async () =>
  createHash('sha256')
    .update((await dump(graph)).join('\n'))
    .digest('hex');

faultRow(
  22,
  'ingestion twice, shuffled, 4 in parallel',
  async () => {
    const ids = Array.from({ length: 24 }, (_, nth) => `again-${nth}`);
    // Neighbours share a statement, so that writers meet.
    const shared = (nth: number) => ({ statement: { id: `again-${nth >> 1}-says`, text: 'We agree' } });
    const records = ids.map((id, nth) => scratchRecord(id, { words: 'We agree', ...shared(nth) }));
    const shuffled = fc.sample(fc.shuffledSubarray(records, { minLength: records.length }), {
      numRuns: 4,
      seed: 22,
    });
    const load = (some: object[]) => writeChecked(graph, inputs.check(some));
    const remove = async () => {
      for (const id of ids) await removeArticle(graph, id);
    };

    expect((await load(records)).nodes.get('Article')).toMatchObject({ created: ids.length });
    const wanted = await digest();
    const again = await load(records);
    expect([again.total('created'), again.total('updated'), again.total('removed')]).toEqual([0, 0, 0]);
    expect(await digest()).toBe(wanted);

    await remove();
    expect(await digest()).not.toBe(wanted);
    await load(shuffled[0]!);
    expect(await digest()).toBe(wanted);

    await remove();
    const tallies = await Promise.all(shuffled.map(load));
    expect(await digest()).toBe(wanted);
    const created = tallies.map((tally) => tally.nodes.get('Article')?.created ?? 0);
    expect(created.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    expect((await load(records)).total('created')).toBe(0);
    await remove();
    await expectGood(service.get);
    return `the same SHA-256 of the graph each time; created a second time: 0 of ${ids.length} articles`;
  },
  120_000,
);

/** Runs `onrecord ingest` on the database of this run. */
function ingest(folder: string): Promise<{ code: number | null; errors: string }> {
  const { uri, user, password, database } = testDatabase().connection;
  const env = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
  const child = spawn(process.execPath, ['src/cli.ts', 'ingest', folder], {
    cwd: projectFolder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, errors })));
}

const COUNT = 100;
const BAD = 57;

faultRow(
  23,
  'one bad record of 100',
  async () => {
    const ids = Array.from({ length: COUNT }, (_, nth) => `record-${nth + 1}`);
    const bad = `record-${BAD}`;
    const faults: [field: string, record: object][] = [
      ['annotation.statements[0].act', scratchRecord(bad, { statement: { act: 57 } })],
      ['annotation.statements[0].about[0]', scratchRecord(bad, { land: 'scratch-lnd' })],
      [
        'annotation.statements[0].quotations[0].quote',
        { ...scratchRecord(bad), text: 'In Scratchland they met, said Speaker.' },
      ],
      ['text', { ...scratchRecord(bad), text: 'a \ud83c b' }],
      ['txt', { ...scratchRecord(bad), txt: '' }],
    ];
    const records = ids.map((id) => scratchRecord(id));
    const before = await digest();
    for (const [field, broken] of faults) {
      const folder = inputs.write(records.with(BAD - 1, broken as never));
      const error = refusal(() => inputs.checkFolder(folder));
      expect(error.faults, field).toContainEqual(
        expect.objectContaining({ file: expect.stringMatching(/articles\.ndjson$/), line: BAD, field }),
      );
      expect(new Set(error.faults.map(({ line }) => line))).toEqual(new Set([BAD]));
    }
    const [field, broken] = faults[0]!;
    const { code, errors } = await ingest(inputs.write(records.with(BAD - 1, broken as never)));
    expect(code).toBe(1);
    expect(errors).toContain(`articles.ndjson:${BAD} ${field}: `);
    expectNoLeak(errors);
    expect(await digest()).toBe(before);
    await expectGood(service.get);
    return `nothing is written; ${faults.length} of ${faults.length} named with file, line and field; exit code 1`;
  },
  60_000,
);

faultRow(
  23,
  'a record that only the database refuses',
  async () => {
    const checked = inputs.check(Array.from({ length: COUNT }, (_, nth) => scratchRecord(`late-${nth + 1}`)));
    const articles = [...checked.read()];
    const bad = articles[BAD - 1]!;
    bad.facts.find(({ kind }) => kind === 'Mention')!.properties.reason = { not: 'a property' } as never;
    const load = writeChecked(graph, { ...checked, read: () => articles });
    await expect(load).rejects.toThrow(/articles\.ndjson: the database refuses article late-57: /);
    const [row] = await read(
      graph,
      `MATCH (a:Article) WHERE a.id STARTS WITH 'late-'
       RETURN count(a) AS articles,
         count(CASE WHEN COUNT { (a)<-[:IN]-() } = $facts THEN 1 END) AS whole,
         max(CASE a.id WHEN $bad THEN 1 ELSE 0 END) AS bad`,
      // Evidence and account of the event, the quotation and the mention.
      { facts: 4, bad: bad.id },
    );
    expect(row!.whole).toBe(row!.articles);
    expect(row!.bad).not.toBe(1);
    return `${row!.articles} of ${COUNT} articles written in full, 0 in part`;
  },
  60_000,
);

function refusal(work: () => unknown): InputError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return error as InputError;
  }
  throw new Error('nothing is refused');
}

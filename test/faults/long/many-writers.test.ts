import { afterAll, beforeAll, expect } from 'vitest';
import { type Asked, ask } from '../../support/asked.ts';
import { testDatabase } from '../../support/database.ts';
import { expectNone } from '../../support/expect-none.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { restoreSeed } from '../../support/graph-dump.ts';
import { readyService, type Served } from '../../support/served.ts';
import { expectSound } from '../../support/verify.ts';

const KEY = 'a-key-of-more-than-twenty-characters';
const WRITERS = 120;
const READERS = 5;

const graph = testGraph();
let service: Served;
beforeAll(async () => {
  service = await readyService(testDatabase().connection, { WRITE_KEY: KEY });
});
afterAll(async () => {
  await service?.stop();
  await restoreSeed(graph);
});

/** All state a fact that others state too, so that they wait for each other's locks. */
const article = (number: number) => ({
  id: `writer-${number}`,
  text: `Ada Example told reporters: “Pakistan is partner number ${number}.”`,
  entities: [{ id: 'ada-example', type: 'Person', name: 'Ada Example' }],
  annotation: {
    article: { title: `Partner ${number}`, language: 'en', published: '2025-06-20' },
    statements: [
      {
        id: `partner-${number}`,
        act: '051',
        about: ['pakistan'],
        quotations: [
          {
            quoteType: 'direct',
            quote: `Pakistan is partner number ${number}.`,
            cue: 'told',
            attributions: [
              {
                speaker: 'ada-example',
                rank: 'preferred',
                basis: 'cue-named',
                confidence: 1,
                evidence: 'Ada Example',
              },
            ],
          },
        ],
      },
    ],
  },
});

const send = (number: number) =>
  ask(`${service.url}/v1/articles`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify(article(number)),
  });

/** Reads something new again and again until it is told to end. */
async function read(reader: number, isOver: () => boolean): Promise<Asked[]> {
  const answers: Asked[] = [];
  for (let count = 0; !isOver(); count++)
    answers.push(await ask(`${service.url}/v1/statements?limit=${1 + reader * 90 + (count % 90)}`));
  return answers;
}

faultRow(
  35,
  '120 articles sent at once',
  async () => {
    await ask(`${service.url}/v1/statements?limit=1`);
    let isOver = false;
    const reading = Array.from({ length: READERS }, (_, reader) => read(reader, () => isOver));
    const written = await Promise.all(Array.from({ length: WRITERS }, (_, number) => send(number)));
    isOver = true;
    const answers = (await Promise.all(reading)).flat();

    const faults: string[] = [];
    for (const [number, { status, headers, text }] of written.entries()) {
      const isThere = (await ask(`${service.url}/v1/articles/writer-${number}`)).status === 200;
      if (status !== 201 && status !== 503) faults.push(`article ${number}: ${status} ${text}`);
      if (isThere !== (status === 201)) faults.push(`article ${number}: ${status}, and there: ${isThere}`);
      if (status === 503 && !headers.get('retry-after')) faults.push(`article ${number}: no Retry-After`);
    }
    faults.push(
      ...answers.filter(({ status }) => status >= 500).map(({ status, text }) => `reader: ${status} ${text}`),
    );
    expectNone('wrong answers', faults);
    const count = written.filter(({ status }) => status === 201).length;
    expect(count).toBeGreaterThan(0);
    const slowest = Math.max(...answers.map(({ took }) => took));
    return `${count} of ${WRITERS} written, ${WRITERS - count} told to come again; ${answers.length} reads meanwhile, the slowest after ${Math.round(slowest)} ms; ${await expectSound(graph)}`;
  },
  180_000,
);

import { afterAll, beforeAll, expect } from 'vitest';
import { type Asked, ask } from '../../support/asked.ts';
import { expectNone } from '../../support/expect-none.ts';
import { faultRow } from '../../support/fault-row.ts';
import { writeGenerated } from '../../support/generated.ts';
import { testGraph } from '../../support/graph.ts';
import { empty, restoreSeed } from '../../support/graph-dump.ts';
import { type Proxied, serviceThroughProxy } from '../../support/through-proxy.ts';
import type { Toxic } from '../../support/toxic-proxy.ts';
import { expectSound } from '../../support/verify.ts';
import { withTool } from '../../support/with-tool.ts';

/** Pages, and streams of several pages that may be cut between or within them. */
const PATHS = [
  '/v1/statements/s-7',
  '/v1/statements?speaker=person-0&limit=3',
  '/v1/entities/person-0',
  '/v1/network?limit=20',
  '/v1/statements?format=csv',
  '/v1/mentions?format=ndjson',
  '/v1/articles?format=csv',
];
const STATEMENTS = 1200;

interface Disturbance {
  name: string;
  toxics: Toxic[];
  /** Whether some answers have to come through whole. */
  passes?: boolean;
}

const DISTURBANCES: Disturbance[] = [
  {
    name: '300 ms later at 20 kB/s',
    toxics: [
      ['latency', { latency: 300 }],
      ['bandwidth', { rate: 20 }],
    ],
    passes: true,
  },
  { name: 'reset at once', toxics: [['reset_peer', { timeout: 0 }]] },
  { name: 'reset after 30 ms', toxics: [['reset_peer', { timeout: 30 }, 'upstream']] },
  ...[200, 20_000, 200_000, 800_000].map((bytes) => ({
    name: `cut after ${bytes} bytes`,
    toxics: [['limit_data', { bytes }]] as Toxic[],
  })),
];

const direct = testGraph();
let starting: Promise<Proxied>;

beforeAll(async () => {
  await writeGenerated(direct, STATEMENTS);
  // Nothing is kept, so that every answer has to come through the proxy.
  starting = serviceThroughProxy(0);
  starting.catch(() => {});
});

afterAll(async () => {
  const service = await starting?.catch(() => undefined);
  await service?.stop();
  await empty(direct);
  await restoreSeed(direct);
});

faultRow(18, '300 ms later at 20 kB/s; reset; cut after some bytes', async (context) => {
  const { url, proxy } = await withTool(context, starting);
  const undisturbed = new Map<string, string>();
  for (const path of PATHS) undisturbed.set(path, (await good(url + path)).text);
  const figures: string[] = [];
  const partial: string[] = [];
  for (const { name, toxics, passes } of DISTURBANCES) {
    let whole = 0;
    let broken = 0;
    await proxy.disturbAnew(toxics);
    try {
      for (let round = 0; round < 2; round++) {
        for (const path of PATHS) {
          // A body that ends before its end is no answer: the client is told that it is broken.
          const answer = await ask(url + path).catch(() => undefined);
          if (!answer) broken++;
          else if (answer.status === 200) {
            whole++;
            if (answer.text !== undisturbed.get(path)) partial.push(`${name}: ${path}`);
          } else if (![503, 504].includes(answer.status)) partial.push(`${name}: ${path}: ${answer.status}`);
        }
      }
    } finally {
      await proxy.disturbAnew([]);
    }
    if (passes) expect(whole, `whole answers, ${name}`).toBeGreaterThan(0);
    figures.push(`${name}: ${whole} whole, ${broken} broken off, of ${2 * PATHS.length}`);
    for (const path of PATHS)
      expect((await good(url + path)).text === undisturbed.get(path), path).toBe(true);
  }
  expectNone('partial or wrong', partial);
  return `0 partial; ${figures.join(', ')}; ${await expectSound(direct)}`;
});

/** The next good answer; what a cut left behind may cost the first ones. */
async function good(url: string): Promise<Asked> {
  const patience = performance.now() + 30_000;
  for (;;) {
    const answer = await ask(url).catch(() => undefined);
    if (answer?.status === 200) return answer;
    if (performance.now() > patience) throw new Error(`${url} has no good answer, but ${answer?.status}`);
  }
}

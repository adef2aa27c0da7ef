import { describe, expect, test } from 'vitest';
import { Restarts } from '../../src/neo4j/server/restarts.ts';
import type { DatabaseNews } from '../../src/neo4j/types.ts';

const POLICY = { pauses: [0, 1, 2], steadyAfter: 60_000, watchInterval: 1 };

function restarting(policy = POLICY, signal = new AbortController().signal) {
  const news: DatabaseNews[] = [];
  const restarts = new Restarts(policy, (one) => news.push(one), signal);
  return { restarts, said: () => news.map(({ state, text }) => `${state}: ${text}`) };
}

const fails = async () => {
  throw new Error('Neo4j ended while it started. Its log says:\n  at Main.main');
};

describe('a database that died', () => {
  test('is started again at once, and tells how long it took', async () => {
    const { restarts, said } = restarting();
    expect(await restarts.start('Neo4j was ended by SIGKILL', async () => 'server')).toBe('server');
    expect(said()).toEqual([
      'down: Neo4j was ended by SIGKILL. It is started again now, try 1 of 3.',
      expect.stringMatching(/^up: Neo4j runs again, \d+\.\d s after it ended\.$/),
    ]);
  });

  test('is started again with growing pauses, and is lost after the last', async () => {
    const { restarts, said } = restarting();
    await expect(restarts.start('Neo4j ended with exit code 3', fails)).rejects.toThrow(
      'It was started again 3 times in a row. Neo4j ended while it started. Its log says:\n  at Main.main',
    );
    expect(said()).toEqual([
      'down: Neo4j ended with exit code 3. It is started again now, try 1 of 3.',
      'down: Neo4j ended while it started. It is started again in 0.001 s, try 2 of 3.',
      'down: Neo4j ended while it started. It is started again in 0.002 s, try 3 of 3.',
    ]);
  });

  test('is counted on where it dies soon after its start, and anew where it ran for long', async () => {
    const soon = restarting();
    for (let nth = 0; nth < 3; nth++) await soon.restarts.start('It died', async () => nth);
    await expect(soon.restarts.start('It died', async () => 3)).rejects.toThrow('3 times in a row');
    const late = restarting({ ...POLICY, steadyAfter: -1 });
    for (let nth = 0; nth < 5; nth++) expect(await late.restarts.start('It died', async () => nth)).toBe(nth);
  });

  test('is not started where the service ends during the pause', async () => {
    const ending = new AbortController();
    const { restarts } = restarting({ ...POLICY, pauses: [60_000] }, ending.signal);
    let isStarted = false;
    const start = restarts.start('It died', async () => {
      isStarted = true;
    });
    ending.abort();
    await expect(start).rejects.toThrow('aborted');
    expect(isStarted).toBe(false);
  });
});

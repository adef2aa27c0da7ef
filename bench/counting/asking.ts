import { setTimeout as sleep } from 'node:timers/promises';

export interface Asked {
  /** Responses a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  failed: number;
}

/** What is asked for the nth time; the time includes the whole body. */
export type Ask = (nth: number) => Promise<Response>;

let asked = 0;

/** Asks as many at once as there are connections, each time something else, for so many seconds. */
export async function asking(ask: Ask, connections: number, seconds: number): Promise<Asked> {
  const times: number[] = [];
  let failed = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  const connection = async () => {
    while (performance.now() < until) {
      const sent = performance.now();
      const response = await ask(asked++);
      await response.arrayBuffer();
      if (response.ok) times.push(performance.now() - sent);
      else {
        failed++;
        await sleep(50);
      }
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const elapsed = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { rate: times.length / elapsed, p50: quantile(0.5), p95: quantile(0.95), failed };
}

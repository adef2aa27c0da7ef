import { setImmediate } from 'node:timers/promises';

const TELL_EVERY_MS = 1000;

/** Hands items on, tells about once a second how many it were and how many a second, and lets others work then. */
export async function* paced<T>(
  items: Iterable<T> | AsyncIterable<T>,
  what: string,
  onProgress: (text: string) => void,
): AsyncGenerator<T> {
  const begun = performance.now();
  let told = begun;
  let count = 0;
  for await (const item of items) {
    yield item;
    count++;
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) continue;
    told = now;
    const rate = Math.round((count / (now - begun)) * 1000);
    onProgress(`${count.toLocaleString('en')} ${what}, ${rate.toLocaleString('en')} a second`);
    await setImmediate();
  }
}

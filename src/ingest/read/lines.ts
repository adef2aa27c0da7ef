import { closeSync, openSync, readSync } from 'node:fs';

const LINE_FEED = 10;

/** The lines of a file as bytes, without their ends; no more of it is held than a line and a chunk. */
export function* lines(file: string, chunkSize = 1 << 20): Generator<Uint8Array> {
  const descriptor = openSync(file, 'r');
  try {
    let rest: Buffer[] = [];
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkSize);
      const read = readSync(descriptor, chunk, 0, chunkSize, null);
      if (read === 0) break;
      let from = 0;
      for (let at = chunk.indexOf(LINE_FEED); at >= 0 && at < read; at = chunk.indexOf(LINE_FEED, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, at)]);
        rest = [];
        from = at + 1;
      }
      if (from < read) rest.push(chunk.subarray(from, read));
    }
    if (rest.length > 0) yield Buffer.concat(rest);
  } finally {
    closeSync(descriptor);
  }
}

import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { logTo } from '../../src/log.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** An output that is read when it is told to. */
function output() {
  const read: string[] = [];
  let next: (() => void) | undefined;
  const writable = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      read.push(String(chunk));
      next = done;
    },
  });
  return { writable, read, goOn: () => next?.() };
}

test('the lines of one turn go out together, in order', async () => {
  const { writable, read } = output();
  const log = logTo(writable);
  for (const line of ['a\n', 'b\n', 'c\n']) log.write(line);
  await turn();
  expect(read).toEqual(['a\nb\nc\n']);
});

test('lines that are not read are dropped, and counted once reading goes on', async () => {
  const { writable, read, goOn } = output();
  const log = logTo(writable);
  const line = `${'x'.repeat(99_999)}\n`;
  const lines = 200;
  for (let count = 0; count < lines; count++) {
    log.write(line);
    await turn();
  }
  expect(writable.writableLength).toBeLessThan(5_000_000);
  while (writable.writableLength > 0) {
    goOn();
    await turn();
  }
  log.write('after\n');
  await turn();
  const [loss, after] = read.at(-1)!.trim().split('\n');
  expect(after).toBe('after');
  expect(JSON.parse(loss!)).toMatchObject({ level: 40, lost: lines - (read.length - 1) });
  goOn();
  log.write('more\n');
  await turn();
  expect(read.at(-1)).toBe('more\n');
});

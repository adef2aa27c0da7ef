import type { Writable } from 'node:stream';
import { LOG } from './limits.ts';

/** Where the logger writes its lines. */
export interface LogDestination {
  write(line: string): void;
}

/**
 * Writes lines to an output, those of one turn of the event loop together. Where the reader is too slow, it drops lines
 * instead of holding them in memory, and logs how many it dropped. Pino's own destination blocks for a tenth of a second
 * whenever a pipe is full, and holds any number of lines meanwhile.
 */
export function logTo(output: Writable): LogDestination {
  let lines: string[] = [];
  let dropped = 0;
  const flush = () => {
    if (dropped > 0 && output.writableLength === 0) {
      lines.unshift(droppedLine(dropped));
      dropped = 0;
    }
    output.write(lines.join(''));
    lines = [];
  };
  return {
    write(line) {
      if (output.writableLength > LOG.backlog) {
        dropped++;
        return;
      }
      lines.push(line);
      if (lines.length === 1) setImmediate(flush);
    },
  };
}

const WARN = 40;

const droppedLine = (lost: number) =>
  `${JSON.stringify({ level: WARN, time: Date.now(), pid: process.pid, lost, msg: `${lost} lines of the log are left out: they were read too slowly` })}\n`;

import type { Writable } from 'node:stream';
import { LOG } from './limits.ts';

/** What pino writes its lines to. */
export interface LogDestination {
  write(line: string): void;
}

/**
 * Passes lines on to an output, those of one turn of the event loop together. Where they are read more slowly than
 * they come, some are left out and counted in a line of their own, for the memory of the service has other uses.
 * Pino's own destination waits a tenth of a second whenever a pipe is full, and holds any number of lines meanwhile.
 */
export function logTo(output: Writable): LogDestination {
  let lines: string[] = [];
  let lost = 0;
  const flush = () => {
    if (lost > 0 && output.writableLength === 0) {
      lines.unshift(lossLine(lost));
      lost = 0;
    }
    output.write(lines.join(''));
    lines = [];
  };
  return {
    write(line) {
      if (output.writableLength > LOG.backlog) {
        lost++;
        return;
      }
      lines.push(line);
      if (lines.length === 1) setImmediate(flush);
    },
  };
}

const WARN = 40;

const lossLine = (lost: number) =>
  `${JSON.stringify({ level: WARN, time: Date.now(), pid: process.pid, lost, msg: `${lost} lines of the log are left out: they were read too slowly` })}\n`;

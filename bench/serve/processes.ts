import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { projectFolder } from '../../src/project.ts';

/** A program that was started, and ends with `stop`. */
export interface Running {
  pid: number;
  /** The line that said that it was ready. */
  said: string;
  stop(): Promise<void>;
}

/** Starts a Node program of this project, or of another state of it, and waits for the line that says it is ready. */
export async function startNode(
  file: string[],
  env: Record<string, string>,
  ready: RegExp,
  cwd = projectFolder,
): Promise<Running> {
  const child = spawn(process.execPath, file, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await untilLine(child, ready);
  return {
    pid: child.pid!,
    said,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function untilLine(child: ChildProcess, wanted: RegExp): Promise<string> {
  for await (const line of createInterface(child.stdout!)) {
    if (!wanted.test(line)) continue;
    child.stdout!.resume();
    return line;
  }
  throw new Error('a program of the benchmark ended before it was ready');
}

const TICKS_A_SECOND = 100;

/** Seconds of processor time that a process has used, from `/proc` (Linux). */
export function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** Megabytes of a process that are resident now. */
export function residentMegabytes(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024);
}

/** Files and sockets that a process holds open (Linux). */
export const descriptors = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

/** The process that listens for a Neo4j address of the managed server, found by its settings. */
export function neo4jProcess(uri: string): number {
  const port = new URL(uri).port;
  for (const entry of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const line = readFileSync(`/proc/${entry}/cmdline`, 'utf8');
      const config = /^[^\0]*java\0.*--config-dir=([^\0]+)/.exec(line)?.[1];
      if (config && readFileSync(`${config}/neo4j.conf`, 'utf8').includes(`127.0.0.1:${port}`))
        return Number(entry);
    } catch {
      // It ended meanwhile.
    }
  }
  throw new Error(`no process of Neo4j listens at ${uri}`);
}

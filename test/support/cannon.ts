import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { installPeers } from '../../bench/serve/install.ts';
import { projectFolder } from '../../src/project.ts';

export interface Load {
  url: string;
  connections: number;
  seconds: number;
  /** Each connection asks them in turn; `{n}` in one is a number that no other request has. */
  paths: string[];
  /** Whether to remember what the answers to each path count. */
  counts?: boolean;
}

export interface Came {
  /** Milliseconds, by status. */
  statuses: Record<string, { count: number; p99: number; most: number }>;
  /** Requests that met an error or no answer. */
  unanswered: number;
  /** What the answers counted, by path; empty where that was not asked for. */
  counts: Record<string, string[]>;
}

/** Puts load on an address from a process of its own; `stop` ends it before its time. */
export function cannon(load: Load): { came: Promise<Came>; stop: () => void } {
  installPeers();
  const child = spawn(process.execPath, ['test/support/cannon-run.ts'], {
    cwd: projectFolder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(load));
  const came = text(child.stdout).then((output) => JSON.parse(output) as Came);
  return { came, stop: () => child.kill('SIGTERM') };
}

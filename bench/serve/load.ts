import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { projectFolder } from '../../src/project.ts';
import type { Peer, PeerRequest } from './peers.ts';

interface Load {
  requests: PeerRequest[];
  connections: number;
  /** Ends after this many seconds, or after this many requests if they are given and come first. */
  seconds: number;
  amount?: number;
}

export interface Came {
  answered: number;
  /** Seconds. */
  elapsed: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Requests that were answered with an error, or not at all. */
  failed: number;
}

/** Puts load on a peer from a process of its own. */
export async function putLoad({ url }: Peer, load: Load): Promise<Came> {
  const child = spawn(process.execPath, ['bench/peers/load.js'], {
    cwd: projectFolder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ url, ...load }));
  return JSON.parse(await text(child.stdout));
}

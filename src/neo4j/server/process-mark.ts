import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ProcessMark } from '../types.ts';

/** Returns the mark of a process that runs now, or undefined. A zombie does not run. */
export function markProcess(pid: number): ProcessMark | undefined {
  const found = process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  return found && !found.state.startsWith('Z') ? { pid, started: found.started } : undefined;
}

/** Whether the very process that was marked still runs. */
export function isRunning(mark: ProcessMark): boolean {
  return markProcess(mark.pid)?.started === mark.started;
}

function fromProc(pid: number) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The second field is the name in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: `${boot}/${fields[19]}` };
  } catch {
    return undefined;
  }
}

function fromPs(pid: number) {
  try {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
    const line = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], { env, encoding: 'utf8' });
    const [state = '', ...started] = line.trim().split(/\s+/);
    return { state, started: started.join(' ') };
  } catch {
    return undefined;
  }
}

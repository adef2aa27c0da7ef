import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endGroup, type Outcome, run } from '../../src/neo4j/server/run.ts';
import { projectFolder } from '../../src/project.ts';

const SERVES = /On Record serves http:\/\/\S+:(\d+)/;

/** A process of On Record that serves, or starts to. */
export interface Service {
  child: ChildProcess;
  output(): string;
  /** Waits until it serves, and returns its port. */
  port(): Promise<number>;
  /** Sends a signal to it, or to all of its process group as a terminal does, and waits for its end. */
  end(signal: NodeJS.Signals, to?: 'process' | 'group'): Promise<{ code: number | null; ms: number }>;
}

/** A compose project of its own: nothing of the user is touched. */
export class DockerProject {
  readonly data = mkdtempSync(join(tmpdir(), 'on-record-docker-'));
  readonly name: string;
  readonly env: NodeJS.ProcessEnv;
  private readonly services: ChildProcess[] = [];

  constructor(name: string, env: NodeJS.ProcessEnv = {}) {
    this.name = `on-record-${name}-${process.pid}`;
    this.env = {
      ...process.env,
      NODE_OPTIONS: '',
      NEO4J_URI: '',
      NEO4J_PASSWORD: '',
      NEO4J_SOURCE: 'docker',
      PORT: '0',
      ON_RECORD_DATA: this.data,
      COMPOSE_PROJECT_NAME: this.name,
      ...env,
    };
  }

  run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    return run(command, args, { cwd: projectFolder, env: { ...this.env, ...env } });
  }

  onrecord(...args: string[]): Promise<Outcome> {
    return this.run(process.execPath, ['src/cli.ts', ...args]);
  }

  /** Starts `npm start`, or the command that it runs. */
  start(command: string[] = [process.execPath, 'src/cli.ts', 'start']): Service {
    const [program = '', ...args] = command;
    const child = spawn(program, args, {
      cwd: projectFolder,
      env: this.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.services.push(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    const ended = once(child, 'exit');
    return {
      child,
      output: () => output,
      async port() {
        for (;;) {
          const port = SERVES.exec(output)?.[1];
          if (port) return Number(port);
          if (child.exitCode !== null || child.signalCode !== null) throw new Error(output);
          await sleep(100);
        }
      },
      async end(signal, to = 'process') {
        const begun = performance.now();
        process.kill(to === 'group' ? -child.pid! : child.pid!, signal);
        const [code] = await ended;
        return { code, ms: Math.round(performance.now() - begun) };
      },
    };
  }

  /** The containers of this project, those that run or all of them, with their status. */
  containers(all = false): string[] {
    const filter = ['--filter', `label=com.docker.compose.project=${this.name}`];
    return lines('ps', ...(all ? ['--all'] : []), ...filter, '--format', '{{.Names}}: {{.Status}}');
  }

  /** Waits until nothing of this project runs; the guard of a killed process stops its container after that. */
  async untilStopped(): Promise<void> {
    for (let seconds = 0; this.containers().length + this.guards().length > 0; seconds++) {
      if (seconds === 60) throw new Error(`Still there: ${this.containers()}, guards ${this.guards()}`);
      await sleep(1000);
    }
  }

  /** The guards of this project's containers. */
  guards(): number[] {
    const all = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
    return all
      .filter((line) => line.includes('docker/guard.ts') && line.includes(this.data))
      .map((line) => Number(line.trim().split(/\s+/)[0]));
  }

  /** Ends the services that a failed test left. */
  async endServices(): Promise<void> {
    for (const { pid } of this.services.splice(0)) endGroup(pid, 'SIGKILL');
    while (this.guards().length > 0) await sleep(200);
  }

  /** Deletes all that is there. */
  async remove(): Promise<void> {
    await this.endServices();
    await this.run('docker', ['compose', 'down', '--volumes', '--rmi', 'local'], {
      NEO4J_PASSWORD: 'unused-here',
    });
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** The lines that a command of docker prints. */
export const lines = (...args: string[]): string[] =>
  execFileSync('docker', args, { encoding: 'utf8' }).split('\n').filter(Boolean);

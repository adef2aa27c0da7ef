import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Config, Settings } from '../../src/config.ts';
import { dbCommand } from '../../src/neo4j/admin/db-command.ts';
import { markProcess } from '../../src/neo4j/server/process-mark.ts';
import { provideDatabase } from '../../src/neo4j/sources/provide.ts';
import type { Database } from '../../src/neo4j/types.ts';
import { engine as realEngine } from '../docker/engine.ts';
import { DockerProject } from '../docker/project.ts';
import { managedConfig } from '../support/managed-config.ts';

/**
 * Which `docker` commands are run, and when. The engine here is a script that writes down what it is asked; the
 * database that it "publishes" is a real one. Where an engine responds, the last test runs the container itself, and
 * `npm run test:docker` all that goes through Docker.
 */
const bin = mkdtempSync(join(tmpdir(), 'on-record-docker-'));
const path = process.env.PATH;
const calls = () => readFileSync(join(bin, 'calls'), 'utf8').trim().split('\n');
const options = { projectFolder: bin, onProgress: () => {} };
let real: Database;
let config: Config;

function engine({
  running,
  upFails = false,
  exists = false,
  responds = true,
}: {
  running: boolean;
  upFails?: boolean;
  exists?: boolean;
  responds?: boolean;
}) {
  const port = new URL(real.uri).port;
  const script = `#!/bin/sh
    cd '${bin}'
    echo "$@" | sed "s|compose -f ${bin}/docker-compose.yml|compose|" >> calls
    case "$*" in
      info*) ${responds ? 'echo 28.0' : 'echo "WARNING: Error parsing config file"; echo "Cannot connect to it"; exit 1'} ;;
      *'port neo4j 7687') [ -f up ] && echo 127.0.0.1:${port} ;;
      *'ps --all --quiet neo4j') ${exists ? 'echo 0123abc' : 'true'} ;;
      *'up --detach --wait neo4j') ${upFails ? 'echo "Error: no such image"; exit 1' : 'touch up'} ;;
    esac`;
  writeFileSync(join(bin, 'docker'), script);
  chmodSync(join(bin, 'docker'), 0o755);
  rmSync(join(bin, 'up'), { force: true });
  if (running) writeFileSync(join(bin, 'up'), '');
  writeFileSync(join(bin, 'calls'), '');
}

beforeAll(async () => {
  real = await provideDatabase(managedConfig, { ...options, ephemeral: true });
  config = Settings.parse({ NEO4J_SOURCE: 'docker', NEO4J_PASSWORD: real.password });
  process.env.PATH = `${bin}${delimiter}${path}`;
}, 120_000);

afterAll(async () => {
  process.env.PATH = path;
  await real?.stop();
  rmSync(bin, { recursive: true });
});

describe('Neo4j in Docker', () => {
  beforeEach(() => engine({ running: false }));

  it('is started for one process, and stopped with it', async () => {
    const database = await provideDatabase(config, options);
    expect(database).toMatchObject({ source: 'docker', uri: real.uri, user: 'neo4j' });
    await database.stop();
    expect(calls().at(-1)).toBe('compose stop neo4j');
    expect(calls()).toContain('compose up --detach --wait neo4j');
  });

  it('is left alone where it ran before', async () => {
    engine({ running: true });
    const database = await provideDatabase(config, options);
    await database.stop();
    expect(calls().join('\n')).not.toMatch(/up|stop/);
  });

  it('gives way to the next source where its image cannot be had, but not where it already has data', async () => {
    engine({ running: false, upFails: true });
    await expect(provideDatabase(config, options)).rejects.toThrow(/What was tried.*\n.*\n.*no such image/);
    engine({ running: false, upFails: true, exists: true });
    const auto = { ...config, NEO4J_SOURCE: 'auto' as const };
    await expect(provideDatabase(auto, options)).rejects.toThrow(/^docker: .* no such image$/);
  });

  it('is started, asked after and stopped on its own, and not deleted while a service uses it', async () => {
    const lines: string[] = [];
    const command = { projectFolder: bin, print: (text: string) => lines.push(text), yes: true };
    await dbCommand('start', config, command);
    await dbCommand('status', config, command);
    expect(lines.join('\n')).toMatch(/Neo4j runs in Docker at bolt:[\s\S]*used by {3}0 connections/);
    await dbCommand('stop', config, command);
    expect(calls().at(-1)).toBe('compose stop neo4j');
    await dbCommand('reset', config, command);
    expect(calls().at(-1)).toBe('compose down --volumes');
  });

  it.each(['short', 'with/slash-in-it'])(
    'refuses the password %j before it calls Docker',
    async (password) => {
      for (const source of ['docker', 'auto'] as const) {
        const wrong = { ...config, NEO4J_SOURCE: source, NEO4J_PASSWORD: password };
        await expect(provideDatabase(wrong, options)).rejects.toThrow(
          'cannot be the password of Neo4j in Docker',
        );
        await expect(dbCommand('start', wrong, { projectFolder: bin, print: () => {} })).rejects.toThrow(
          'cannot be the password',
        );
      }
      expect(calls()).toEqual(['']);
    },
  );

  it('says in one line why another source is used', async () => {
    engine({ running: false, responds: false });
    const data = join(bin, 'data');
    mkdirSync(join(data, 'neo4j'), { recursive: true });
    const record = { holder: markProcess(process.pid), state: 'background', uri: real.uri };
    writeFileSync(join(data, 'neo4j/lock.json'), JSON.stringify(record));
    writeFileSync(join(data, 'neo4j/password'), real.password);
    const auto = { ...config, NEO4J_SOURCE: 'auto' as const };
    const told: string[] = [];
    const database = await provideDatabase(auto, {
      ...options,
      dataFolder: data,
      onProgress: (text) => told.push(text),
    });
    await database.stop();
    const reason = 'docker: no engine responds: Cannot connect to it (WARNING: Error parsing config file)';
    expect(told).toEqual([reason]);
    expect(database.describe.split('\n')).toEqual([expect.stringMatching(/^Neo4j.*\(docker: no engine/)]);
    await dbCommand('status', auto, {
      projectFolder: bin,
      dataFolder: data,
      print: (text) => told.push(text),
    });
    expect(told[1]).toBe(`${reason}: the managed server is used instead`);
  });
});

describe('a Neo4j that has just started', () => {
  it('is waited for where its first query takes longer than to connect', async () => {
    const slow = createServer((client) => {
      const server = connect(Number(new URL(real.uri).port), '127.0.0.1');
      client.on('error', () => server.destroy()).pipe(server);
      server.on('error', () => client.destroy());
      setTimeout(() => server.pipe(client), 6000);
    });
    await once(slow.listen(0, '127.0.0.1'), 'listening');
    try {
      const { port } = slow.address() as AddressInfo;
      const settings = { NEO4J_URI: `bolt://127.0.0.1:${port}`, NEO4J_PASSWORD: real.password };
      const database = await provideDatabase(Settings.parse(settings), options);
      expect(database).toMatchObject({ source: 'uri' });
    } finally {
      slow.close();
    }
  });
});

describe.skipIf(realEngine.missing)('Neo4j in a real engine', () => {
  it('is started for one process, and ends with it', { timeout: 300_000 }, async () => {
    process.env.PATH = path;
    const project = new DockerProject('quick');
    try {
      const ingested = await project.onrecord('ingest');
      expect(ingested, ingested.output).toMatchObject({ code: 0 });
      expect(ingested.output).toContain('in Docker, run for this process');
      expect(project.containers()).toEqual([]);
    } finally {
      await project.remove();
    }
  });
});

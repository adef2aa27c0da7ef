import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Config, Settings } from '../../src/config.ts';
import { dbCommand } from '../../src/neo4j/admin/db-command.ts';
import { provideDatabase } from '../../src/neo4j/sources/provide.ts';
import type { Database } from '../../src/neo4j/types.ts';
import { managedConfig } from '../support/managed-config.ts';

/**
 * Which `docker` commands are run, and when. The engine here is a script that writes down what it is asked; the
 * database that it "publishes" is a real one. Whether the image itself starts is for a machine with an engine to tell.
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
}: {
  running: boolean;
  upFails?: boolean;
  exists?: boolean;
}) {
  const port = new URL(real.uri).port;
  const script = `#!/bin/sh
    cd '${bin}'
    echo "$@" | sed "s|compose -f ${bin}/docker-compose.yml|compose|" >> calls
    case "$*" in
      info*) echo 28.0 ;;
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
});

import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { countDownloads, NEO4J_VERSION } from '../../src/neo4j/runtime/jars.ts';
import { findJava, parseJava } from '../../src/neo4j/runtime/java.ts';

describe('the version of Java', () => {
  const settings = (home: string, spec: string, vm: string) =>
    `Property settings:\n    java.home = ${home}\n    java.specification.version = ${spec}\n    java.vm.version = ${vm}\n\nopenjdk version "x"`;

  it.each([
    ['17', 17],
    ['21', 21],
    ['1.8', 8],
    ['25', 25],
  ])('%s is read as %i', (spec, major) => {
    const java = parseJava(settings('/opt/my java', spec, '17.0.15+6-LTS'));
    expect(java).toEqual({ program: '/opt/my java/bin/java', major, version: '17.0.15+6-LTS' });
  });

  it('is looked for in JAVA_HOME first', async () => {
    const home = mkdtempSync(join(tmpdir(), 'on-record-java-'));
    mkdirSync(join(home, 'bin'));
    writeFileSync(join(home, 'bin/java'), `#!/bin/sh\ncat <<'END'\n${settings(home, '21', '21.0.1')}\nEND\n`);
    chmodSync(join(home, 'bin/java'), 0o755);
    expect(await findJava(home)).toEqual({ program: join(home, 'bin/java'), major: 21, version: '21.0.1' });
    rmSync(home, { recursive: true });
  });

  it('is unknown where the output is something else', () => {
    expect(
      parseJava('The operation couldn’t be completed. Unable to locate a Java Runtime.'),
    ).toBeUndefined();
  });
});

describe('the progress of the download', () => {
  const output = [
    'Downloading from central: https://repo/a.jar',
    'Downloaded from central: https://repo/a.jar (1.5 MB at 3.0 MB/s)',
    'Downloaded from central: https://repo/a.pom (3 kB at 5 kB/s)',
    'Downloaded from central: https://repo/b.jar (600 kB at 1.0 MB/s)',
  ].map((line) => `[INFO] ${line}\n`);

  it('counts jars and megabytes', () => {
    expect(countDownloads(output.join(''))).toBe('2 jars, 2 of about 140 MB, ');
  });

  it('is empty before the first jar, whose line may still be incomplete', () => {
    expect(countDownloads('')).toBe('');
    expect(countDownloads(`${output[0]}${output[1]?.slice(0, -20)}`)).toBe('');
  });
});

describe('docker-compose.yml', () => {
  const { services, volumes } = parse(
    readFileSync(join(import.meta.dirname, '../../docker-compose.yml'), 'utf8'),
  );

  it('runs the release line that the managed server runs', () => {
    expect(services.neo4j.image).toBe(`neo4j:${NEO4J_VERSION.split('.').slice(0, 2).join('.')}-community`);
  });

  it('publishes on loopback only, and keeps the data in a volume', () => {
    for (const { ports } of [services.neo4j, services.api]) {
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
    const [mount] = services.neo4j.volumes;
    expect(Object.keys(volumes)).toContain(mount.split(':')[0]);
  });

  it('starts the service when the database answers', () => {
    expect(services.api.depends_on.neo4j.condition).toBe('service_healthy');
    expect(services.neo4j.healthcheck.test).toBeDefined();
  });
});

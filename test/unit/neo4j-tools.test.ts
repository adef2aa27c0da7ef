import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { NEO4J_VERSION } from '../../src/neo4j/distribution.ts';
import { countDownloads } from '../../src/neo4j/download-progress.ts';
import { parseJava } from '../../src/neo4j/java.ts';

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

  it('is unknown where the output is something else', () => {
    expect(
      parseJava('The operation couldn’t be completed. Unable to locate a Java Runtime.'),
    ).toBeUndefined();
  });
});

describe('the progress of the download', () => {
  it('counts jars and megabytes, however the output is cut', () => {
    let now = 0;
    const progress = countDownloads('fetching', () => now);
    expect(progress.text()).toBe('fetching: 0 s');
    progress.read(
      '[INFO] Downloading from central: https://repo/a.jar\n[INFO] Downloaded from central: https://repo/a.j',
    );
    progress.read(
      'ar (1.5 MB at 3.0 MB/s)\n[INFO] Downloaded from central: https://repo/a.pom (3 kB at 5 kB/s)\n',
    );
    progress.read('[INFO] Downloaded from central: https://repo/b.jar (600 kB at 1.0 MB/s)\n');
    now = 12_400;
    expect(progress.text()).toBe('fetching: 2 jars, 2 of about 140 MB, 12 s');
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

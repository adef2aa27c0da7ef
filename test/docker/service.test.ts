import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { engine } from './engine.ts';
import { DockerProject, lines } from './project.ts';

describe.skipIf(engine.missing)('the service in a real engine', () => {
  const project = new DockerProject('service');
  const volumes = engine.missing ? [] : lines('volume', 'ls', '--quiet');
  /** The first requests can take longer than they may, on a busy machine. */
  const untilResponds = async (port: number) => {
    const url = `http://127.0.0.1:${port}/v1/statements?limit=1`;
    await vi.waitFor(async () => expect((await fetch(url)).status).toBe(200), {
      timeout: 60_000,
      interval: 500,
    });
  };
  afterEach(() => project.endServices());
  afterAll(() => project.remove());

  /** Waits until the container is there but Neo4j is not ready yet. */
  async function untilStarting(): Promise<void> {
    while (!project.containers().some((line) => line.includes('starting'))) await sleep(100);
  }

  describe('that is ended while Neo4j starts', () => {
    afterEach(() => project.untilStopped());

    test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
      'before there is a container, by %s',
      async (signal) => {
        const service = project.start();
        while (project.guards().length === 0) await sleep(20);
        await service.end(signal, 'group');
      },
    );

    test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('when its container runs, by %s', async (signal) => {
      const service = project.start();
      await untilStarting();
      await service.end(signal, 'group');
    });

    test('by SIGKILL of the guard too: the next start takes the container over, and ends it', async () => {
      const killed = project.start();
      await untilStarting();
      const guards = project.guards();
      for (const guard of guards) process.kill(guard, 'SIGSTOP');
      await killed.end('SIGKILL', 'group');
      for (const guard of guards) process.kill(guard, 'SIGKILL');
      expect(project.containers()).toHaveLength(1);
      const next = project.start();
      await untilResponds(await next.port());
      expect((await next.end('SIGTERM')).code, next.output()).toBe(0);
      expect(project.containers()).toEqual([]);
    });
  });

  test('ends at Ctrl-C with 0, and its container with it', async () => {
    const service = project.start();
    await untilResponds(await service.port());
    const [container] = lines(
      'ps',
      '--quiet',
      '--filter',
      `label=com.docker.compose.project=${project.name}`,
    );
    const [restarts] = lines('inspect', '--format', 'policy:{{.HostConfig.RestartPolicy.Name}}', container!);
    expect(restarts, 'nothing restarts with the machine').toMatch(/^policy:(no)?$/);
    expect(lines('port', container!).join()).toMatch(/^7687\/tcp -> 127\.0\.0\.1:\d+$/);
    const { code, ms } = await service.end('SIGINT', 'group');
    expect(code, service.output()).toBe(0);
    console.log(`Ctrl-C: ${ms} ms, exit code ${code}`);
    expect(project.containers()).toEqual([]);
    expect(project.guards()).toEqual([]);
    expect(ms).toBeLessThan(8000);
  });

  test('shares its container with another one, and the last of them ends it', async () => {
    const first = project.start();
    await first.port();
    const second = project.start();
    const port = await second.port();
    expect((await first.end('SIGTERM')).code, first.output()).toBe(0);
    await untilResponds(port);
    expect((await project.onrecord('db', 'reset', '--yes')).output).toContain(
      `uses this database (pid ${second.child.pid})`,
    );
    expect((await project.onrecord('db', 'status')).output).toContain(`used by   pid ${second.child.pid}`);

    await second.end('SIGKILL');
    await project.untilStopped();
  });

  test('is warned of when the database is stopped under it', async () => {
    const service = project.start();
    await service.port();
    const { code, output } = await project.onrecord('db', 'stop');
    expect(code).toBe(0);
    expect(output).toContain(`A service still uses it (pid ${service.child.pid}) and will have no database.`);
    expect(project.containers()).toEqual([]);
    expect((await service.end('SIGTERM')).code, service.output()).toBe(0);
  });

  test('leaves alone a database that was started on its own', async () => {
    expect((await project.onrecord('db', 'start')).code).toBe(0);
    const service = project.start(['npm', 'start']);
    await service.port();
    expect(service.output()).toContain('in Docker, already running');
    await service.end('SIGINT', 'group');
    expect(project.containers()).toHaveLength(1);
    expect((await project.onrecord('db', 'stop')).output).not.toContain('still uses it');
    expect(project.containers()).toEqual([]);
  });

  test('leaves no volume without a name behind', () => {
    const left = lines('volume', 'ls', '--quiet').filter((name) => !volumes.includes(name));
    expect(left).toEqual([`${project.name}_neo4j-data`]);
  });
});

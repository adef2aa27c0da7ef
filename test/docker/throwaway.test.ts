import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { run } from '../../src/neo4j/server/run.ts';
import { provideDatabase } from '../../src/neo4j/sources/provide.ts';
import { projectFolder } from '../../src/project.ts';
import { engine } from './engine.ts';
import { lines } from './project.ts';

describe.skipIf(engine.missing)("the tests' database in a real engine", () => {
  const before = engine.missing ? [] : lines('volume', 'ls', '--quiet');
  const containers = () =>
    lines('ps', '--all', '--quiet', '--no-trunc', '--filter', 'ancestor=neo4j:5.26-community');
  const there = engine.missing ? [] : containers();
  afterAll(() => {
    if (!engine.missing) expect(containers()).toEqual(there);
  });

  test('is reached on loopback alone, and leaves nothing behind', async () => {
    const config = readConfig({ NEO4J_SOURCE: 'docker' });
    const database = await provideDatabase(config, { projectFolder, onProgress: () => {}, ephemeral: true });
    const [container] = containers().filter((id) => !there.includes(id));
    expect(lines('port', container!).every((line) => line.includes('-> 127.0.0.1:'))).toBe(true);
    await database.stop();
    expect(containers()).toEqual(there);
    expect(lines('volume', 'ls', '--quiet')).toEqual(before);
  });

  test('serves a run of the tests', async () => {
    const { code, output } = await run(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', 'test/http/search.test.ts'],
      {
        cwd: projectFolder,
        env: { NEO4J_SOURCE: 'docker', NEO4J_URI: '', NODE_OPTIONS: '' },
      },
    );
    console.log(
      output
        .split('\n')
        .filter((line) => /Tests |throwaway/.test(line))
        .join('\n'),
    );
    expect(code, output).toBe(0);
    expect(output).toContain('throwaway container');
  });
});

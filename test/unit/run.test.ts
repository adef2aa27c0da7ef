import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/neo4j/server/run.ts';
import { projectFolder } from '../../src/project.ts';

const HOUR = 3_600_000;

describe('a command', () => {
  test('ends with its code and what it printed on both streams', async () => {
    const script = "console.log('out'); console.error('err'); process.exit(3)";
    const { code, output, stdout } = await run(process.execPath, ['-e', script], { timeoutMs: HOUR });
    expect({ code, stdout }).toEqual({ code: 3, stdout: 'out\n' });
    expect(output).toContain('err');
  });

  test('that takes too long is ended', async () => {
    const script = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
    expect(await run(process.execPath, ['-e', script], { timeoutMs: 500 })).toMatchObject({
      code: 'timeout',
    });
  });

  test('that is missing holds up nobody', async () => {
    const script = `const { run } = await import('./src/neo4j/server/run.ts');
      console.log((await run('/nowhere/java', [], { timeoutMs: ${HOUR} })).code);`;
    const options = { cwd: projectFolder, timeout: 30_000 };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script],
      options,
    );
    expect(stdout).toBe('missing\n');
  });
});

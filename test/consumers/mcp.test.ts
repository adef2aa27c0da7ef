import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';
import { testDatabase } from '../support/database.ts';
import { mcpUrl, PROTOCOLS } from '../support/mcp-client.ts';
import { testService } from '../support/service.ts';

const service = testService();
const scratch = mkdtempSync(join(tmpdir(), 'on-record-mcp-'));
afterAll(() => rmSync(scratch, { recursive: true }));

test('the official conformance suite passes, but for what its sample server alone has', async () => {
  const url = await mcpUrl(service.app);
  const suite = join(projectFolder, 'node_modules/.bin/conformance');
  const expected = join(projectFolder, 'test/consumers/mcp-conformance.yml');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [suite, 'server', '--url', url.href, '--expected-failures', expected],
    { cwd: scratch },
  ).catch(({ stdout, stderr }: { stdout: string; stderr: string }) => {
    throw new Error(stdout.slice(stdout.indexOf('=== SUMMARY ===')) + stderr);
  });
  for (const scenario of [
    'server-initialize',
    'ping',
    'tools-list',
    'resources-list',
    'prompts-list',
    'dns-rebinding-protection',
  ])
    expect(stdout).toMatch(new RegExp(`✓ ${scenario}: \\d+ passed, 0 failed`));
}, 120_000);

describe('over standard input and output', () => {
  const database = testDatabase().connection;
  test.each(Object.entries(PROTOCOLS))(
    'version %s is spoken',
    async (version, options) => {
      const transport = new StdioClientTransport({
        command: 'npm',
        args: ['run', '--silent', 'mcp'],
        cwd: projectFolder,
        env: {
          PATH: process.env.PATH!,
          NEO4J_URI: database.uri,
          NEO4J_USER: database.user,
          NEO4J_PASSWORD: database.password,
          PUBLIC_URL: 'https://record.example',
        },
        stderr: 'pipe',
      });
      const client = new Client({ name: 'test', version: '1.0.0' }, options);
      await client.connect(transport);
      expect(client.getNegotiatedProtocolVersion()).toBe(version);
      const { structuredContent } = await client.callTool({
        name: 'find_statements',
        arguments: { speaker: ['Kurilla'], limit: 1 },
      });
      const { items } = structuredContent as { items: { url: string }[] };
      expect(items[0]!.url).toMatch(/^https:\/\/record\.example\/v1\/statements\//);
      await client.close();
    },
    120_000,
  );
});

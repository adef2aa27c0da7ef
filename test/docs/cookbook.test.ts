import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';
import { recipes } from '../support/markdown.ts';
import { testService } from '../support/service.ts';

const service = testService();
const found = recipes(readFileSync(join(projectFolder, 'docs/cookbook.md'), 'utf8'));

describe('the cookbook', () => {
  test('has a request for each question', () => {
    expect(found.length).toBeGreaterThanOrEqual(60);
  });

  test.each(found)('$question', async ({ url, language, answer }) => {
    const { status, body } = await service.get(url, { host: '127.0.0.1:3000' });
    expect(status).toBe(200);
    if (language === 'json') expect(body).toMatchObject(JSON.parse(answer));
    else expect(String(body).trimEnd().replaceAll('\r\n', '\n')).toBe(answer);
  });
});

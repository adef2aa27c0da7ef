import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Settings } from '../../src/config.ts';
import { projectFolder } from '../../src/project.ts';
import { recipes, settingsTable } from '../support/markdown.ts';
import { testService } from '../support/service.ts';

const service = testService();
const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');

describe('the README', () => {
  const found = recipes(readme);

  test('answers five questions', () => {
    expect(found.length).toBe(5);
  });

  test.each(found)('$url answers what it says', async ({ url, answer }) => {
    const { status, body } = await service.get(url);
    expect(status).toBe(200);
    expect(body).toMatchObject(JSON.parse(answer));
    expect(body.items.length).toBe(JSON.parse(answer).items.length);
  });

  test('lists every setting with its default', () => {
    const { properties } = z.toJSONSchema(Settings, { io: 'input' });
    expect(readme).toContain(settingsTable(properties as Record<string, { description?: string }>));
  });
});

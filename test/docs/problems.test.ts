import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROBLEMS } from '../../src/errors.ts';
import { projectFolder } from '../../src/project.ts';
import { problemsDocument } from '../support/problems-document.ts';
import { testService } from '../support/service.ts';

const service = testService();

describe('the catalogue of problems', () => {
  test('docs/problems.md is what the service serves', () => {
    expect(readFileSync(join(projectFolder, 'docs/problems.md'), 'utf8')).toBe(problemsDocument());
  });

  test.each(Object.keys(PROBLEMS))('/problems/%s is served', async (code) => {
    const { status, body } = await service.get(`/problems/${code}`);
    expect(status).toBe(200);
    expect(body.code).toBe(code);
  });

  test('the type of a problem leads to it', async () => {
    const { body } = await service.get('/v1/statements?speker=Trump');
    expect((await service.get(body.type)).body.title).toBe(body.title);
  });

  test('an unknown code is answered with the nearest', async () => {
    const { status, body } = await service.get('/problems/unknown-entty');
    expect(status).toBe(404);
    expect(body.detail).toContain('unknown-entity');
  });
});

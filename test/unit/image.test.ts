import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { projectFolder } from '../../src/project.ts';

const linesOf = (file: string) => readFileSync(join(projectFolder, file), 'utf8').split('\n');

/** What the service in the image has no use for: the package of those who install it has these too. */
const OUTSIDE = ['docker-compose.yml', 'SECURITY.md', 'CHANGELOG.md'];

test('the image holds what the package holds, and the context of its build lets it in', () => {
  const held = packageJson.files.filter((path) => !OUTSIDE.includes(path));
  const copied = linesOf('Dockerfile').flatMap((line) => /^COPY (\S+) \.\//.exec(line)?.[1] ?? []);
  const letIn = linesOf('.dockerignore').flatMap((line) => /^!(.+)$/.exec(line)?.[1] ?? []);
  expect(copied).toEqual(expect.arrayContaining(held));
  expect(letIn).toEqual(expect.arrayContaining(copied));
});

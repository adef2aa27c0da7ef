import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');

test('docs/drafting.md says what its template does, around the figures of `npm run draft:measure`', () => {
  const document = read('docs/drafting.md');
  const places = read('bench/drafting/drafting.template.md').split(/\{\{[\w-]+\}\}/);
  let from = 0;
  for (const words of places) {
    const at = document.indexOf(words, from);
    expect(at, words.slice(0, 200)).toBeGreaterThanOrEqual(from);
    from = at + words.length;
  }
  expect(from).toBe(document.length);
});

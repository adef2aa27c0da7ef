import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';
import { dependencies, licencesDocument } from '../dependencies/licences.ts';

/** Licences that ask of a service no more than to be named. */
const PERMISSIVE = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...['Unlicense', 'CC0-1.0', 'MIT OR Apache-2.0', '(MIT OR CC0-1.0)'],
]);

describe('the licences of the dependencies', () => {
  test('are those that docs/licences.md lists', () => {
    expect(readFileSync(join(projectFolder, 'docs/licences.md'), 'utf8')).toBe(licencesDocument());
  });

  test('of what the service runs on ask nothing but to be named', () => {
    const others = dependencies().filter(({ dev, licence }) => !dev && !PERMISSIVE.has(licence));
    expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayRange } from '../../src/model/date.ts';
import { projectFolder } from '../../src/project.ts';

const rows = [
  ...readFileSync(join(projectFolder, 'docs/dates.md'), 'utf8').matchAll(
    /^\|.*\| `(.+)` \| (\d{4}-\d\d-\d\d) \| (\d{4}-\d\d-\d\d) \|$/gm,
  ),
].map(([, example, earliest, latest]) => [example!, { earliest, latest }] as const);

test('the page of dates has examples', () => expect(rows.length).toBeGreaterThan(20));

test.each(rows)('the page says what days %s means', (example, days) => {
  expect(dayRange(example)).toEqual(days);
});

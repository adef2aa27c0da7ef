import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { queries } from '../../src/endpoints/index.ts';
import { projectFolder } from '../../src/project.ts';
import { testService } from '../support/service.ts';

const service = testService();
const page = readFileSync(join(projectFolder, 'docs/filters.md'), 'utf8');

/** The sections of the page, each with the path of its list and its rows. */
const lists = page.split('\n## ').flatMap((section) => {
  const [, path] = /^`GET (\S+)`/m.exec(section) ?? [];
  const rows = section.matchAll(/^\| `(\w+)` \| .+ \| `(.+)` \| (\d+)(?:, such as `(.+)`)? \|$/gm);
  return path === undefined
    ? []
    : [
        {
          path,
          rows: [...rows].map(
            ([, filter, example, count, found]) => [filter!, example!, count!, found ?? null] as const,
          ),
        },
      ];
});
const rows = lists.flatMap((list) => list.rows.map((row) => [list.path, ...row] as const));

/** Parameters that choose no items, and those that are of drafts and of versions, which the seed has none of. */
const NO_FILTERS = new Set(
  'sort facets speakerType targetType limit cursor format total rows bom review changedSince'.split(' '),
);

describe('the page of filters', () => {
  test.each(lists)('has each filter of $path', (list) => {
    const { params } = queries.find(({ path }) => path === list.path)!;
    const filters = Object.keys(params.shape).filter((name) => !NO_FILTERS.has(name));
    expect(list.rows.map(([filter]) => filter).toSorted()).toEqual(filters.toSorted());
  });

  test.each(rows)('%s: %s, as in %s, finds %s', async (path, filter, example, count, found) => {
    expect(example).toContain(`${filter}=`);
    const { status, body } = await service.get(`${path}?${encodeURI(example)}&limit=500`);
    expect([status, body.detail]).toEqual([200, undefined]);
    expect(body.items).toHaveLength(Number(count));
    expect(found === null).toBe(count === '0');
    expect([null, ...body.items.map(shown)]).toContain(found);
  });

  test('says what is counted of a type', async () => {
    const example = /`(about=Pakistan&facets=\S+)`/.exec(page)?.[1];
    const { body } = await service.get(`/v1/statements?${example}`);
    expect([body.items.length, body.facets.speaker]).toEqual([11, []]);
  });
});

// biome-ignore lint/suspicious/noExplicitAny: items of four lists
const shown = ({ id, subject, predicate, object, evidence }: any): string =>
  predicate ? `${subject.id} ${predicate} ${object.id}` : (evidence?.exact ?? id);

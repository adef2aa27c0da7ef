import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { projectFolder } from '../../src/project.ts';

const pages = globSync(['*.md', 'docs/**/*.md', 'seed/*.md', 'src/**/*.md'], { cwd: projectFolder }).sort();

/** Files that recipes make as an example. */
const MADE = /publishers?\.|pajek\.|\/x\./;

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(projectFolder, page), 'utf8');
  const isThere = (path: string) => existsSync(join(projectFolder, path));

  test('links to pages and files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, link]) => link!);
    expect(links.filter((link) => !isThere(normalize(join(dirname(page), link))))).toEqual([]);
  });

  test('names files that are there', () => {
    if (page === 'CHANGELOG.md') return;
    const named = [
      ...text.matchAll(/`((?:src|cypher|test|bench|docs|seed)\/[\w./-]*\w\.(?:ts|js|cypher|md|yaml|json))`/g),
    ].map(([, path]) => path!);
    expect(named.filter((path) => !MADE.test(path) && !isThere(path))).toEqual([]);
  });

  test('names commands that are there', () => {
    if (page === 'CHANGELOG.md') return;
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script!);
    expect(named.filter((script) => !(script in packageJson.scripts))).toEqual([]);
  });
});

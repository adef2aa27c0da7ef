import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../src/project.ts';

/** The words of a text in lower case, also those within `camelCase`, `UPPER_CASE` and `kebab-case`. */
const plainWords = (text: string) =>
  text
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[^A-Za-z\d\n]+/g, ' ')
    .toLowerCase();

const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => plainWords(word!));

interface Rule {
  words: { word: string; pattern: RegExp }[];
  exceptions: string[];
}

/** The rows of the table of words that are not used. */
function rulesOf(glossary: string): Rule[] {
  const [, section] = glossary.split('## Words that are not used');
  return [...section!.matchAll(/^\| (`.*?) \|.*?\|(.*)\|$/gm)].map(([, words, exceptions]) => ({
    words: quoted(words!).map((word) => ({ word, pattern: new RegExp(`\\b${word}(e?s)?\\b`) })),
    exceptions: quoted(exceptions!),
  }));
}

const rules = rulesOf(readFileSync(join(projectFolder, 'docs/glossary.md'), 'utf8'));

/** The lines of a text that use a word which is not used, each with that word. */
function unwantedWords(text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    // The tag of HTML is no word.
    const words = ` ${plainWords(line.replaceAll('<span class=', ' '))} `;
    return rules.flatMap((rule) => {
      const rest = rule.exceptions.reduce((left, phrase) => left.replaceAll(` ${phrase} `, ' '), words);
      const found = rule.words.find(({ pattern }) => pattern.test(rest));
      return found ? [`${at + 1} "${found.word}": ${line.trim().slice(0, 120)}`] : [];
    });
  });
}

const files = globSync(
  ['src/**/*.ts', 'bin/*.js', 'cypher/**/*.cypher', 'docs/**/*.md', 'seed/*.md', '*.md'],
  {
    cwd: projectFolder,
    exclude: ['docs/glossary.md', 'CHANGELOG.md'],
  },
).sort();

const unwantedIn = (file: string) => unwantedWords(readFileSync(join(projectFolder, file), 'utf8'));

describe('the words that are not used', () => {
  test('are found in every spelling, but for the exceptions', () => {
    expect(rules.length).toBeGreaterThan(30);
    expect(unwantedWords('an IP address,\nan address')).toEqual(['2 "address": an address']);
    for (const text of ['entityAddress', 'ENTITY_ADDRESS', 'Two addresses', 'the answers', 'dash-line'])
      expect(unwantedWords(text), text).toHaveLength(1);
    for (const text of ['an IP address', 'server.address()', 'addressed', 'answered'])
      expect(unwantedWords(text), text).toEqual([]);
  });

  test('are in no file', () => {
    const found = files.flatMap((file) => unwantedIn(file).map((line) => `${file}:${line}`));
    expect(found).toEqual([]);
  });
});

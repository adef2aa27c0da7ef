import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cypher, cypherNames, flagsOf } from '../../src/db/cypher.ts';
import { projectFolder } from '../../src/project.ts';

let folder: string;
let name: (file: string) => string;

const FILES = {
  plain: '// What it does.\nMATCH (n)\n\n  // An aside.\nRETURN n\n',
  choice: '//? if a\nA\n//? elif b\nB\n//? else\nC\n//? end\nEND\n',
  both: '//? if a & !b\nA\n//? end\nEND\n',
  nested: '//? if a\nA\n//? if b\nAB\n//? else\nA-\n//? end\n//? else\n-\n//? end\n',
  open: '//? if a\nA\n',
  closed: 'A\n//? end\n',
  otherwise: '//? else\nA\n',
};

beforeAll(() => {
  folder = mkdtempSync(join(projectFolder, 'cypher', 'test-'));
  name = (file) => `${basename(folder)}/${file}`;
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, `${file}.cypher`), text);
  writeFileSync(join(folder, 'whole.cypher'), `START\n//? if c\n//? include ${name('choice')}\n//? end\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the text of a query', () => {
  test('is free of comments and empty lines', () => {
    expect(cypher(name('plain'))).toBe('MATCH (n)\nRETURN n');
  });

  test.each([
    ['choice', [], 'C\nEND'],
    ['choice', ['a'], 'A\nEND'],
    ['choice', ['b'], 'B\nEND'],
    ['choice', ['a', 'b'], 'A\nEND'],
    ['choice', ['unrelated'], 'C\nEND'],
    ['both', [], 'END'],
    ['both', ['a'], 'A\nEND'],
    ['both', ['a', 'b'], 'END'],
    ['nested', [], '-'],
    ['nested', ['a'], 'A\nA-'],
    ['nested', ['a', 'b'], 'A\nAB'],
    ['nested', ['b'], '-'],
    ['whole', [], 'START'],
    ['whole', ['b', 'c'], 'START\nB\nEND'],
  ])('%s with %j', (file, flags, text) => {
    expect(cypher(name(file), flags)).toBe(text);
  });

  test('asks for the flags of its directives and of what it includes', () => {
    expect(flagsOf(name('both'))).toEqual(['a', 'b']);
    expect(flagsOf(name('whole'))).toEqual(['a', 'b', 'c']);
    expect(flagsOf(name('plain'))).toEqual([]);
  });

  test.each([
    ['open', '"//? if" without "//? end"'],
    ['closed', '"//? end" without "//? if"'],
    ['otherwise', '"//? else" without "//? if"'],
  ])('%s is refused', (file, message) => {
    expect(() => cypher(name(file))).toThrow(message);
  });

  test('is listed by its folder', () => {
    expect(cypherNames(basename(folder))).toContain(name('plain'));
  });
});

test('every file of cypher/ renders, and says in its first line what it does', () => {
  const names = [...cypherNames('read'), ...cypherNames('ingest'), 'schema'];
  for (const file of names) {
    expect(() => cypher(file, flagsOf(file)), file).not.toThrow();
    expect(readFileSync(join(projectFolder, 'cypher', `${file}.cypher`), 'utf8'), file).toMatch(/^ *\/\/ \S/);
  }
});

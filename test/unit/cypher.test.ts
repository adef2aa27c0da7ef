import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cypher, cypherFile, cypherNames, filled, hasSlot, joined } from '../../src/db/cypher.ts';
import { projectFolder } from '../../src/project.ts';

let folder: string;
let name: (file: string) => string;

const FILES = {
  plain: "// What it does.\nMATCH (n)\n\n  // An aside.\nRETURN n, 'costs $5 or $x' AS text\n",
  slots: '// Two slots.\n/* rows */\nMATCH (n)\n/* end */\nRETURN n,\n/* more */\n/* end */\n  1 AS one\n',
  open: '/* rows */\nMATCH (n)\nRETURN n\n',
};

beforeAll(() => {
  folder = mkdtempSync(join(projectFolder, 'cypher', 'test-'));
  name = (file) => `${basename(folder)}/${file}`;
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, `${file}.cypher`), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the text of a file', () => {
  test('is free of comments and empty lines, and otherwise as it stands', () => {
    expect(cypherFile(name('plain'))).toBe("MATCH (n)\nRETURN n, 'costs $5 or $x' AS text");
  });

  test('holds other texts in its slots, in the place of what stands there', () => {
    const text = filled(name('slots'), { rows: cypher`UNWIND $ids AS n`, more: cypher`n.id AS id,` });
    expect(text.split(/\s+/).join(' ')).toBe('UNWIND $ids AS n RETURN n, n.id AS id, 1 AS one');
  });

  test('runs as it stands where a slot is left alone', () => {
    expect(filled(name('slots'), { more: cypher`2 AS two,` })).toContain('MATCH (n)');
  });

  test('has no slot of another name, nor one that does not end', () => {
    expect(() => filled(name('slots'), { row: cypher`` })).toThrow(/slots\.cypher has no slot row/);
    expect(() => filled(name('open'), { rows: cypher`` })).toThrow(/open\.cypher has no slot rows/);
    expect([hasSlot(name('slots'), 'more'), hasSlot(name('slots'), 'other')]).toEqual([true, false]);
  });

  test('is found by the name of its folder', () => {
    expect(cypherNames(basename(folder))).toEqual(['open', 'plain', 'slots'].map(name));
  });
});

test('texts are composed of texts', () => {
  const filters = joined([cypher`a.id = $a`, cypher`b.id = $b`], ' AND ');
  expect(cypher`MATCH (a), (b) WHERE ${filters} RETURN a`).toBe(
    'MATCH (a), (b) WHERE a.id = $a AND b.id = $b RETURN a',
  );
});

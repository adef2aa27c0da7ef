import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { draftFiles } from '../../../src/commands/draft.ts';
import { validateOnly } from '../../../src/commands/ingest.ts';
import { type Prompts, ReviewEnded, review, terminalPrompts } from '../../../src/commands/review.ts';
import { readConfig } from '../../../src/config.ts';
import { projectFolder } from '../../../src/project.ts';

const TEXT =
  'A vote\n\n“We have waited for this day,” said Ada Bell, the mayor of Oslo. “Now the work begins.” She met Gen. Kurilla in Oslo on Tuesday.\n';

let home: string;
let folder: string;
let printed: string[];

beforeEach(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'on-record-review-')));
  const file = join(home, 'a-vote.txt');
  writeFileSync(file, TEXT);
  await draftFiles([file], home);
  folder = join(home, 'articles/a-vote');
  printed = [];
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const annotation = () => parse(readFileSync(join(folder, 'annotation.yaml'), 'utf8'));
const print = (line: string) => void printed.push(line);

/** Decides as a list says; a choice is the beginning of its name. A reviewer who has said all leaves. */
function deciding(...said: string[]): Prompts {
  const next = () => {
    const one = said.shift();
    if (one === undefined) throw new ReviewEnded();
    return one;
  };
  return {
    choose: async (message, choices) => {
      const one = next();
      const chosen = choices.find(({ name }) => name.startsWith(one));
      expect(chosen, `${one} in ${message}: ${choices.map(({ name }) => name)}`).toBeDefined();
      return chosen!.value;
    },
    line: async () => next(),
  };
}

describe('a review', () => {
  test('keeps each decision, and ends with an article that is no draft', async () => {
    await review(folder, { print, prompts: deciding(...Array(6).fill('accept'), 'yes') });
    const { article, statements, events } = annotation();
    expect(article.review).toBeUndefined();
    expect(JSON.stringify([statements, events])).not.toContain('draft');
    expect(readFileSync(join(folder, 'annotation.yaml'), 'utf8')).not.toContain('no person has reviewed');
    expect(printed.at(-1)).toMatch(
      /^This time: 6 facts in 0\.\d minutes, 0 of them rejected; 0 edits \(0\.0 a st/,
    );
    await validateOnly(readConfig({ NEO4J_SOURCE: 'managed', ON_RECORD_DATA: home }), [home]);
  });

  test('takes out what is rejected, and goes on where it was left', async () => {
    await review(folder, { print, prompts: deciding('accept', 'reject') });
    expect(annotation().roles).toHaveLength(1);
    expect(annotation().statements[0].draft).toBeUndefined();
    expect(printed).toContainEqual(expect.stringContaining('What was decided is kept'));
    await review(folder, { print, prompts: deciding('skip', 'accept', 'quit') });
    expect(annotation().events[0].draft).toBeUndefined();
    expect(annotation().roles[0].draft).toBeDefined();
    expect(printed.at(-1)).toMatch(/^In all: 3 facts .* 1 of them rejected; 1 edits \(1\.0 a statement\)/);
  });

  test('changes a field, with a name in the place of an id', async () => {
    await review(folder, {
      print,
      prompts: deciding('change', 'speaker', 'Gen. Kurilla', 'change', 'act', '040'),
    });
    const [{ act, quotations, draft }] = annotation().statements;
    expect(act).toBe('040');
    expect(quotations[0].attributions[0]).toMatchObject({ speaker: 'michael-kurilla' });
    // Whatever was changed is kept, though the reviewer left before accepting it.
    expect(draft).toBeDefined();
  });

  test('refuses what would not be valid, and says why', async () => {
    await review(folder, {
      print,
      prompts: deciding('change', 'speaker', 'Nobody Known', 'change', 'quote', 'other words'),
    });
    expect(annotation().statements[0].quotations[0].attributions[0].speaker).toBe('ada-bell');
    expect(printed.join('\n')).toMatch(/This cannot be: .*nobody known/i);
    expect(printed.join('\n')).toMatch(/This cannot be: .*other words/);
  });

  test('takes keys in a terminal, and keeps what was decided when it is interrupted', async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    output.resume();
    const prompts = await terminalPrompts({ input, output });
    const keys = ['\r', '\x1b[B\x1b[B\r', '\x03'];
    const pressing: Prompts = {
      ...prompts,
      choose: (...given) => {
        setTimeout(() => input.write(keys.shift()!), 50);
        return prompts.choose(...given);
      },
    };
    await review(folder, { print, prompts: pressing });
    expect(keys).toEqual([]);
    expect(annotation().statements[0].draft).toBeUndefined();
    expect(annotation().roles).toHaveLength(1);
    expect(printed.at(-1)).toMatch(/^This time: 2 facts/);
  });

  test('prints what is to be decided where there is no terminal', () => {
    const said = execFileSync(process.execPath, ['src/cli.ts', 'review', folder], {
      cwd: projectFolder,
      encoding: 'utf8',
    });
    expect(said).toMatch(/statements\[0\], found by cue-before, sure to 0\.\d\d/);
    expect(said).toMatch(/6 facts of a-vote are to be decided\. .*take `draft` off what is right/);
    expect(annotation().statements[0].draft).toBeDefined();
  });
});

test.each([
  ['no folder', undefined, /Expected a folder/],
  ['a folder that is not there', '/nowhere/at/all', /There is no \/nowhere/],
  ['a folder without a draft', tmpdir(), /There is no article\.txt in/],
])('%s is told', async (_, path, message) => {
  await expect(review(path, { print })).rejects.toThrow(message);
});

test('a draft that is broken is told before anything is decided', async () => {
  writeFileSync(join(folder, 'article.txt'), 'Another text.\n');
  await expect(review(folder, { print, prompts: deciding() })).rejects.toThrow(/mend this first/);
});

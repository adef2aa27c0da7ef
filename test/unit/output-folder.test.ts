import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fillFolder, refuseFile } from '../../src/commands/output-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'on-record-'));
afterAll(() => rmSync(root, { recursive: true }));

const writing = (folder: string) => async () => {
  mkdirSync(join(folder, 'articles'), { recursive: true });
  writeFileSync(join(folder, 'entities.yaml'), 'entities: []');
};

const failing = (folder: string) => async () => {
  await writing(folder)();
  throw new Error('The disk is full.');
};

describe('a folder that is filled', () => {
  test('is made with those above it', async () => {
    const folder = join(root, 'new/deep');
    await fillFolder(folder, writing(folder));
    expect(readdirSync(folder)).toEqual(['articles', 'entities.yaml']);
  });

  test('is gone where that fails', async () => {
    const folder = join(root, 'failed');
    await expect(fillFolder(folder, failing(folder))).rejects.toThrow('The disk is full.');
    expect(existsSync(folder)).toBe(false);
  });

  test('is empty again where that fails and it was there', async () => {
    const folder = mkdtempSync(join(root, 'there-'));
    await expect(fillFolder(folder, failing(folder))).rejects.toThrow('The disk is full.');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is no file', () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    expect(() => refuseFile(file)).toThrow(`${file} is a file`);
    refuseFile(join(root, 'free'));
    refuseFile(root);
  });
});

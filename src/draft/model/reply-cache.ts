import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, ModelSettings } from './chat.ts';

/** Replies by what was asked. */
export interface ReplyCache {
  read: (key: string) => string | undefined;
  write: (key: string, content: string) => void;
}

/** A digest of everything that a reply follows from. */
export const replyKey = ({ model, url }: ModelSettings, messages: readonly Message[]): string =>
  createHash('sha256')
    .update(JSON.stringify([model, url, messages]))
    .digest('hex');

/** Replies in a folder, a file each. */
export function folderCache(folder: string): ReplyCache {
  const fileOf = (key: string) => join(folder, `${key}.json`);
  return {
    read: (key) => (existsSync(fileOf(key)) ? readFileSync(fileOf(key), 'utf8') : undefined),
    write: (key, content) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${fileOf(key)}.new`, content);
      renameSync(`${fileOf(key)}.new`, fileOf(key));
    },
  };
}

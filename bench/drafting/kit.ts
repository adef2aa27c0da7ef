import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

type Place = [start: number, end: number];

export interface GoldQuote {
  id: string;
  type: 'direct' | 'mixed' | 'indirect';
  content: Place[];
  source?: Place[];
  cue?: Place[];
}

export interface GoldArticle {
  docId: string;
  publisher: string;
  date: string;
  title: string;
  text: string;
  quotes: GoldQuote[];
}

/** The lines of a file of the extraction kit. */
export function kitLines<T>(kit: string, name: string): T[] {
  const path = join(kit, 'data', `${name}.jsonl.gz`);
  if (!existsSync(path)) throw new Error(`There is no ${path}; expected the folder of the extraction kit.`);
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as T);
}

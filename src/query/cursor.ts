import { createHash } from 'node:crypto';
import { Problem } from '../errors.ts';
import type { KeyRange } from './define.ts';

const CHECKSUM_LENGTH = 12;

/** An opaque cursor that continues after a key, and only in the query that it was made for. */
export const encodeCursor = (query: string, key: string) =>
  Buffer.from(checksum(query, key) + key, 'utf8').toString('base64url');

/** @throws Problem `invalid-cursor` where the cursor is damaged or belongs to another query. */
export function decodeCursor(query: string, cursor: string): string {
  const plain = Buffer.from(cursor, 'base64url').toString('utf8');
  const key = plain.slice(CHECKSUM_LENGTH);
  if (
    key !== '' &&
    plain.slice(0, CHECKSUM_LENGTH) === checksum(query, key) &&
    encodeCursor(query, key) === cursor
  )
    return key;
  const detail = 'The cursor is damaged, or belongs to a query with other parameters.';
  throw new Problem('invalid-cursor', detail, [
    { parameter: 'cursor', detail, expected: '`next` of the page before, with the same parameters' },
  ]);
}

const checksum = (query: string, key: string) =>
  createHash('sha256').update(`${query}\n${key}`).digest('base64url').slice(0, CHECKSUM_LENGTH);

/** What is left of the ranges after a key. */
export function rangesAfter(ranges: KeyRange[], key: string, descending: boolean): KeyRange[] {
  const at = ranges.findIndex(({ low, high }) => low < key && key < high);
  if (at < 0) return [];
  const range = ranges[at]!;
  const rest = descending ? { ...range, high: key } : { ...range, low: key };
  return [rest, ...ranges.slice(at + 1)];
}

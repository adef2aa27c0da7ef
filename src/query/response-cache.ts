import { LRUCache } from 'lru-cache';
import type { GraphVersion } from './version.ts';

/** An answer as it goes to the wire, with the one version of the graph that it shows. */
export interface CachedResponse {
  version: GraphVersion;
  etag: string;
  /** Names and values in turn, without those of the content. */
  headers: string[];
  contentType: string;
  plain: Content;
  /** From the second time on that somebody takes it so. */
  gzipped?: Content;
  compressing?: boolean;
}

/** A body with all headers of its answer, names and values in turn: Node writes a flat list fastest. */
export interface Content {
  headers: string[];
  body: Buffer;
}

/** Answers by what was asked; those asked for least lately go first. An answer holds only while its version does. */
export interface ResponseCache {
  get(key: string): CachedResponse | undefined;
  set(key: string, answer: CachedResponse): unknown;
}

/** Bytes that an entry takes beside its body and its key, roughly: headers, and the body compressed. */
const ENTRY_SIZE = 4000;
const COMPRESSED_SHARE = 0.25;

/** @param megabytes what the answers may take in all; with 0 none is kept. */
export const responseCache = (megabytes: number): ResponseCache =>
  megabytes === 0
    ? { get: () => undefined, set: () => {} }
    : new LRUCache<string, CachedResponse>({
        maxSize: megabytes * 1024 * 1024,
        sizeCalculation: ({ plain }, key) =>
          Math.ceil(plain.body.length * (1 + COMPRESSED_SHARE)) + key.length + ENTRY_SIZE,
      });

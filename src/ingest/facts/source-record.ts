import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** What is kept of an annotation: as it was given, so that the article can be made into facts again. */
export const packed = (annotation: unknown): string =>
  deflateRawSync(JSON.stringify(annotation), { level: 1 }).toString('base64');

/** The annotation that was packed. */
export const unpacked = (annotation: string): unknown =>
  JSON.parse(inflateRawSync(Buffer.from(annotation, 'base64')).toString());

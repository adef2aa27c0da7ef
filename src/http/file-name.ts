import type { Format } from '../formats/media-types.ts';

/** How a response ends that people save; of the others none has a name. */
const EXTENSIONS: Partial<Record<Format, string>> = {
  csv: 'csv',
  ndjson: 'ndjson',
  parquet: 'parquet',
  gexf: 'gexf',
  graphml: 'graphml',
  cytoscape: 'cyjs',
};

/** Parameters that say how something is given, not what. */
const WITHOUT_NAME = new Set(['format', 'bom', 'limit', 'cursor', 'total']);

/** File systems hold 255 bytes, and a character may take four. */
const MOST_BYTES = 180;

/**
 * The `Content-Disposition` of a response that people save: its file is called by what was asked for, in words that every
 * file system takes, such as `statements-speaker-Kurilla-about-Pakistan.csv`; in ASCII for clients that read nothing else.
 */
export function contentDisposition(url: string, format: Format): string | undefined {
  const extension = EXTENSIONS[format];
  if (extension === undefined) return undefined;
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const asked = [...searchParams].filter(([name]) => !WITHOUT_NAME.has(name)).flat();
  const words = [...pathname.split('/').slice(2).map(decodeURIComponent), ...asked];
  const name = nameOf(words.join('-'));
  const ascii = nameOf(
    name
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^ -~]+/g, '-'),
  );
  const plain = `inline; filename="${ascii}.${extension}"`;
  return name === ascii ? plain : `${plain}; filename*=UTF-8''${encodeURIComponent(`${name}.${extension}`)}`;
}

/** Letters, digits and hyphens, no longer than a file system takes. */
function nameOf(text: string): string {
  const words = text.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, '-');
  const bytes = Buffer.from(words).subarray(0, MOST_BYTES);
  return new TextDecoder().decode(bytes).replaceAll(/^-|-?\uFFFD?$/g, '');
}

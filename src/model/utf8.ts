/** A byte order mark in front is read, and is no part of the text. */
const STRICT = new TextDecoder('utf-8', { fatal: true });
const LENIENT = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes are no text in UTF-8. */
export class Utf8Error extends Error {
  override name = 'Utf8Error';
  /** Line of the first byte that is none, counted from 1. */
  readonly line: number;

  constructor(line: number, byte: string) {
    super(`the byte 0x${byte} on line ${line} is not UTF-8`);
    this.line = line;
  }
}

/**
 * A text of its bytes in UTF-8.
 * @throws Utf8Error that names the first byte that is not UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return STRICT.decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    const { before, byte } = invalidByte(bytes);
    throw new Utf8Error(before.split('\n').length, byte);
  }
}

const REPLACEMENT = '\uFFFD';
const REPLACEMENT_BYTES = 'EFBFBD';

/** The first byte of a text that is not UTF-8, in hexadecimal, and what stands before it. */
function invalidByte(bytes: Uint8Array): { before: string; byte: string } {
  const text = LENIENT.decode(bytes);
  const hex = (from: number, to: number) =>
    Buffer.from(bytes.subarray(from, to)).toString('hex').toUpperCase();
  let [from, offset] = [0, 0];
  for (let at = text.indexOf(REPLACEMENT); at >= 0; at = text.indexOf(REPLACEMENT, at + 1)) {
    offset += Buffer.byteLength(text.slice(from, at));
    // The text may hold the replacement character itself.
    if (hex(offset, offset + 3) !== REPLACEMENT_BYTES)
      return { before: text.slice(0, at), byte: hex(offset, offset + 1) };
    from = at;
  }
  return { before: '', byte: '' };
}

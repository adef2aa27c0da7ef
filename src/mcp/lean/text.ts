import { z } from 'zod';

/** Characters of a quotation or a label that a list shows: more than most have, and a tenth of what a response may hold. */
const LONGEST = 600;

export const Shortened = z.string().describe('Shortened where it ends with […].');

/** A text as lists show it; one that is longer than they show is cut at a word. */
export function shortened(text: string, longest: number = LONGEST): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest);
  const end = head.lastIndexOf(' ');
  return `${(end > 0 ? head.slice(0, end) : head).toWellFormed()} […]`;
}

/** Bytes of JSON that make up a token, on the safe side: it is some more for English words, and less for ids and numbers. */
const BYTES_OF_TOKEN = 3;

/** About how many tokens a value takes as JSON. */
export const tokensOf = (value: unknown): number =>
  Math.ceil(Buffer.byteLength(JSON.stringify(value)) / BYTES_OF_TOKEN);

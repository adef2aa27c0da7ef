import { paragraphEnd } from './sentences.ts';

/** A stretch in quotation marks. Offsets are UTF-16 units, the marks included. */
export interface QuotedRegion {
  start: number;
  end: number;
  /** Whether its paragraph ends before a closing mark, as where the next one opens again. */
  isOpen: boolean;
  /** Whether it goes on with a speech that the paragraph before left open. */
  reopens: boolean;
}

interface Marks {
  opens: (text: string, at: number) => boolean;
  closes: (text: string, at: number) => boolean;
}

const isOneOf = (marks: string) => (text: string, at: number) => marks.includes(text[at]!);
const isWordBefore = (text: string, at: number) => /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ');
const isWordAfter = (text: string, at: number) => /[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
const pairAt = (mark: string) => (text: string, at: number) => text.startsWith(mark + mark, at);

/** What opens a quotation, and what then closes it; straight marks are told apart by what is open. */
const DOUBLE: readonly Marks[] = [
  { opens: isOneOf('“„‟'), closes: isOneOf('”"“') },
  { opens: isOneOf('«'), closes: isOneOf('»') },
  { opens: isOneOf('»'), closes: isOneOf('«') },
  { opens: (text, at) => text[at] === '"' && !/\d/.test(text[at - 1] ?? ''), closes: isOneOf('"”') },
  { opens: pairAt('`'), closes: (text, at) => pairAt("'")(text, at) || text[at] === '"' },
];

/** Single marks are apostrophes as well: they quote where they stand outside of words. */
const SINGLE: Marks = {
  opens: (text, at) => '‘‚'.includes(text[at]!) && !isWordBefore(text, at) && isWordAfter(text, at),
  closes: (text, at) => text[at] === '’' && !isWordAfter(text, at),
};

/** The stretches of a text in quotation marks, in its order; one left open ends with its paragraph. */
export function quotedRegions(text: string): QuotedRegion[] {
  const found: QuotedRegion[] = [];
  let start = 0;
  let wasOpen = false;
  for (const paragraph of text.split(new RegExp(`(?<=${paragraphEnd(text).source})`))) {
    const inside = regionsOf(paragraph);
    for (const [index, region] of inside.entries())
      found.push({
        start: start + region.start,
        end: start + region.end,
        isOpen: region.isOpen,
        reopens: wasOpen && index === 0 && paragraph.slice(0, region.start).trim() === '',
      });
    if (paragraph.trim() !== '') wasOpen = inside.at(-1)?.isOpen ?? false;
    start += paragraph.length;
  }
  return found;
}

function regionsOf(paragraph: string): Omit<QuotedRegion, 'reopens'>[] {
  const found: Omit<QuotedRegion, 'reopens'>[] = [];
  for (let at = 0; at < paragraph.length; at++) {
    const marks =
      DOUBLE.find(({ opens }) => opens(paragraph, at)) ?? (SINGLE.opens(paragraph, at) ? SINGLE : undefined);
    if (marks === undefined) continue;
    const close = closingMark(paragraph, at + 1, marks);
    const rest = paragraph.slice(at).trimEnd();
    if (close >= 0) {
      if (/[\p{L}\p{N}]/u.test(paragraph.slice(at, close)))
        found.push({ start: at, end: close, isOpen: false });
      at = close - 1;
    } else if (marks !== SINGLE && /[\p{L}\p{N}]/u.test(rest)) {
      found.push({ start: at, end: at + rest.length, isOpen: true });
      break;
    }
  }
  return found;
}

/** Where the mark that closes a quotation ends; -1 where the paragraph has none. */
function closingMark(paragraph: string, from: number, { opens, closes }: Marks): number {
  for (let at = from; at < paragraph.length; at++) {
    if (closes(paragraph, at)) return at + (paragraph.startsWith("''", at) ? 2 : 1);
    if (opens(paragraph, at)) return -1;
  }
  return -1;
}

import type { Quote } from '../../model/annotation.ts';
import type { Quoting } from '../quoting.ts';
import { EXAMPLE_WORDS, type Paragraph } from './prompt.ts';
import type { RepliedItem, RepliedWords } from './reply.ts';

/** Words of a reply where they stand in the article; offsets are in UTF-16 units. */
interface AnchoredWords {
  quote: Quote;
  start: number;
  end: number;
}

/** An item of a reply, every quote of which stands in the article. */
export interface AnchoredItem {
  item: RepliedItem;
  quote: AnchoredWords[];
  speakerWords: AnchoredWords | null;
}

/** An item of a reply that does not stand in the article. */
export interface RejectedItem {
  item: RepliedItem;
  reason: string;
}

/** Finds each item of a reply in the article to the character; nothing that is merely like it is taken. */
export function anchorItems(
  items: readonly RepliedItem[],
  paragraphs: readonly Paragraph[],
  quoting: Quoting,
): { anchored: AnchoredItem[]; faulty: RejectedItem[] } {
  const anchored: AnchoredItem[] = [];
  const faulty: RejectedItem[] = [];
  const find = ({ paragraph, words }: RepliedWords) => place(words, paragraph, paragraphs, quoting);
  for (const item of items) {
    const quote = item.quote.map(find);
    const speakerWords = item.speakerWords && find(item.speakerWords);
    const reason = [...quote, speakerWords].find((one) => typeof one === 'string');
    if (reason !== undefined) faulty.push({ item, reason: reason as string });
    else
      anchored.push({
        item,
        quote: quote as AnchoredWords[],
        speakerWords: speakerWords as AnchoredWords | null,
      });
  }
  return { anchored, faulty };
}

const MARK = /["“”„«»‘’'\s]/;

/** Words without the quotation marks around them. */
function withoutMarks(given: string): string {
  let [from, to] = [0, given.length];
  while (from < to && MARK.test(given[from]!)) from++;
  while (from < to && MARK.test(given[to - 1]!)) to--;
  return given.slice(from, to);
}

/** Where words stand in their paragraph, or why they do not. */
function place(
  given: string,
  number: number,
  paragraphs: readonly Paragraph[],
  quoting: Quoting,
): AnchoredWords | string {
  const words = withoutMarks(given);
  const shown = JSON.stringify(words.length > 80 ? `${words.slice(0, 80)}…` : words);
  if (words === '') return 'it quotes no words';
  if (words.includes(EXAMPLE_WORDS)) return `${shown} are the words of the example, not of the article`;
  const paragraph = paragraphs.find((one) => one.number === number);
  if (!paragraph) return `there is no paragraph ${number}`;
  const at = paragraph.text.indexOf(words);
  if (at < 0) {
    const other = paragraphs.find(({ text }) => text.includes(words));
    return other
      ? `${shown} stands in paragraph ${other.number}, not in ${number}`
      : `${shown} does not stand in paragraph ${number}`;
  }
  const start = paragraph.start + at;
  const quote = quoting.quote(start, start + words.length);
  return quote === null ? `${shown} cannot be quoted` : { quote, start, end: start + words.length };
}

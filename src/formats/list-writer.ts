import type { Row } from '../model/row.ts';

/** How a list is written as text, some items at a time. */
export interface ListWriter {
  /** What comes before the first item. */
  head: string;
  write: (items: Row[]) => string;
  /** A last line that is no item, and says something of the whole. */
  lastLine: (text: string) => string;
}

/** An article before anything is said of it: its text, and what its page tells about it. */
export interface RawArticle {
  title: string;
  /** Names of the authors, as the page gives them. */
  byline: string[];
  publisher: string | null;
  /** The day of publication as EDTF; null where nothing tells it. */
  published: string | null;
  /** A tag of BCP 47. */
  language: string;
  url: string | null;
  text: string;
  /** What of the page is no part of the text, in a line each. */
  leftOut: string[];
}

import type { InputFault } from '../check/input-error.ts';

/** An article in a folder of its own. */
export interface FolderArticle {
  /** Name of its folder, which is the id of the article. */
  id: string;
  textFile: string;
  text: string;
  annotationFile: string;
  annotationText: string;
}

/** An article that is one line of a file. */
export interface RecordArticle {
  id: string;
  text: string;
  file: string;
  /** Null where it did not come from a file. */
  line: number | null;
  /** What the record holds as annotation, not checked yet. */
  annotation: unknown;
}

export type ArticleInput = FolderArticle | RecordArticle;

export type ReportFault = (fault: InputFault) => void;

/** What is to be loaded. */
export interface Inputs {
  /** The text is null where the file cannot be read. */
  authorities: { file: string; text: string | null }[];
  /** Reads the articles, one at a time and anew with each call; what cannot be read is reported instead. */
  articles: (report: ReportFault) => Iterable<ArticleInput>;
  /** What could not be found or read; the rest can be checked all the same. */
  faults: InputFault[];
}

/** Where an article is, as people look it up. */
export const placeOf = (input: ArticleInput): { file: string; line: number | null } =>
  'line' in input ? { file: input.file, line: input.line } : { file: input.textFile, line: null };

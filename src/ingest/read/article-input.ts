import type { Fault } from '../../model/fault.ts';
import type { ReviewEntry } from '../../model/review-log.ts';

/** An article in a folder of its own. */
export interface FolderArticle {
  /** Name of its folder, which is the id of the article. */
  id: string;
  textFile: string;
  /** Null where there is none to quote from. */
  text: string | null;
  /** Whether something is wrong with its id or its text. */
  isFaulty?: boolean;
  annotationFile: string;
  annotationText: string;
  /** What its review took, where the log of that lies beside it. */
  review?: ReviewEntry[];
}

/** A line of a file that holds an article, as JSON that is not checked yet. */
export interface ArticleLine {
  file: string;
  line: number;
  value: unknown;
}

export type ArticleInput = FolderArticle | ArticleLine;

export type ReportFault = (fault: Fault) => void;

/** What is to be loaded. */
export interface Inputs {
  /** The text is null where the file cannot be read. */
  authorities: { file: string; text: string | null }[];
  /** The files with decisions. */
  decisions?: { file: string; text: string | null }[];
  /** Reads the articles, one at a time and anew with each call; what cannot be read is reported instead. */
  articles: (report: ReportFault) => Iterable<ArticleInput>;
  /** What could not be found or read; the rest can be checked all the same. */
  faults: Fault[];
}

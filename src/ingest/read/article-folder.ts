import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { TEXTS } from '../../limits.ts';
import type { Fault } from '../../model/fault.ts';
import { parseReviewLines, REVIEW_LOG } from '../../model/review-log.ts';
import { Slug } from '../../model/text.ts';
import type { FolderArticle, ReportFault } from './article-input.ts';
import { quotable } from './quotable.ts';
import { fileFault, readText, relativePath } from './read-text.ts';

/** The two files of an article, and the log of its review where there is one; null where the annotation cannot be read. */
export function readArticleFolder(folder: string, reportAll: ReportFault): FolderArticle | null {
  const id = basename(folder);
  let isFaulty = false;
  const report: ReportFault = (fault) => {
    isFaulty = true;
    reportAll(fault);
  };
  if (!Slug.safeParse(id).success) {
    report({
      ...fileFault(folder, `the folder name ${JSON.stringify(id)} cannot be an article id`),
      expected: 'lower-case letters and digits joined by single hyphens, at most 120 characters',
    });
  }
  const textFile = join(folder, 'article.txt');
  const annotationFile = join(folder, 'annotation.yaml');
  const text = readText(textFile, report);
  if (text?.trim() === '') {
    report({ ...fileFault(textFile, 'the article is empty'), expected: 'the text of the article' });
  }
  if (text !== null && text.length > TEXTS.article)
    report({
      ...fileFault(textFile, `the article has ${text.length} characters`),
      expected: `at most ${TEXTS.article} characters`,
    });
  if (text !== null && text.normalize('NFC') !== text) report(decompositionFault(textFile, text));
  const annotationText = readText(annotationFile, report);
  if (annotationText === null) return null;
  const reviewFile = join(folder, REVIEW_LOG);
  return {
    id,
    textFile: relativePath(textFile),
    text: quotable(text),
    isFaulty,
    annotationFile: relativePath(annotationFile),
    annotationText,
    ...(existsSync(reviewFile) && { review: parseReviewLines(readFileSync(reviewFile, 'utf8')) }),
  };
}

function decompositionFault(file: string, text: string): Fault {
  const at = text.split('\n').findIndex((line) => line.normalize('NFC') !== line);
  const detail = 'the text has decomposed characters, such as e and an accent for é';
  return { ...fileFault(file, detail), line: at + 1, expected: 'Unicode in NFC' };
}

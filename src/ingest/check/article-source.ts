import { z } from 'zod';
import { ArticleRecord } from '../../model/article-record.ts';
import type { ArticleInput, FolderArticle, Inputs, ReportFault } from '../read/article-input.ts';
import { readYaml, type YamlDocument } from '../read/yaml-document.ts';
import { checkDocument, type Origin } from './check-document.ts';

/** An article whose id and text are known, with its annotation as it was read. */
export interface ArticleSource {
  id: string;
  text: string;
  /** Where people look the article up. */
  place: { file: string; line?: number };
  /** Where the annotation comes from. */
  origin: Origin;
  annotation: YamlDocument;
}

/** The field of a line or a body that holds the annotation. */
const UNDER = ['annotation'];

/** The annotation is checked later, with what it refers to. */
const Head = ArticleRecord.extend({ annotation: z.looseObject({}) });

/** The articles of the inputs, one at a time; what cannot be read, and the heads of lines that have faults, are reported. */
export function* articleSources(inputs: Inputs, report: ReportFault): Generator<ArticleSource> {
  for (const input of inputs.articles(report)) {
    const source = sourceOf(input, report);
    if (source) yield source;
  }
}

function sourceOf(input: ArticleInput, report: ReportFault): ArticleSource | null {
  if (!('value' in input)) return fromFolder(input);
  const { file, line, value } = input;
  const head = checkDocument({ file }, { value, errors: [], line: () => line }, Head);
  for (const fault of head.faults) report(fault);
  return head.data && head.faults.length === 0 ? fromRecord(head.data, { file, line }) : null;
}

const fromFolder = ({
  id,
  text,
  textFile,
  annotationFile,
  annotationText,
}: FolderArticle): ArticleSource => ({
  id,
  text,
  place: { file: textFile },
  origin: { file: annotationFile },
  annotation: readYaml(annotationText),
});

/** An article that comes in one piece with its annotation. */
export const fromRecord = (
  { id, text, annotation }: { id: string; text: string; annotation: unknown },
  place: ArticleSource['place'],
): ArticleSource => ({
  id,
  text,
  place,
  origin: { file: place.file, under: UNDER },
  annotation: { value: annotation, errors: [], line: () => place.line },
});

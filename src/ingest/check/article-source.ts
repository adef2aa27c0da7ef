import { z } from 'zod';
import { ArticleRecord } from '../../model/article-record.ts';
import type { FaultList } from '../../model/fault-list.ts';
import type { ReviewEntry } from '../../model/review-log.ts';
import type { ArticleInput, FolderArticle, Inputs } from '../read/article-input.ts';
import { quotable } from '../read/quotable.ts';
import { readYaml, type YamlDocument } from '../read/yaml-document.ts';
import { type CheckedDocument, checkDocument, isWritten, type Origin } from './check-document.ts';

/** An article with its annotation as it was read. */
export interface ArticleSource {
  id: string;
  /** Null where there is none to quote from. */
  text: string | null;
  /** Whether something is wrong with its id or its text. */
  isFaulty: boolean;
  /** Where people look the article up. */
  place: { file: string; line?: number };
  /** Where the annotation comes from. */
  origin: Origin;
  annotation: YamlDocument;
  /** What its review took, where that is known. */
  review?: ReviewEntry[] | undefined;
}

/** The field of a line or a body that holds the annotation. */
const UNDER = ['annotation'];

/** The annotation is checked later, with what it refers to. */
const Head = ArticleRecord.extend({ annotation: z.looseObject({}) });

/** The articles of the inputs, one at a time; what cannot be read, and the heads of lines that have faults, are reported. */
export function* articleSources(inputs: Inputs, faults: FaultList): Generator<ArticleSource> {
  for (const input of inputs.articles((fault) => faults.add(() => fault))) {
    if (faults.isFull) return;
    const source = sourceOf(input, faults);
    if (source) yield source;
  }
}

function sourceOf(input: ArticleInput, faults: FaultList): ArticleSource | null {
  if (!('value' in input)) return fromFolder(input);
  const { file, line, value } = input;
  const head = checkDocument({ file }, { value, errors: [], line: () => line }, Head, faults);
  // Facts take their ids from that of the article: where it is wrong, so are they.
  const isChecked = head.data && isWritten(head, UNDER) && isWritten(head, ['id']);
  return isChecked ? fromRecord(value, head, { file, line }) : null;
}

const fromFolder = ({
  id,
  text,
  isFaulty = false,
  textFile,
  annotationFile,
  annotationText,
  review,
}: FolderArticle): ArticleSource => ({
  id,
  text,
  isFaulty,
  place: { file: textFile },
  origin: { file: annotationFile },
  annotation: readYaml(annotationText),
  review,
});

/** An article that comes in one piece with its annotation, however much of it holds to its schema. */
export function fromRecord(
  value: unknown,
  head: CheckedDocument<unknown>,
  place: ArticleSource['place'],
): ArticleSource {
  const { id, text, annotation } = Object(value) as Record<string, unknown>;
  return {
    id: String(id),
    text: quotable(text),
    isFaulty: !isWritten(head, ['text']),
    place,
    origin: { file: place.file, under: UNDER },
    annotation: { value: annotation, errors: [], line: () => place.line },
  };
}

import { Annotation } from '../../model/annotation.ts';
import { articleFacts } from '../facts/article-facts.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import type { ArticleInput } from '../read/article-input.ts';
import { readYaml } from '../read/yaml-document.ts';
import { type CheckedDocument, checkDocument } from './checked-document.ts';
import { consistencyFaults } from './consistency.ts';
import type { InputFault } from './input-error.ts';
import { type KnownEntities, referenceFaults } from './references.ts';

/** Stands in for the head of an annotation that has faults, so that the rest is checked all the same. */
const STAND_INS = { article: { title: '-', language: 'und' } };

/** The field of a record that holds its annotation. */
const UNDER = ['annotation'];

export interface Described {
  /** What the article says; null where there is nothing sound to be read. */
  facts: ArticleFacts | null;
  faults: InputFault[];
}

/** Turns an article into facts and holds it to the schemas, the authority and its text. */
export function described(input: ArticleInput, known: KnownEntities): Described {
  const document = annotationOf(input);
  const faults = [...document.faults];
  if (!document.data) return { facts: null, faults };
  const events = new Set(document.ids('events'));
  faults.push(
    ...referenceFaults(document, document.data, known, events),
    ...consistencyFaults(document, document.data, known),
  );
  const file = 'line' in input ? input.file : input.annotationFile;
  const { facts, faults: unanchored } = articleFacts(input.id, file, input.text, document.data, (id) =>
    events.has(id),
  );
  faults.push(...unanchored.map(({ path, message, ...hints }) => document.fault(path, message, hints)));
  for (const fact of facts.facts) {
    fact.line = document.line(fact.field);
    if ('line' in input) fact.field = [...UNDER, ...fact.field];
  }
  return { facts, faults };
}

function annotationOf(input: ArticleInput): CheckedDocument<Annotation> {
  if (!('line' in input)) {
    const { annotationFile: file, annotationText } = input;
    return checkDocument({ file }, readYaml(annotationText), Annotation, STAND_INS);
  }
  const { file, line, annotation: value } = input;
  const origin = { file, under: UNDER };
  return checkDocument(origin, { value, errors: [], line: () => line }, Annotation, STAND_INS);
}

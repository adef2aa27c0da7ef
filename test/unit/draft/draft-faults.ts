import { stringify } from 'yaml';
import type { Draft } from '../../../src/draft/draft-article.ts';
import { check } from '../../../src/ingest/check/check.ts';
import { formatFault, InputError } from '../../../src/ingest/check/input-error.ts';
import { readText } from '../../../src/ingest/read/read-text.ts';
import { ownAuthority } from '../../../src/project.ts';

/** What the loader finds wrong with a draft, beside the project's authority file. */
export function draftFaults({ text, annotation, entities }: Draft): string[] {
  const own = { file: ownAuthority, text: readText(ownAuthority, () => {}) };
  const article = {
    id: 'a-draft',
    textFile: 'article.txt',
    text,
    annotationFile: 'annotation.yaml',
    annotationText: stringify(annotation, { aliasDuplicateObjects: false }),
  };
  try {
    check({
      authorities: [own, { file: 'entities.yaml', text: stringify({ entities }) }],
      articles: () => [article],
      faults: [],
    });
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.faults.map(formatFault);
  }
}

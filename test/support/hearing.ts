import { join } from 'node:path';
import type { CheckedInputs } from '../../src/ingest/check/check.ts';
import type { ArticleFacts } from '../../src/ingest/facts/facts.ts';
import { validate } from '../../src/ingest/ingest.ts';
import { projectFolder } from '../../src/project.ts';

/** Three invented reports on one hearing: one has the day and the chamber, one has another day, one has neither. */
const hearingFolder = join(projectFolder, 'test/fixtures/hearing');

export function hearing(): CheckedInputs & { all: ArticleFacts[] } {
  const checked = validate([hearingFolder], join(hearingFolder, 'entities.yaml'));
  return { ...checked, all: [...checked.read()] };
}

/** All orders of a list. */
export function orders<Of>(list: readonly Of[]): Of[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, at) => orders(list.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

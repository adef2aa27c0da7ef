import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scoreDraft } from '../draft/score/score-draft.ts';
import { type SpannedAnnotation, spannedAnnotation } from '../draft/score/spanned-annotation.ts';
import { parseYaml } from '../ingest/check/check-document.ts';
import { InputError } from '../ingest/check/input-error.ts';
import { readAuthority } from '../ingest/check/read-authority.ts';
import { readText } from '../ingest/read/read-text.ts';
import { Annotation } from '../model/annotation.ts';
import { FaultList } from '../model/fault-list.ts';
import { ownAuthority } from '../project.ts';

/**
 * Prints how much of an annotation a draft of the same article saves.
 * @throws Error where either cannot be read, or they are not of one text; InputError with what is wrong in them.
 */
export function printDraftScore(paths: string[]): void {
  const [draft, gold, ...others] = paths;
  if (draft === undefined || gold === undefined || others.length > 0)
    throw new Error('Expected two folders with article.txt and annotation.yaml: draft:score DRAFT GOLD.');
  const [drafted, wanted] = [readAnnotation(draft), readAnnotation(gold)];
  if (drafted.text !== wanted.text) throw new Error(`${draft} and ${gold} are not of the same text.`);
  const score = scoreDraft(wanted, drafted);
  const columns = ['kind', 'gold', 'found', 'spurious', 'decisions', 'edits'] as const;
  console.log(columns.map((name, index) => (index === 0 ? name.padEnd(18) : name.padStart(9))).join(' '));
  for (const row of score.rows)
    console.log(
      columns
        .map((name, index) => (index === 0 ? String(row[name]).padEnd(18) : String(row[name]).padStart(9)))
        .join(' '),
    );
  console.log(
    `\n${score.edits} edits for ${score.decisions} decisions: ${(100 * score.saved).toFixed(1)} % saved, ${score.editsPerStatement.toFixed(1)} edits a statement`,
  );
}

function readAnnotation(path: string): SpannedAnnotation {
  const folder = existsSync(path) && statSync(path).isDirectory() ? path : dirname(path);
  const faults = new FaultList();
  const read = (name: string) => readText(join(folder, name), (fault) => faults.add(() => fault));
  const [text, yaml] = [read('article.txt'), read('annotation.yaml')];
  const file = join(folder, 'annotation.yaml');
  const annotation = yaml === null ? null : parseYaml(file, yaml, Annotation, faults).data;
  if (text === null || annotation === null || faults.count > 0) throw new InputError(faults);
  const above = [folder, dirname(folder), dirname(dirname(folder))].map((at) => join(at, 'entities.yaml'));
  const authority = readAuthority([...new Set([ownAuthority, ...above.filter((one) => existsSync(one))])]);
  const words = JSON.stringify(annotation);
  const used = authority.filter(({ id }) => words.includes(JSON.stringify(id)));
  return spannedAnnotation(text.replace(/^\ufeff/, ''), annotation, used);
}

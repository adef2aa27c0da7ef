import type { AuthorityRecord } from '../../model/annotation.ts';
import type { Fault } from '../../model/fault.ts';
import { Submission } from '../../model/submission.ts';
import { type EntityRow, entityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { annotateArticle } from './annotate-article.ts';
import { fromRecord } from './article-source.ts';
import { type CheckedDocument, checkDocument, isWritten } from './check-document.ts';
import { InputError } from './input-error.ts';
import { countryFaults, duplicateEntityFault } from './known-entities.ts';
import type { KnownEntities, KnownEntity } from './reference-faults.ts';

/** An article with the entities that it brings, in which nothing is wrong. */
export interface CheckedSubmission {
  facts: ArticleFacts;
  entities: EntityRow[];
}

/** What faults give as the file of a submission. */
export const BODY = 'body';

/** Entities of the graph as far as a check of references looks at them. */
export type FindEntities = (ids: string[] | null) => Promise<Map<string, KnownEntity>>;

/**
 * Holds an article that is sent with its entities to what the command line holds files to.
 * @param findEntities finds entities of the graph by their ids, or, given null, very many of them.
 * @throws InputError with every fault.
 */
export async function checkSubmission(body: unknown, findEntities: FindEntities): Promise<CheckedSubmission> {
  const value = Object(body) as Record<string, unknown>;
  const document = checkDocument({ file: BODY }, { value, errors: [], line: () => undefined }, Submission);
  let result = checkAgainst(value, document, await findEntities([...slugs(value)]));
  // A fault of an unknown id names the nearest one that is known.
  if (result.faults.length > 0) result = checkAgainst(value, document, await findEntities(null));
  if (result.faults.length > 0) throw new InputError(result.faults);
  return result.checked!;
}

function checkAgainst(
  value: Record<string, unknown>,
  document: CheckedDocument<{ entities: AuthorityRecord[] }>,
  inGraph: Map<string, KnownEntity>,
): { checked: CheckedSubmission | null; faults: Fault[] } {
  const records = document.data?.entities ?? [];
  const sound = records.filter((_, index) => isWritten(document, ['entities', index]));
  const known: KnownEntities = {
    records: new Map<string, KnownEntity>([
      ...inGraph,
      ...sound.map((record) => [record.id, record] as const),
    ]),
    doubtful: new Set(document.ids('entities')),
    complete: true,
  };
  const faults = [
    ...document.faults,
    ...duplicateFaults(document, records),
    ...countryFaults(document, records, known),
  ];
  if (!isWritten(document, ['annotation'])) return { checked: null, faults };
  const { facts, faults: found } = annotateArticle(fromRecord(value, document, { file: BODY }), known);
  return { checked: facts && { facts, entities: records.map(entityRow) }, faults: [...faults, ...found] };
}

const duplicateFaults = (document: CheckedDocument<unknown>, records: AuthorityRecord[]): Fault[] =>
  records.flatMap(({ id }, index) =>
    records.findIndex((record) => record.id === id) === index
      ? []
      : duplicateEntityFault(document, index, id),
  );

/** All texts of a body that may be the id of something. */
function* slugs(node: unknown): Generator<string> {
  if (typeof node === 'string' && node.length <= 120 && /^[a-z0-9-]+$/.test(node)) yield node;
  else if (node !== null && typeof node === 'object')
    for (const child of Object.values(node)) yield* slugs(child);
}

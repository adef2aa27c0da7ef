import type { AuthorityRecord } from '../../model/annotation.ts';
import type { Fault } from '../../model/fault.ts';
import { Submission } from '../../model/submission.ts';
import { entityNames } from '../facts/entity-names.ts';
import { type EntityRow, entityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { annotateArticle } from './annotate-article.ts';
import { fromRecord } from './article-source.ts';
import { type CheckedDocument, checkDocument, isWritten } from './check-document.ts';
import { InputError } from './input-error.ts';
import { countryFaults, duplicateEntityFault } from './known-entities.ts';
import type { KnownEntities, KnownEntity } from './reference-faults.ts';
import { type NameBearers, sharedNameFaults } from './shared-name-faults.ts';

/** An article with the entities that it brings, in which nothing is wrong. */
export interface CheckedSubmission {
  facts: ArticleFacts;
  entities: EntityRow[];
}

/** What faults give as the file of a submission. */
export const BODY = 'body';

/** What a check asks of the graph. */
export interface KnownGraph {
  /** Entities by their ids, or, given null, very many of them. */
  entities: (ids: string[] | null) => Promise<Map<string, KnownEntity>>;
  /** Who bears names, without sharing them, beside some entities. */
  nameBearers: (keys: string[], except: string[]) => Promise<NameBearers>;
}

/**
 * Holds an article that is sent with its entities to what the command line holds files to.
 * @throws InputError with every fault.
 */
export async function checkSubmission(body: unknown, graph: KnownGraph): Promise<CheckedSubmission> {
  const value = Object(body) as Record<string, unknown>;
  const document = checkDocument({ file: BODY }, { value, errors: [], line: () => undefined }, Submission);
  const records = document.data?.entities ?? [];
  const bearers = await graph.nameBearers(
    records.flatMap((record) => entityNames(record).map(({ key }) => key)),
    records.map(({ id }) => id),
  );
  let result = checkAgainst(value, document, bearers, await graph.entities([...slugs(value)]));
  // A fault of an unknown id names the nearest one that is known.
  if (result.faults.length > 0) result = checkAgainst(value, document, bearers, await graph.entities(null));
  if (result.faults.length > 0) throw new InputError(result.faults);
  return result.checked!;
}

function checkAgainst(
  value: Record<string, unknown>,
  document: CheckedDocument<{ entities: AuthorityRecord[] }>,
  bearers: NameBearers,
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
    ...sharedNameFaults([{ document, records }], bearers),
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

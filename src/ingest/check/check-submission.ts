import type { AuthorityRecord } from '../../model/annotation.ts';
import { FaultList } from '../../model/fault-list.ts';
import { MOST_ENTITIES, Submission } from '../../model/submission.ts';
import { entityNames } from '../facts/entity-names.ts';
import { type EntityRow, entityRow } from '../facts/entity-rows.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import { annotateArticle } from './annotate-article.ts';
import { fromRecord } from './article-source.ts';
import { BODY } from './body.ts';
import { type CheckedDocument, checkDocument, isFields, isWritten } from './check-document.ts';
import type { KnownEntities, KnownEntity } from './check-references.ts';
import { checkSharedNames, type NameBearers } from './check-shared-names.ts';
import { InputError } from './input-error.ts';
import { checkCountries, reportDuplicate } from './known-entities.ts';
import { ToldEvents } from './told-events.ts';

/** An article with the entities that it brings, in which nothing is wrong. */
export interface CheckedSubmission {
  facts: ArticleFacts;
  entities: EntityRow[];
}

/** What a check asks of the graph. */
export interface KnownGraph {
  /** Entities by their ids, or, given null, very many of them. */
  entities: (ids: string[] | null) => Promise<Map<string, KnownEntity>>;
  /** Who bears names, without sharing them, beside some entities. */
  nameBearers: (keys: string[], except: string[]) => Promise<NameBearers>;
  /** Those of these ids that are of events, or, given null, those of very many events. */
  events: (ids: string[] | null) => Promise<string[]>;
}

/**
 * Holds an article that is sent with its entities to what the command line holds files to.
 * @throws InputError with its faults.
 */
export async function checkSubmission(body: unknown, graph: KnownGraph): Promise<CheckedSubmission> {
  const faults = new FaultList();
  const document = checkDocument(
    { file: BODY },
    { value: body, errors: [], line: () => undefined },
    Submission,
    faults,
  );
  const entities = (document.data?.entities ?? []).slice(0, MOST_ENTITIES);
  const bearers = await graph.nameBearers(
    entities.flatMap((record) => entityNames(record).map(({ key }) => key)),
    entities.map(({ id }) => id),
  );
  const ids = [...slugsIn(body)];
  const inGraph = await graph.entities(ids);
  const events = new ToldEvents(await graph.events(ids.filter((id) => !inGraph.has(id))));
  const known: Known = { records: inGraph, doubtful: new Set(), complete: true };
  checkEntities(document, entities, known);
  checkSharedNames([{ document, records: entities }], bearers);
  const isReadable = isFields(body) && isWritten(document, ['annotation']);
  const facts = isReadable
    ? annotateArticle(
        { ...fromRecord(body, document, { file: BODY }), review: document.data?.draft?.review },
        known,
        events,
        faults,
      )
    : null;
  if (faults.count === 0 && events.unknown.length === 0)
    return { facts: facts!, entities: entities.map(entityRow) };
  // A fault of an unknown id, as it is told, names the nearest one that is known.
  for (const [id, entity] of await graph.entities(null)) known.records.set(id, entity);
  if (events.unknown.length > 0)
    for (const fault of events.faults(await graph.events(null))) faults.add(() => fault);
  throw new InputError(faults);
}

interface Known extends KnownEntities {
  records: Map<string, KnownEntity>;
}

/** Checks the entities by themselves and with each other, and adds them to those that are known. */
function checkEntities(document: CheckedDocument<unknown>, entities: AuthorityRecord[], known: Known): void {
  const ids = document.ids('entities');
  if (ids.length > MOST_ENTITIES)
    document.report(['entities'], `has ${ids.length} entries`, {
      expected: `at most ${MOST_ENTITIES} entries`,
    });
  const seen = new Set<string>();
  for (const [index, record] of entities.entries()) {
    if (seen.has(record.id)) reportDuplicate(document, index, record.id);
    seen.add(record.id);
    if (isWritten(document, ['entities', index])) known.records.set(record.id, record);
  }
  for (const id of ids) known.doubtful.add(id);
  checkCountries(document, entities, known);
}

/** All texts of a body that may be the id of something; a generator that calls itself takes twice as long. */
function slugsIn(node: unknown, found = new Set<string>()): Set<string> {
  if (typeof node === 'string' && node.length <= 120 && /^[a-z0-9-]+$/.test(node)) found.add(node);
  else if (node !== null && typeof node === 'object')
    for (const child of Object.values(node)) slugsIn(child, found);
  return found;
}

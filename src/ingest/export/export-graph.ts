import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { draftsOf, type Graph, read } from '../../db/client.ts';
import { cypherFile } from '../../db/cypher.ts';
import { assertModelNumber } from '../../db/model-number.ts';
import { QUERIES } from '../../limits.ts';
import { REVIEW_LOG, type ReviewEntry, reviewLines } from '../../model/review-log.ts';
import type { StoredDecision } from '../facts/active-decisions.ts';
import { authorityRecord, type StoredEntity } from '../facts/authority-record.ts';
import { unpacked } from '../facts/source-record.ts';

/** Entities that are read together, and articles, which come with their texts. */
const ENTITIES = 1000;
const ARTICLES = 50;

/** How much was written. */
export interface Exported {
  entities: number;
  articles: number;
}

/**
 * Writes what a graph holds as the folder that loads it again: `entities.yaml`, and a folder for each article; drafts too, with the entities
 * that they alone know.
 * @param folder is made where it is not there; it has to be empty.
 * @throws Error where the graph is of another model.
 */
export async function exportGraph(
  graph: Graph,
  folder: string,
  onProgress: (text: string) => void = () => {},
): Promise<Exported> {
  await assertModelNumber(graph);
  mkdirSync(join(folder, 'articles'), { recursive: true });
  const entities: (ReturnType<typeof authorityRecord> & { review?: 'draft' })[] = [];
  for await (const row of rows<StoredEntity>(graph, 'export-entities', ENTITIES))
    entities.push(authorityRecord(row));
  const known = new Set(entities.map(({ id }) => id));
  for await (const row of rows<StoredEntity>(draftsOf(graph), 'export-entities', ENTITIES))
    if (!known.has(row.id)) entities.push({ ...authorityRecord(row), review: 'draft' });
  writeYaml(join(folder, 'entities.yaml'), { entities });
  const decisions: object[] = [];
  for await (const { decision } of rows<{ id: string; decision: StoredDecision }>(
    graph,
    'export-decisions',
    ENTITIES,
  ))
    decisions.push(withoutDerived(decision));
  if (decisions.length > 0) writeYaml(join(folder, 'decisions.yaml'), { decisions });
  let articles = 0;
  for (const one of [graph, draftsOf(graph)])
    for await (const { id, text, annotation, reviewLog } of rows<StoredArticle>(
      one,
      'export-articles',
      ARTICLES,
    )) {
      const of = join(folder, 'articles', id);
      mkdirSync(of, { recursive: true });
      writeFileSync(join(of, 'article.txt'), text);
      writeYaml(join(of, 'annotation.yaml'), unpacked(annotation));
      if (reviewLog) writeFileSync(join(of, REVIEW_LOG), reviewLines(unpacked(reviewLog) as ReviewEntry[]));
      articles++;
      if (articles % ARTICLES === 0) onProgress(`${articles} articles`);
    }
  return { entities: entities.length, articles };
}

/** A decision as it was taken; its id follows from that. */
const withoutDerived = ({ id: _id, ...decision }: StoredDecision & { key?: string; isActive?: boolean }) => {
  const { key: _key, isActive: _isActive, ...taken } = decision;
  return taken;
};

interface StoredArticle {
  id: string;
  text: string;
  annotation: string;
  reviewLog: string | null;
}

/** Lines are not folded, so that a text is found as it stands. */
const writeYaml = (file: string, value: unknown) => writeFileSync(file, stringify(value, { lineWidth: 0 }));

/** The rows of a query of `cypher/ingest` that gives them in the order of their ids, some at a time. */
async function* rows<Of extends { id: string }>(
  graph: Graph,
  name: string,
  limit: number,
): AsyncGenerator<Of> {
  const patient = { ...graph, readTimeout: QUERIES.writeTimeout };
  for (let after = ''; ; ) {
    const found = (await read(patient, cypherFile(`ingest/${name}`), { after, limit })) as { id: string }[];
    yield* found as Of[];
    if (found.length < limit) return;
    after = found.at(-1)!.id;
  }
}

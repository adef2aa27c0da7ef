import { Annotation as AnnotationSchema, Authority, type AuthorityRecord } from '../model/annotation.ts';
import { nearest } from '../model/nearest.ts';
import { articleFacts } from './article-facts.ts';
import { conflictFault } from './conflict.ts';
import { consistencyFaults } from './consistency.ts';
import { type EntityRow, entityRow } from './entity-rows.ts';
import { type ArticleFacts, type Fact, SHARED_KINDS } from './facts.ts';
import { InputError, type InputFault } from './fault.ts';
import type { ArticleInput, Inputs } from './load-inputs.ts';
import { type KnownEntities, referenceFaults } from './references.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

export interface Checked {
  entities: EntityRow[];
  articles: ArticleFacts[];
}

/** Stands in for the head of an annotation that has faults, so that the rest is checked all the same. */
const STAND_INS = { article: { title: '-', language: 'und' } };

/**
 * Holds everything that is to be loaded to the schemas, the authority and the texts, before anything is written.
 * @throws InputError with every problem of every file.
 */
export function check(inputs: Inputs): Checked {
  const faults: InputFault[] = [...inputs.faults];
  const known = checkAuthorities(inputs.authorities, faults);
  const shared = new Map<string, { fact: Fact; file: string }>();
  const articles = inputs.articles.flatMap((input) => checkArticle(input, known, faults) ?? []);
  for (const article of articles) checkShared(article, shared, faults);
  if (faults.length > 0) throw new InputError(faults);
  return { entities: [...known.records.values()].map(entityRow), articles };
}

function checkAuthorities(files: Inputs['authorities'], faults: InputFault[]): KnownEntities {
  const parsed = files.map(({ file, text }) => (text === null ? null : parseYaml(file, text, Authority)));
  const known: KnownEntities = {
    records: new Map(),
    doubtful: new Set(parsed.flatMap((file) => file?.ids('entities') ?? [])),
    complete: parsed.every((file) => file?.data),
  };
  for (const file of parsed) {
    faults.push(...(file?.faults ?? []));
    for (const [index, record] of file?.data?.entities.entries() ?? []) {
      if (known.records.has(record.id)) {
        faults.push(
          file!.fault(['entities', index, 'id'], `the id ${record.id} is described twice`, {
            expected: 'each entity once, or another id',
          }),
        );
      }
      known.records.set(record.id, record);
    }
  }
  for (const file of parsed) if (file?.data) faults.push(...countryFaults(file, file.data.entities, known));
  return known;
}

function countryFaults(
  file: YamlFile<unknown>,
  records: AuthorityRecord[],
  known: KnownEntities,
): InputFault[] {
  const countries = [...known.records.values()].filter(({ type }) => type === 'Country').map(({ id }) => id);
  return records.flatMap(({ country }, index) => {
    const isKnown = country === null || countries.includes(country);
    if (isKnown || (!known.records.has(country) && (known.doubtful.has(country) || !known.complete)))
      return [];
    return [
      file.fault(['entities', index, 'country'], `there is no country ${JSON.stringify(country)}`, {
        expected: 'the id of a Country',
        nearest: nearest(country, countries),
      }),
    ];
  });
}

function checkArticle(input: ArticleInput, known: KnownEntities, faults: InputFault[]): ArticleFacts | null {
  const file = parseYaml(input.annotationFile, input.annotationText, AnnotationSchema, STAND_INS);
  faults.push(...file.faults);
  if (!file.data) return null;
  const events = new Set(file.ids('events'));
  faults.push(
    ...referenceFaults(file, file.data, known, events),
    ...consistencyFaults(file, file.data, known),
  );
  const { facts, faults: unanchored } = articleFacts(
    input.id,
    input.annotationFile,
    input.text,
    file.data,
    (id) => events.has(id),
  );
  faults.push(...unanchored.map(({ path, message, ...hints }) => file.fault(path, message, hints)));
  for (const fact of facts.facts) fact.line = file.line(fact.field);
  return facts;
}

/** A fact that several articles state must be stated alike; what differs is named. */
function checkShared(
  article: ArticleFacts,
  shared: Map<string, { fact: Fact; file: string }>,
  faults: InputFault[],
): void {
  for (const fact of article.facts) {
    if (!SHARED_KINDS.has(fact.kind)) continue;
    const key = `${fact.kind} ${fact.id}`;
    const other = shared.get(key);
    if (!other) shared.set(key, { fact, file: article.file });
    else if (other.fact.hash !== fact.hash)
      faults.push(conflictFault(article.file, fact, `${other.file}:${other.fact.line}`, other.fact));
  }
}

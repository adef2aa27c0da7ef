import { ACTS } from '../model/act.ts';
import type { Annotation, AuthorityRecord } from '../model/annotation.ts';
import { Annotation as AnnotationSchema, Authority } from '../model/annotation.ts';
import { nearest } from '../model/nearest.ts';
import { articleFacts } from './article-facts.ts';
import { type EntityRow, entityRow } from './entity-rows.ts';
import { type ArticleFacts, type Fact, SHARED_KINDS } from './facts.ts';
import { InputError, type InputFault } from './fault.ts';
import type { ArticleInput, Inputs } from './load-inputs.ts';
import { type FieldPath, parseYaml, type YamlFile } from './yaml-file.ts';

export interface Checked {
  entities: EntityRow[];
  articles: ArticleFacts[];
}

/**
 * Holds everything that is to be loaded to the schemas, the authority and the texts, before anything is written.
 * @throws InputError with every problem of every file.
 */
export function check(inputs: Inputs): Checked {
  const faults: InputFault[] = [];
  const authority = checkAuthorities(inputs.authorities, faults);
  const shared = new Map<string, { fact: Fact; file: string }>();
  const articles = inputs.articles.flatMap((input) => {
    const article = checkArticle(input, authority, faults);
    return article ? [article] : [];
  });
  for (const article of articles) checkShared(article, shared, faults);
  if (faults.length > 0) throw new InputError(faults);
  return { entities: [...authority.values()].map(entityRow), articles };
}

function checkAuthorities(files: Inputs['authorities'], faults: InputFault[]): Map<string, AuthorityRecord> {
  const authority = new Map<string, AuthorityRecord>();
  const parsed = files.map(({ file, text }) => parseYaml(file, text, Authority));
  for (const file of parsed) {
    faults.push(...file.faults);
    for (const [index, record] of file.data?.entities.entries() ?? []) {
      if (authority.has(record.id)) {
        faults.push(file.fault(['entities', index, 'id'], `the id ${record.id} is described twice`));
      }
      authority.set(record.id, record);
    }
  }
  for (const file of parsed) {
    for (const [index, { country }] of file.data?.entities.entries() ?? []) {
      if (country !== null && authority.get(country)?.type !== 'Country') {
        faults.push(
          file.fault(['entities', index, 'country'], `there is no country ${JSON.stringify(country)}`, {
            expected: 'the id of a Country',
            nearest: nearest(country, idsOfType(authority, ['Country'])),
          }),
        );
      }
    }
  }
  return authority;
}

function checkArticle(
  input: ArticleInput,
  authority: Map<string, AuthorityRecord>,
  faults: InputFault[],
): ArticleFacts | null {
  const file = parseYaml(input.annotationFile, input.annotationText, AnnotationSchema);
  faults.push(...file.faults);
  if (!file.data) return null;
  const events = new Set(file.data.events.map(({ id }) => id));
  faults.push(...referenceFaults(file, file.data, authority, events), ...consistencyFaults(file, file.data));
  const { facts, faults: unanchored } = articleFacts(
    input.id,
    input.annotationFile,
    input.text,
    file.data,
    (id) => events.has(id),
  );
  faults.push(...unanchored.map(({ path, message, ...hints }) => file.fault(path, message, hints)));
  return facts;
}

type Reference = { path: FieldPath; id: string | null; types?: AuthorityRecord['type'][]; events?: boolean };

function referenceFaults(
  file: YamlFile<Annotation>,
  annotation: Annotation,
  authority: Map<string, AuthorityRecord>,
  events: Set<string>,
): InputFault[] {
  return [...references(annotation)].flatMap(({ path, id, types, events: mayBeEvent }) => {
    if (id === null) return [];
    const record = authority.get(id);
    if (record ? !types || types.includes(record.type) : mayBeEvent && events.has(id)) return [];
    const candidates = [...idsOfType(authority, types), ...(mayBeEvent ? events : [])];
    const message = record
      ? `${JSON.stringify(id)} is a ${record.type}`
      : `there is no ${mayBeEvent ? 'entity or event' : 'entity'} ${JSON.stringify(id)}`;
    const expected = `the id of ${types ? `a ${types.join(' or ')}` : 'an entity'}${mayBeEvent ? ' or of an event of this article' : ''}`;
    return [file.fault(path, message, { expected, nearest: nearest(id, candidates) })];
  });
}

function* references(annotation: Annotation): Generator<Reference> {
  const { article, roles, events, relations, statements, mentions } = annotation;
  for (const [at, { person }] of article.authors.entries()) {
    yield { path: ['article', 'authors', at, 'person'], id: person, types: ['Person'] };
  }
  for (const [at, { person, of }] of roles.entries()) {
    yield { path: ['roles', at, 'person'], id: person, types: ['Person'] };
    yield { path: ['roles', at, 'of'], id: of, types: ['Country', 'Organization'] };
  }
  for (const [at, { place, participants }] of events.entries()) {
    yield { path: ['events', at, 'place'], id: place, types: ['Place', 'Country'] };
    for (const [nth, { entity }] of participants.entries()) {
      yield { path: ['events', at, 'participants', nth, 'entity'], id: entity };
    }
  }
  for (const [at, { subject, object }] of relations.entries()) {
    yield { path: ['relations', at, 'subject'], id: subject };
    yield { path: ['relations', at, 'object'], id: object };
  }
  for (const [at, statement] of statements.entries()) {
    for (const [nth, id] of statement.about.entries()) {
      yield { path: ['statements', at, 'about', nth], id, events: true };
    }
    for (const [nth, { attributions }] of statement.quotations.entries()) {
      for (const [which, { speaker }] of attributions.entries()) {
        yield { path: ['statements', at, 'quotations', nth, 'attributions', which, 'speaker'], id: speaker };
      }
    }
  }
  for (const [at, { entity }] of mentions.entries()) yield { path: ['mentions', at, 'entity'], id: entity };
}

function consistencyFaults(file: YamlFile<Annotation>, annotation: Annotation): InputFault[] {
  const faults: InputFault[] = [];
  const events = new Set(annotation.events.map(({ id }) => id));
  for (const list of ['events', 'statements'] as const) {
    const seen = new Set<string>();
    for (const [index, { id, act }] of annotation[list].entries()) {
      if (seen.has(id)) faults.push(file.fault([list, index, 'id'], `the id ${id} is used twice`));
      seen.add(id);
      if (act !== null && !ACTS.has(act)) {
        faults.push(
          file.fault([list, index, 'act'], `there is no CAMEO code ${JSON.stringify(act)}`, {
            expected: 'a code such as 051, in quotes',
            nearest: nearest(act, ACTS.keys()),
          }),
        );
      }
    }
  }
  for (const [index, { at, quotations }] of annotation.statements.entries()) {
    for (const [nth, id] of at.entries()) {
      if (!events.has(id)) {
        faults.push(
          file.fault(
            ['statements', index, 'at', nth],
            `there is no event ${JSON.stringify(id)} in this article`,
            {
              expected: 'the id of an event of this article',
              nearest: nearest(id, events),
            },
          ),
        );
      }
    }
    for (const [nth, { attributions }] of quotations.entries()) {
      if (attributions.filter(({ rank }) => rank === 'preferred').length > 1) {
        faults.push(
          file.fault(
            ['statements', index, 'quotations', nth, 'attributions'],
            'several attributions are preferred',
            {
              expected: 'at most one preferred attribution',
            },
          ),
        );
      }
    }
  }
  for (const [index, { entity, reason }] of annotation.mentions.entries()) {
    if (entity === null && reason === null) {
      faults.push(
        file.fault(['mentions', index, 'reason'], 'an unresolved mention has no reason', {
          expected: 'why it is not resolved',
        }),
      );
    }
  }
  return faults;
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
      faults.push(conflictFault(article.file, fact, other.file, other.fact));
  }
}

/** A fault that says in which fields two descriptions of one shared fact differ. */
export function conflictFault(
  file: string,
  fact: Pick<Fact, 'kind' | 'id' | 'properties' | 'edges'>,
  otherFile: string,
  other: Pick<Fact, 'properties' | 'edges'>,
): InputFault {
  const edges = (of: Pick<Fact, 'edges'>) =>
    of.edges
      .map(({ type, to }) => `${type} ${to}`)
      .sort()
      .join(', ');
  const differing = Object.keys(fact.properties).filter(
    (name) =>
      JSON.stringify(fact.properties[name] ?? null) !== JSON.stringify(other.properties[name] ?? null),
  );
  const parts = differing.map((name) => `${name} ${JSON.stringify(other.properties[name] ?? null)}`);
  if (edges(fact) !== edges(other)) parts.push(`relations ${edges(other) || 'none'}`);
  return {
    file,
    line: null,
    field: fact.kind === 'Statement' ? 'statements' : 'events',
    message: `${fact.kind.toLowerCase()} ${fact.id} is described differently by ${otherFile}`,
    expected: `the same description (${parts.join('; ')}), or another id`,
  };
}

const idsOfType = (authority: Map<string, AuthorityRecord>, types?: AuthorityRecord['type'][]) =>
  [...authority.values()].filter(({ type }) => !types || types.includes(type)).map(({ id }) => id);

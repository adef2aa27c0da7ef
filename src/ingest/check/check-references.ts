import { type Annotation, type AuthorityRecord, aboutOf } from '../../model/annotation.ts';
import type { FieldPath } from '../../model/field-path.ts';
import { nearest } from '../../model/nearest.ts';
import type { NamedEntity } from '../facts/find-names.ts';
import type { CheckedDocument } from './check-document.ts';

/** An entity as far as references look at it. */
export type KnownEntity = NamedEntity;

/** The authority as far as its files could be read. */
export interface KnownEntities<Of extends KnownEntity = KnownEntity> {
  records: ReadonlyMap<string, Of>;
  /** Ids of all records, those with faults included. */
  doubtful: Set<string>;
  /** Whether each file could be read; otherwise any id may be that of an entity. */
  complete: boolean;
}

type Reference = { path: FieldPath; id: string | null; types?: AuthorityRecord['type'][]; events?: boolean };

/** Reports each id of an annotation that means nothing, or something of the wrong type. */
export function checkReferences(
  file: CheckedDocument<Annotation>,
  annotation: Annotation,
  known: KnownEntities,
  events: Set<string>,
): void {
  for (const reference of references(annotation)) {
    const { path, id, types, events: mayBeEvent } = reference;
    if (id === null || isRight(reference, id)) continue;
    const record = known.records.get(id);
    const message = record
      ? `${JSON.stringify(id)} is a ${record.type}`
      : `there is no ${mayBeEvent ? 'entity or event' : 'entity'} ${JSON.stringify(id)}`;
    file.report(path, message, () => {
      const expected = `the id of ${types ? `a ${types.join(' or ')}` : 'an entity'}${mayBeEvent ? ' or of an event of this article' : ''}`;
      const candidates = [...known.records.values()].filter(({ type }) => !types || types.includes(type));
      const ids = [...candidates.map((candidate) => candidate.id), ...(mayBeEvent ? events : [])];
      return { expected, nearest: nearest(id, ids) };
    });
  }
  const statements = new Set(file.ids('statements'));
  for (const { path, id } of assertingStatements(annotation)) {
    if (statements.has(id)) continue;
    file.report(path, `there is no statement ${JSON.stringify(id)} in this article`, () => ({
      expected: 'the id of a statement of this article',
      nearest: nearest(id, statements),
    }));
  }
  for (const [index, { at }] of annotation.statements.entries()) {
    for (const [nth, id] of at.entries()) {
      if (events.has(id)) continue;
      const message = `there is no event ${JSON.stringify(id)} in this article`;
      file.report(['statements', index, 'at', nth], message, () => ({
        expected: 'the id of an event of this article',
        nearest: nearest(id, events),
      }));
    }
  }

  function isRight({ types, events: mayBeEvent }: Reference, id: string): boolean {
    const record = known.records.get(id);
    if (record) return !types || types.includes(record.type);
    return (mayBeEvent && events.has(id)) || known.doubtful.has(id) || !known.complete;
  }
}

/** The entities that an annotation refers to. */
export function entitiesOf(annotation: Annotation, known: KnownEntities): KnownEntity[] {
  const ids = new Set([...references(annotation)].map(({ id }) => id));
  return [...ids].flatMap((id) => (id === null ? [] : (known.records.get(id) ?? [])));
}

function* references(annotation: Annotation): Generator<Reference> {
  const { article, roles, events, relations, statements, mentions } = annotation;
  for (const [at, { person }] of article.authors.entries()) {
    yield { path: ['article', 'authors', at, 'person'], id: person, types: ['Person'] };
  }
  for (const [at, { person, of }] of roles.entries()) {
    yield { path: ['roles', at, 'person'], id: person, types: ['Person'] };
    yield { path: ['roles', at, 'of'], id: of, types: ['Country', 'Organization', 'Person'] };
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
    for (const [nth, about] of statement.about.entries()) {
      const path = ['statements', at, 'about', nth];
      yield { path: typeof about === 'string' ? path : [...path, 'id'], id: aboutOf(about).id, events: true };
    }
    for (const [nth, { attributions }] of statement.quotations.entries()) {
      for (const [which, { speaker = null, speakers = [], described }] of attributions.entries()) {
        const path = ['statements', at, 'quotations', nth, 'attributions', which];
        yield { path: [...path, 'speaker'], id: speaker };
        yield { path: [...path, 'described', 'of'], id: described?.of ?? null };
        for (const [one, id] of speakers.entries()) yield { path: [...path, 'speakers', one], id };
      }
    }
  }
  for (const [at, { entity }] of mentions.entries()) yield { path: ['mentions', at, 'entity'], id: entity };
}

/** The statements that are said to assert something. */
function* assertingStatements(annotation: Annotation): Generator<{ path: FieldPath; id: string }> {
  for (const list of ['roles', 'events', 'relations'] as const) {
    for (const [at, { assertedBy }] of annotation[list].entries()) {
      const path = [list, at, 'assertedBy'];
      for (const [nth, { statement }] of [assertedBy].flat().entries()) {
        if (statement === undefined) continue;
        yield { path: [...path, ...(Array.isArray(assertedBy) ? [nth] : []), 'statement'], id: statement };
      }
    }
  }
  for (const [at, { figures }] of annotation.events.entries()) {
    for (const [nth, { assertedBy }] of figures.entries()) {
      if (assertedBy?.statement === undefined) continue;
      yield { path: ['events', at, 'figures', nth, 'assertedBy', 'statement'], id: assertedBy.statement };
    }
  }
}

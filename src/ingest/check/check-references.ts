import { aOrAn } from '../../model/a-or-an.ts';
import { type Annotation, type AuthorityRecord, aboutOf } from '../../model/annotation.ts';
import type { FieldPath } from '../../model/field-path.ts';
import { nearest } from '../../model/nearest.ts';
import type { NamedEntity } from '../facts/find-names.ts';
import type { CheckedDocument } from './check-document.ts';
import type { ToldEvents } from './told-events.ts';

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

type Reference = { path: FieldPath; id: string | null; types?: AuthorityRecord['type'][] };

/** Reports each id of an annotation that means nothing, or something of the wrong type. */
export function checkReferences(
  file: CheckedDocument<Annotation>,
  annotation: Annotation,
  known: KnownEntities,
  events: ToldEvents,
): void {
  for (const event of file.ids('events')) events.add(event);
  for (const { path, id, types } of references(annotation)) {
    if (id === null || isRight(types, id)) continue;
    const record = known.records.get(id);
    const message = record
      ? `${JSON.stringify(id)} is ${aOrAn(record.type)}`
      : `there is no entity ${JSON.stringify(id)}`;
    file.report(path, message, () => {
      const candidates = [...known.records.values()].filter(({ type }) => !types || types.includes(type));
      return {
        expected: `the id of ${types ? aOrAn(types.join(' or ')) : 'an entity'}`,
        nearest: nearest(
          id,
          candidates.map((candidate) => candidate.id),
        ),
      };
    });
  }
  for (const [at, statement] of annotation.statements.entries()) {
    for (const [nth, about] of statement.about.entries()) {
      const path = ['statements', at, 'about', nth, ...(typeof about === 'string' ? [] : ['id'])];
      const { id } = aboutOf(about);
      if (isRight(undefined, id)) continue;
      const fault = file.faultAt(path, `there is no entity or event ${JSON.stringify(id)}`, {
        expected: 'the id of an entity or of an event',
      });
      if (fault) events.name(id, fault, () => known.records.keys());
    }
    for (const [nth, id] of statement.at.entries()) {
      const fault = file.faultAt(['statements', at, 'at', nth], `there is no event ${JSON.stringify(id)}`, {
        expected: 'the id of an event',
      });
      if (fault) events.name(id, fault);
    }
  }
  const statements = new Set(file.ids('statements'));
  for (const { path, id } of assertingStatements(annotation)) {
    if (statements.has(id)) continue;
    file.report(path, `there is no statement ${JSON.stringify(id)} in this article`, () => ({
      expected: 'the id of a statement of this article',
      nearest: nearest(id, statements),
    }));
  }
  function isRight(types: Reference['types'], id: string): boolean {
    const record = known.records.get(id);
    if (record) return !types || types.includes(record.type);
    return known.doubtful.has(id) || !known.complete;
  }
}

/** Whether an id that a statement is about is not that of an entity, and so means an event. */
export const meansEvent = (id: string, { records, doubtful, complete }: KnownEntities): boolean =>
  !records.has(id) && !doubtful.has(id) && complete;

/** The entities that an annotation refers to. */
export function entitiesOf(annotation: Annotation, known: KnownEntities): KnownEntity[] {
  const ids = new Set([
    ...[...references(annotation)].map(({ id }) => id),
    ...annotation.statements.flatMap(({ about }) => about.map((one) => aboutOf(one).id)),
  ]);
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
    for (const [nth, { of }] of statement.unnamedTargets.entries()) {
      yield { path: ['statements', at, 'unnamedTargets', nth, 'of'], id: of };
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

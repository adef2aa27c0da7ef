import type { Entity, EntityDetail, Relation, Role } from '../../model/entity.ts';
import { entityPath, relationPath } from '../resource-paths.ts';
import { assertionNode } from './assertion.ts';
import { dateNode, evidenceFields, linkNode, type Node, withoutNulls } from './node.ts';

/** An entity as a schema.org Person, Country, Organization or Place. */
export function entityNode(entity: Entity & Partial<EntityDetail>): Node {
  const { id, wikidata, country, roles, relations, counts, links, ...rest } = entity;
  return withoutNulls({
    id: entityPath(id),
    identifier: id,
    ...rest,
    sameAs: wikidata && `wd:${wikidata}`,
    country: country && linkNode(country),
    roles: roles.map(roleNode),
    relations: relations?.map(relationNode),
    counts: counts && countsNode(counts),
    lists: links && Object.values(links),
  });
}

const roleNode = ({ kind, title, of, from, until, former, assertions, evidence }: Role): Node =>
  withoutNulls({
    type: 'Role',
    kind,
    roleName: title,
    of: of && linkNode(of),
    startDate: from,
    endDate: until,
    former,
    assertions: assertions.map(assertionNode),
    ...evidenceFields(evidence),
  });

/** A relation as an RDF statement, which reports it without asserting it. */
const relationNode = ({ id, subject, predicate, object, date, assertions, evidence }: Relation): Node => ({
  id: relationPath(subject.id, id),
  type: ['Relation', 'rdf:Statement'],
  identifier: id,
  subject: linkNode(subject),
  predicate,
  object: linkNode(object),
  date: dateNode(date),
  assertions: assertions.map(assertionNode),
  ...evidenceFields(evidence),
});

/** The number of relations has a term of its own, since `relations` are the relations themselves. */
const countsNode = ({ relations, ...counts }: EntityDetail['counts']): Node => ({
  ...counts,
  relationCount: relations,
});

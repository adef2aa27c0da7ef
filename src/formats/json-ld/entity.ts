import type { z } from 'zod';
import type { Entity, EntityDetail, Relation, Role } from '../../model/entity.ts';
import type { Row } from '../../model/row.ts';
import { dateNode, entityAddress, evidenceFields, linkNode, relationAddress, withoutNulls } from './node.ts';

type Item = z.output<typeof Entity> & Partial<z.output<typeof EntityDetail>>;

/** An entity as a schema.org Person, Country, Organization or Place. */
export function entityNode(row: Row): Row {
  const { id, wikidata, country, roles, relations, counts, ...rest } = row as unknown as Item;
  return withoutNulls({
    id: entityAddress(id),
    identifier: id,
    ...rest,
    sameAs: wikidata && `wd:${wikidata}`,
    country: country && linkNode(country),
    roles: roles.map(roleNode),
    relations: relations?.map(relationNode),
    counts: counts && countsNode(counts),
  });
}

const roleNode = ({ kind, title, of, from, until, former, evidence }: z.output<typeof Role>): Row =>
  withoutNulls({
    type: 'Role',
    kind,
    roleName: title,
    of: of && linkNode(of),
    startDate: from,
    endDate: until,
    former,
    ...evidenceFields(evidence),
  });

/** A relation as an RDF statement: it is told of, and not asserted. */
const relationNode = ({
  id,
  subject,
  predicate,
  object,
  date,
  evidence,
}: z.output<typeof Relation>): Row => ({
  id: relationAddress(subject.id, id),
  type: ['Relation', 'rdf:Statement'],
  identifier: id,
  subject: linkNode(subject),
  predicate,
  object: linkNode(object),
  date: dateNode(date),
  ...evidenceFields(evidence),
});

/** The number of relations has a term of its own: `relations` are the relations themselves. */
const countsNode = ({ relations, ...counts }: z.output<typeof EntityDetail>['counts']): Row => ({
  ...counts,
  relationCount: relations,
});

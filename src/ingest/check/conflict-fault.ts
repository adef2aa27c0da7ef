import type { Fault } from '../../model/fault.ts';
import { placeOf } from '../../model/field-path.ts';
import type { Edge, Fact } from '../facts/facts.ts';

/** What a fact says, in a file or in the graph. */
export type Description = Pick<Fact, 'properties'> & { edges: Edge[] };

/** What the properties and relationships of shared facts are called in an annotation; others follow from these. */
const FIELDS: Record<string, string> = {
  text: 'text',
  kind: 'kind',
  label: 'label',
  cameo: 'act',
  dateEdtf: 'date.edtf',
  dateBasis: 'date.basis',
  saidEdtf: 'said.edtf',
  saidBasis: 'said.basis',
};
const LISTS: Record<string, string> = {
  PARTICIPANT: 'participants',
  AT: 'place',
  ABOUT: 'about',
  SAID_AT: 'at',
};

/** A fault that says in which fields two descriptions of one shared fact differ. */
export function conflictFault(file: string, fact: Fact, otherFile: string, other: Description): Fault {
  const [here, there] = [fieldsOf(fact), fieldsOf(other)];
  const differing = [...here.keys()].filter((field) => here.get(field) !== there.get(field));
  return {
    file,
    line: fact.line,
    ...placeOf(fact.field),
    detail: `${fact.kind.toLowerCase()} ${fact.id} is described differently by ${otherFile}: ${differing.join(', ')}`,
    expected: `${differing.map((field) => `${field}: ${there.get(field)}`).join('; ')}; or another id`,
  };
}

function fieldsOf({ properties, edges }: Description): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(FIELDS))
    fields.set(field, JSON.stringify(properties[name] ?? null));
  for (const [type, field] of Object.entries(LISTS)) {
    const targets = edges
      .filter((edge) => edge.type === type)
      .map(({ to, properties: of }) => (of?.role ? `${to} as ${of.role}` : to));
    fields.set(field, targets.length > 0 ? targets.sort().join(', ') : 'null');
  }
  return fields;
}

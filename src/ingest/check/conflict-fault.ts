import type { Fault } from '../../model/fault.ts';
import { placeOf } from '../../model/field-path.ts';
import { type Edge, type Fact, targetLabel } from '../facts/facts.ts';

/** What a fact says, in a file or in the graph. */
export type Description = Pick<Fact, 'properties'> & { edges: Edge[] };

/** What the properties and relationships of shared facts are called in an annotation; others follow from these. */
const FIELDS: Record<string, string> = {
  text: 'text',
  kind: 'kind',
  label: 'label',
  cameo: 'act',
  contexts: 'contexts',
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
  const given = differences(fieldsOf(fact), fieldsOf(other));
  const all = given.length > 0 ? given : differences(derivedOf(fact, fact), derivedOf(other, fact));
  const names = all.map(({ field }) => field).join(', ');
  const values = all.map(({ field, there }) => `${field}: ${there}; `).join('');
  const ways = given.length > 0 ? 'or another id' : `or another id, or ${otherFile} loaded again`;
  return {
    file,
    line: fact.line,
    ...placeOf(fact.field),
    detail: `${fact.kind.toLowerCase()} ${fact.id} is described differently by ${otherFile}: ${names || 'its hash'}`,
    expected: `${values}${ways}`,
  };
}

type Fields = ReadonlyMap<string, string>;

const differences = (here: Fields, there: Fields) =>
  [...here.keys(), ...[...there.keys()].filter((field) => !here.has(field))]
    .filter((field) => here.get(field) !== there.get(field))
    .map((field) => ({ field, there: there.get(field) ?? 'null' }));

/** What follows from the fields, which an earlier version may have understood otherwise, and what the targets are. */
function derivedOf({ properties, edges }: Description, { properties: written }: Fact): Fields {
  const values = Object.keys(written).map((name): [string, string] => [
    name.replace(/^(date|said)([A-Z])/, (_, date, part) => `${date}.${part.toLowerCase()}`),
    JSON.stringify(properties[name] ?? null),
  ]);
  const targets = edges.map((edge): [string, string] => [
    `${LISTS[edge.type] ?? edge.type} ${edge.to}`,
    targetLabel(edge) === 'Event' ? 'an event' : 'no event',
  ]);
  return new Map([...values, ...targets]);
}

function fieldsOf({ properties, edges }: Description): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(FIELDS))
    fields.set(field, JSON.stringify(properties[name] ?? null));
  for (const [type, field] of Object.entries(LISTS)) {
    const targets = edges
      .filter((edge) => edge.type === type)
      .map(({ to, properties: of }) => {
        const as = of?.role ?? of?.as;
        return as ? `${to} as ${as}` : to;
      });
    fields.set(field, targets.length > 0 ? targets.sort().join(', ') : 'null');
  }
  return fields;
}

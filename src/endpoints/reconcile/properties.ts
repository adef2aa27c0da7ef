import type { z } from 'zod';
import { EntityType } from '../../model/vocabulary.ts';
import type { NamedEntity, ReconcilableEntity } from './entity.ts';

export type PropertyValue = string | number | NamedEntity;

/** An attribute of entities that a client may compare, or fetch. */
export interface Property {
  id: string;
  name: string;
  description: string;
  /** Types of entity that have it. */
  of: readonly z.output<typeof EntityType>[];
  /** What its values are, where they are entities. */
  valueType?: 'Country' | 'Organization';
  values: (entity: ReconcilableEntity) => PropertyValue[];
}

const EVERY = EntityType.options;
const unless = <T>(value: T | null): T[] => (value === null ? [] : [value]);
const distinct = <T>(values: T[]): T[] => [...new Set(values)];

export const PROPERTIES: readonly Property[] = [
  {
    id: 'name',
    name: 'Name',
    description: 'Name in the authority file.',
    of: EVERY,
    values: ({ name }) => [name],
  },
  {
    id: 'aliases',
    name: 'Aliases',
    description: 'Other names.',
    of: EVERY,
    values: ({ aliases }) => aliases,
  },
  {
    id: 'type',
    name: 'Type',
    description: 'Person, Country, Organization or Place.',
    of: EVERY,
    values: ({ type }) => [type],
  },
  {
    id: 'description',
    name: 'Description',
    description: 'One line that tells it from others of the same name.',
    of: EVERY,
    values: ({ description }) => unless(description),
  },
  {
    id: 'wikidata',
    name: 'Wikidata id',
    description: 'Wikidata id where it was checked.',
    of: EVERY,
    values: ({ wikidata }) => unless(wikidata),
  },
  {
    id: 'iso3166',
    name: 'ISO 3166 code',
    description: 'ISO 3166-1 alpha-3 code of a country.',
    of: ['Country'],
    values: ({ iso3166 }) => unless(iso3166),
  },
  {
    id: 'country',
    name: 'Country',
    description: 'The country that an organization or a place belongs to.',
    of: ['Organization', 'Place'],
    valueType: 'Country',
    values: ({ country }) => unless(country),
  },
  {
    id: 'role',
    name: 'Kind of role',
    description: 'Leader, official, analyst, military or journalist.',
    of: ['Person'],
    values: ({ roles }) => distinct(roles.map(({ kind }) => kind)),
  },
  {
    id: 'roleTitle',
    name: 'Title of role',
    description: 'Title of a role that a person holds or held.',
    of: ['Person'],
    values: ({ roles }) => distinct(roles.flatMap(({ title }) => unless(title))),
  },
  {
    id: 'roleOf',
    name: 'Role of',
    description: 'The country, organization or person that a role is of.',
    of: ['Person'],
    values: ({ roles }) => [
      ...new Map(roles.flatMap(({ of }) => unless(of)).map((body) => [body.id, body])).values(),
    ],
  },
  {
    id: 'statementsBy',
    name: 'Statements by it',
    description: 'How many statements some attribution says it made.',
    of: EVERY,
    values: ({ statementsBy }) => [statementsBy],
  },
  {
    id: 'statementsAbout',
    name: 'Statements about it',
    description: 'How many statements are about it.',
    of: EVERY,
    values: ({ statementsAbout }) => [statementsAbout],
  },
];

const BY_ID = new Map(PROPERTIES.map((property) => [property.id, property]));

/** The property of an id, which the schemas of requests let through only where there is one. */
export const propertyOf = (id: string): Property => BY_ID.get(id)!;

/** A type of entity, as the protocol has it. */
export const typeOf = (type: string) => ({ id: type, name: type });

export const TYPES = EntityType.options.map(typeOf);

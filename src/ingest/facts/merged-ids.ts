import { nameKey } from '../../model/name-key.ts';
import { derivedId } from './facts.ts';

/** The id of a relation: what it connects, whenever that holds. */
export const relationId = (subject: string, predicate: string, object: string): string =>
  derivedId('l', subject, predicate, object);

/** The id of a role: who holds it, its kind and what it is of, and its title however that is spelled. */
export const roleId = (person: string, kind: string, title: string | null, of: string | null): string =>
  derivedId('r', person, kind, title === null ? null : nameKey(title), of);

import type { Fault } from '../../model/fault.ts';
import type { Run } from './locked-write.ts';

/** What uses an entity: how many in each way, and the ids of the first of them. */
interface Use {
  way: keyof typeof WAYS;
  count: number;
  ids: string[];
}

/** The ways in which something uses an entity, as people are told. */
const WAYS = {
  speaker: 'attributions to it',
  described: 'speakers described by it',
  about: 'statements about it',
  mention: 'mentions of it',
  participant: 'events that it took part in',
  place: 'events that took place there',
  subject: 'relations from it',
  object: 'relations to it',
  holder: 'roles that it holds',
  of: 'roles of it',
  author: 'articles by it',
  country: 'entities that belong to it',
  merged: 'entities that it was decided to be one with',
  named: 'places and targets by some account',
};

export const usesOf = (run: Run, id: string): Promise<Use[]> => run<Use>('entity-uses', { id });

/** One fault for each way in which an entity is used. */
export const usesFaults = (uses: Use[]): Fault[] =>
  uses.map(({ way, count, ids }) => ({
    detail: `${WAYS[way]}: ${count} (${ids.join(', ')}${count > ids.length ? ', …' : ''})`,
    expected: 'none',
  }));

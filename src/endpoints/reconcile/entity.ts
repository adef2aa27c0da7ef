import type { z } from 'zod';
import type { AliasKind, EntityType } from '../../model/vocabulary.ts';

/** A country or organization with the keys of all its names. */
export interface NamedEntity {
  id: string;
  name: string;
  keys: string[];
}

/** An entity as `reconcile-item.cypher` returns it. */
export interface ReconcilableEntity {
  id: string;
  name: string;
  type: z.output<typeof EntityType>;
  description: string | null;
  aliases: string[];
  iso3166: string | null;
  wikidata: string | null;
  names: { key: string; kind: z.output<typeof AliasKind> }[];
  country: NamedEntity | null;
  roles: { kind: string; title: string | null; of: NamedEntity | null }[];
  statementsBy: number;
  statementsAbout: number;
}

import type { AuthorityRecord } from '../../model/annotation.ts';
import type { MentionForm } from '../../model/vocabulary.ts';
import type { Anchor, Span } from './anchor.ts';
import { entityNames } from './entity-names.ts';

/** An entity with its names. */
export type NamedEntity = Pick<AuthorityRecord, 'id' | 'type' | 'name' | 'aliases'>;

export interface FoundName {
  entity: string;
  form: MentionForm;
  span: Span;
}

/**
 * Where an article names these entities, as whole words and as their records spell it, with apostrophes and hyphens of either kind,
 * and demonyms in the plural; of names within each other the longest. A metonym is not looked for, since Washington is a city
 * as well, and neither is a name that two of them bear.
 */
export function findNames(anchor: Anchor, entities: readonly NamedEntity[]): FoundName[] {
  const bearers = new Map<string, { entity: string; form: MentionForm } | null>();
  for (const entity of entities) {
    for (const { text, kind } of entityNames(entity)) {
      if (kind === 'metonym') continue;
      const form = kind === 'adjective' ? 'adjective' : text === entity.name ? 'name' : 'alias';
      for (const spelling of spellingsOf(text, form)) {
        const known = bearers.get(spelling);
        if (known === undefined) bearers.set(spelling, { entity: entity.id, form });
        else if (known?.entity !== entity.id) bearers.set(spelling, null);
      }
    }
  }
  return anchor.findEach([...bearers.keys()]).flatMap((span) => {
    const bearer = bearers.get(span.exact);
    return bearer ? [{ ...bearer, span }] : [];
  });
}

/** Apostrophes and hyphens, as a keyboard or a typesetter writes them. */
const APOSTROPHES = ["'", '’'];
const HYPHENS = ['-', '‑'];

function spellingsOf(name: string, form: MentionForm): string[] {
  const spellings = [
    name,
    ...APOSTROPHES.flatMap((apostrophe) =>
      HYPHENS.map((hyphen) => name.replaceAll(/['’]/g, apostrophe).replaceAll(/[-‑]/g, hyphen)),
    ),
  ];
  const plurals = form === 'adjective' ? spellings.map((text) => `${text}s`) : [];
  return [...new Set([...spellings, ...plurals])];
}

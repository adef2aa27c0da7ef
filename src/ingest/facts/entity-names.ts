import type { AuthorityRecord } from '../../model/annotation.ts';
import type { FieldPath } from '../../model/field-path.ts';
import { nameKey } from '../../model/name-key.ts';

/** A name of an entity, as its record gives it. */
export interface EntityName {
  key: string;
  text: string;
  kind: string;
  /** Whether others bear it too, and it means one of them where that one does not share it. */
  isShared: boolean;
  /** Where it stands in the record. */
  path: FieldPath;
}

/** The names of an entity, each spelling once; one is shared where any alias that is spelled so is marked as shared. */
export function entityNames({ name, aliases }: Pick<AuthorityRecord, 'name' | 'aliases'>): EntityName[] {
  const given = [
    { text: name, kind: 'name', path: ['name'] },
    ...aliases.map((alias, index) => ({
      kind: 'name',
      ...(typeof alias === 'string' ? { text: alias } : alias),
      path: ['aliases', index],
    })),
  ];
  const names = new Map<string, EntityName>();
  for (const { text, kind, path, ...marks } of given) {
    const key = nameKey(text);
    const isShared = 'shared' in marks && marks.shared === true;
    const known = names.get(key);
    if (known) known.isShared ||= isShared;
    else names.set(key, { key, text, kind, isShared, path });
  }
  return [...names.values()];
}

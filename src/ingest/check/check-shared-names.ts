import type { AuthorityRecord } from '../../model/annotation.ts';
import { type EntityName, entityNames } from '../facts/entity-names.ts';
import type { CheckedDocument } from './check-document.ts';

/** Entities that a document describes. */
export interface DescribedEntities {
  document: CheckedDocument<unknown>;
  records: AuthorityRecord[];
}

/** The id of the entity that bears a name without sharing it, by the key of the name. */
export type NameBearers = ReadonlyMap<string, string>;

interface Bearer extends EntityName {
  id: string;
  report: (detail: string, expected: string) => void;
}

/**
 * Reports each alias that another entity bears, and is not marked as shared: what asks for the other would no longer find it. First
 * names may be alike within files, which can be changed; what is in the graph keeps all its names.
 * @param inGraph those that bear a name in the graph already, other than the entities described here.
 */
export function checkSharedNames(described: DescribedEntities[], inGraph: NameBearers = new Map()): void {
  const bearers = new Map<string, Bearer>();
  const first: Bearer[] = [];
  const others: Bearer[] = [];
  for (const { document, records } of described) {
    for (const [index, record] of records.entries()) {
      for (const name of entityNames(record)) {
        const report: Bearer['report'] = (detail, expected) =>
          document.report(['entities', index, ...name.path], detail, { expected });
        if (!name.isShared)
          (name.path[0] === 'name' ? first : others).push({ ...name, id: record.id, report });
      }
    }
  }
  for (const bearer of [...first, ...others]) {
    const { key, text, id, path, kind, report } = bearer;
    const isName = path[0] === 'name';
    const other = inGraph.get(key) ?? (isName ? undefined : bearers.get(key)?.id);
    if (other === undefined || other === id) {
      bearers.set(key, bearer);
      continue;
    }
    const marked = `{ text: ${text}, kind: ${kind}, shared: true }`;
    report(
      `${JSON.stringify(text)} is a name of ${other} already, which it would no longer find`,
      isName ? `another name, or an alias ${marked} beside it` : `another name, or ${marked}`,
    );
  }
}

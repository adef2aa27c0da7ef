import type { ManagedTransaction } from 'neo4j-driver';
import type { Cypher } from './cypher.ts';

/*
 * What drafts say lies in the same database as what was reviewed, under labels, relationship types and index names of its own,
 * which all begin with a prefix. Texts of Cypher are written once, for what was reviewed; where they are sent for drafts, each
 * such name in them gets the prefix. So no text that is sent as it stands can meet anything of a draft, and none is slower
 * by drafts. The version of the graph, its commits and its changes are common to both.
 */

/** What labels of drafts begin with, what their relationship types do, and what their indexes do. */
const PREFIX = { label: 'Draft', type: 'DRAFT_', index: 'draft_' };

/** Labels of which there is one for both. */
const COMMON = new Set(['Graph', 'Commit', 'Change']);

/**
 * The names in a text: of an index that is searched or created, of a label or a type after its mark, of a label that is made
 * of a value; and the functions that return labels and types, which are to be the same for drafts. Strings are skipped.
 */
const NAMES =
  /\bqueryNodes\((?:'(?<searched>\w+)'|\$(?<given>\w+))|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|(?<mark>[:|!&])(?<name>[A-Z]\w*)|:\$\((?<value>[\w.]+)\)|\b(?<called>labels|type)\((?<subject>\w+)\)|\b(?<made>INDEX|CONSTRAINT) (?<index>\w+)(?= IF NOT EXISTS)/gs;

const texts = new Map<string, Cypher>();

/** A text of Cypher as it is sent for drafts; one that is that already stays as it is. */
export function draftText(text: string): Cypher {
  let known = texts.get(text);
  if (known === undefined) {
    known = text.replaceAll(NAMES, (found, ...rest) => draftName(found, rest.at(-1))) as Cypher;
    texts.set(text, known);
    texts.set(known, known);
  }
  return known;
}

function draftName(found: string, of: Record<string, string | undefined>): string {
  const { searched, given, mark, name, value, called, subject, made, index } = of;
  if (searched) return `queryNodes('${PREFIX.index}${searched}'`;
  if (given) return `queryNodes('${PREFIX.index}' + $${given}`;
  if (name)
    return COMMON.has(name) ? found : `${mark}${/[a-z]/.test(name) ? PREFIX.label : PREFIX.type}${name}`;
  if (value) return `:$('${PREFIX.label}' + ${value})`;
  if (called === 'labels') return `[label IN labels(${subject}) | substring(label, ${PREFIX.label.length})]`;
  if (called === 'type') return `substring(type(${subject}), ${PREFIX.type.length})`;
  return made ? `${made} ${PREFIX.index}${index}` : found;
}

const wholes = new WeakMap<ManagedTransaction, ManagedTransaction>();

/** The same transaction for what drafts say. */
export function draftTransaction(transaction: ManagedTransaction): ManagedTransaction {
  const run: ManagedTransaction['run'] = (text, ...rest) => transaction.run(draftText(String(text)), ...rest);
  const ofDrafts = Object.create(transaction, { run: { value: run } }) as ManagedTransaction;
  wholes.set(ofDrafts, wholeTransaction(transaction));
  return ofDrafts;
}

/** A transaction for what was reviewed. */
export const wholeTransaction = (transaction: ManagedTransaction): ManagedTransaction =>
  wholes.get(transaction) ?? transaction;

/** Whether a transaction is for what drafts say. */
export const isOfDrafts = (transaction: ManagedTransaction): boolean => wholes.has(transaction);

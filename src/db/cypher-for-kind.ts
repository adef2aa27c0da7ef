import { NODE_KINDS, type NodeKind } from '../model/node-kind.ts';
import { type Cypher, cypherFile } from './cypher.ts';

const NODE = /\(n:\w+/;

/**
 * The text of a query over nodes `n` of one kind, for another kind. The label stands in the text, because a label that
 * comes as a parameter is not looked up in its index.
 */
export function cypherForKind(name: string, kind: NodeKind): Cypher {
  const text = cypherFile(name);
  if (!NODE_KINDS.includes(kind) || !NODE.test(text)) throw new Error(`${name} has no text for ${kind}`);
  return text.replace(NODE, `(n:${kind}`) as Cypher;
}

import type { Network } from '../model/network.ts';
import { type Attribute, edgeAttributes, nodeAttributes } from './network-graph.ts';

type Attributes = Record<string, Attribute>;

/** A network as GraphML. graphology reads GraphML and does not write it. */
export function toGraphml({ nodes, edges }: Network): string {
  const ofNodes = nodes.map(nodeAttributes);
  const ofEdges = edges.map(edgeAttributes);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys('node', ofNodes),
    ...keys('edge', ofEdges),
    '<graph id="network" edgedefault="directed">',
    ...nodes.map(({ id }, at) => `<node id="${escaped(id)}">${data('node', ofNodes[at]!)}</node>`),
    ...edges.map(
      ({ id, source, target }, at) =>
        `<edge id="${escaped(id)}" source="${escaped(source)}" target="${escaped(target)}">${data('edge', ofEdges[at]!)}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}

/** One key for each attribute; one that is null everywhere has no type, and no key. */
function keys(owner: 'node' | 'edge', all: Attributes[]): string[] {
  const names = new Set(all.flatMap(Object.keys));
  return [...names].flatMap((name) => {
    const type = typeOf(all.map((attributes) => attributes[name]!));
    return type
      ? [`<key id="${owner}-${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>`]
      : [];
  });
}

function typeOf(values: Attribute[]): string | undefined {
  const given = values.filter((value) => value !== null);
  if (given.length === 0) return undefined;
  if (given.every((value) => typeof value === 'boolean')) return 'boolean';
  if (given.every((value) => typeof value !== 'number')) return 'string';
  return given.every(Number.isSafeInteger) ? 'long' : 'double';
}

const data = (owner: string, attributes: Attributes) =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<data key="${owner}-${name}">${escaped(String(value))}</data>`)
    .join('');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no characters for U+FFFE and U+FFFF, which text of the graph may hold. */
const escaped = (text: string) =>
  text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character]!).replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD');

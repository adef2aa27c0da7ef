import type { Network } from '../model/network.ts';
import { type Attribute, type Attributes, edgeAttributes, nodeAttributes } from './graph-attributes.ts';

/** A network as GraphML, which graphology reads but does not write. */
export function toGraphml({ nodes, edges }: Network): string {
  const nodeData = nodes.map(nodeAttributes);
  const edgeData = edges.map(edgeAttributes);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keyElements('node', nodeData),
    ...keyElements('edge', edgeData),
    '<graph id="network" edgedefault="directed">',
    ...nodes.map(({ id }, at) => `<node id="${escapeXml(id)}">${dataElements('node', nodeData[at]!)}</node>`),
    ...edges.map(
      ({ id, source, target }, at) =>
        `<edge id="${escapeXml(id)}" source="${escapeXml(source)}" target="${escapeXml(target)}">${dataElements('edge', edgeData[at]!)}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}

/** A key for each attribute; one that is null everywhere has no type, and so no key. */
function keyElements(owner: 'node' | 'edge', all: Attributes[]): string[] {
  const names = new Set(all.flatMap(Object.keys));
  return [...names].flatMap((name) => {
    const type = typeOf(all.map((attributes) => attributes[name]!));
    return type
      ? [`<key id="${owner}-${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>`]
      : [];
  });
}

function typeOf(values: Attribute[]): string | undefined {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return undefined;
  if (known.every((value) => typeof value === 'boolean')) return 'boolean';
  if (known.every((value) => typeof value !== 'number')) return 'string';
  return known.every(Number.isSafeInteger) ? 'long' : 'double';
}

const dataElements = (owner: string, attributes: Attributes) =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `<data key="${owner}-${name}">${escapeXml(String(value))}</data>`)
    .join('');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 does not allow U+FFFE and U+FFFF, which text of the graph may hold. */
const escapeXml = (text: string) =>
  text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character]!).replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD');

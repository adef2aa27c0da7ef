import type { Network } from '../model/network.ts';
import { definePage } from './define.ts';
import { html, when } from './html.ts';
import { scoreClass } from './parts/act.ts';
import { activeFilters } from './parts/filters.ts';
import { thing } from './parts/links.ts';
import { table } from './parts/list.ts';
import { inFormat } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { network: words } = WORDS;

export const networkPage = definePage<Network>({
  render: ({ url, body: { nodes, edges, truncated } }) => {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const named = (id: string) => thing(byId.get(id) ?? { id, name: id, type: null });
    return {
      title: words.title,
      main: html`<h1>${words.title}</h1>
${activeFilters(url)}
${when(truncated, () => html`<p class="muted">${WORDS.paging.truncated}</p>`)}
${
  nodes.length === 0
    ? html`<p class="empty">${WORDS.generic.none}</p>`
    : html`<figure class="drawing"><div id="network" data-source="${inFormat(url, 'cytoscape')}" role="img" aria-label="${words.draw}"><p class="muted">${words.loading}</p></div><figcaption class="muted">${words.draw}</figcaption></figure>
${table(
  words.edges,
  [words.from, words.to, words.weight, words.mean, words.how],
  edges.map(({ source, target, weight, goldsteinMean, labels }) => [
    named(source),
    named(target),
    weight,
    goldsteinMean === null
      ? '–'
      : html`<span class="${scoreClass(goldsteinMean)}">${WORDS.signed(goldsteinMean)}</span>`,
    labels.join(', ').replaceAll('_', ' '),
  ]),
  [words.weight, words.mean],
)}
${table(
  words.nodes,
  [words.node, words.type, words.weight, words.out, words.in],
  nodes
    .toSorted((a, b) => b.weight - a.weight)
    .map((node) => [thing(node), WORDS.entity.types[node.type], node.weight, node.weightOut, node.weightIn]),
  [words.weight, words.out, words.in],
)}`
}`,
      scripts: nodes.length === 0 ? [] : ['network.js'],
    };
  },
});

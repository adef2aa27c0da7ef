import type { z } from 'zod';
import { entityPath, eventPath, relationPath, statementPath } from '../formats/resource-paths.ts';
import type { Path } from '../model/path.ts';
import { definePage, type List } from './define.ts';
import { predicateText } from './entity.ts';
import { attribute, html, joined, type SafeHtml, when } from './html.ts';
import { wordsPath } from './parts/assertions.ts';
import { inContext } from './parts/evidence.ts';
import { activeFilters } from './parts/filters.ts';
import { thing } from './parts/links.ts';
import { plainText } from './parts/plain-text.ts';
import { WORDS } from './words.ts';

const { paths: words } = WORDS;

type PathItem = z.output<typeof Path>;
type Hop = PathItem['hops'][number];
type Fact = Hop['facts'][number];

/** How two are connected: each path as a chain of names, and each of its steps with what connects the two and the words for it. */
export const pathsPage = definePage<List<PathItem>>({
  render: ({ url, body: { items, truncated } }) => {
    const [first] = items;
    const from = first?.hops[0]?.from.name ?? url.searchParams.get('from') ?? '';
    const to = first?.hops.at(-1)?.to.name ?? url.searchParams.get('to') ?? '';
    const title = words.title(plainText(from), plainText(to));
    return {
      title,
      main: html`<h1>${title}</h1>
${endsForm(url)}
${activeFilters(url, { without: ['from', 'to'] })}
${first ? html`<p class="muted">${words.found(items.length, first.length)}</p>` : html`<p class="empty">${words.none(Number(url.searchParams.get('maxHops') ?? 4))}</p>`}
${items.map(pathCard)}
${when(truncated === true, () => html`<p class="muted">${words.truncated}</p>`)}`,
      scripts: ['suggest.js'],
    };
  },
});

/** The two ends, to be asked for anew under the same conditions. */
function endsForm(url: URL): SafeHtml {
  const field = (name: 'from' | 'to', label: string) =>
    html`<p class="field"><label for="p-${name}">${label}</label><input id="p-${name}" name="${name}" required maxlength="200" autocomplete="off" data-suggest="/v1/suggest"${attribute('value', url.searchParams.get(name) ?? undefined)}></p>`;
  const kept = [...url.searchParams].filter(([name]) => !['from', 'to', 'format'].includes(name));
  return html`<form class="question" action="/v1/paths">${field('from', words.from)}${field('to', words.to)}${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<p class="submit"><button class="primary">${WORDS.form.submit}</button></p></form>`;
}

const pathCard = ({ hops }: PathItem, place: number): SafeHtml =>
  html`<article class="card path" aria-labelledby="path-${place + 1}"><h2 id="path-${place + 1}">${joined(
    [...hops.slice(0, 1).map(({ from }) => thing(from)), ...hops.map(({ to }) => thing(to))],
    ' › ',
  )}</h2>
${hops.map((hop) => hopSection(hop, hops.length > 1))}</article>
`;

const hopSection = (hop: Hop, isOneOfSeveral: boolean): SafeHtml =>
  html`<section>${when(isOneOfSeveral, () => html`<h3><bdi>${hop.from.name}</bdi> › <bdi>${hop.to.name}</bdi></h3>`)}
<ul class="plain">${hop.facts.map((fact) => html`<li>${factItem(fact, hop)}</li>`)}</ul></section>`;

function factItem(fact: Fact, hop: Hop): SafeHtml {
  const { kind, evidence } = fact;
  return html`<p><span class="badge type">${words.kinds[kind]}</span> ${told(fact, hop)}</p>
${evidence.map((one) => html`<blockquote class="words"><a href="${wordsPath(one)}" title="${WORDS.article.inText}">${inContext(one)}</a></blockquote>`)}`;
}

/** What a fact says of the two, with a link to it. */
function told({ kind, id, label, direction }: Fact, { from, to }: Hop): SafeHtml {
  const [one, other] = direction === 'backward' ? [to, from] : [from, to];
  switch (kind) {
    case 'statement':
      return html`${thing(one)} ${words.saidAbout} ${thing(other)}: <a href="${statementPath(id)}"><bdi>${label}</bdi></a>`;
    case 'event':
      return html`<a href="${eventPath(id)}"><bdi>${label}</bdi></a> <span class="muted">(${direction === 'mutual' ? words.both : words.acted(plainText(one.name), plainText(other.name))})</span>`;
    case 'relation':
      return html`${thing(one)} <a href="${relationPath(one.id, id)}">${predicateText(label)}</a> ${thing(other)}`;
    default:
      return html`${thing(one)}, <a href="${entityPath(one.id)}"><bdi>${label}</bdi></a>, ${thing(other)}`;
  }
}

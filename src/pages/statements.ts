import type { z } from 'zod';
import type { Statement } from '../model/statement.ts';
import { definePage, type List, type PageQuery } from './define.ts';
import { html, joined, type SafeHtml, when } from './html.ts';
import { sorting } from './parts/choices.ts';
import { activeFilters, filtersOf } from './parts/filters.ts';
import { pageLinks } from './parts/list.ts';
import { plainText } from './parts/plain-text.ts';
import { questionForm } from './parts/question-form.ts';
import { sentenceOf } from './parts/sentence.ts';
import { statementCard } from './parts/statement-card.ts';
import { inFormat, withOnly } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { statements: words } = WORDS;

interface FacetValue {
  value: string;
  label: string;
  count: number;
}

interface Facets {
  of: number;
  sampled: boolean;
  speaker?: FacetValue[];
  about?: FacetValue[];
  act?: FacetValue[];
}

interface StatementList extends List<z.output<typeof Statement>> {
  facets?: Facets;
}

export const statementsPage = definePage<StatementList>({
  asks: { facets: ['speaker', 'about', 'act'] },
  render: ({ url, body, query }) => {
    const { items, facets } = body;
    const names = namesIn(body);
    const nameOf = (given: string) => plainText(names.get(given) ?? given);
    const title = filtersOf(url).length === 0 ? words.everything : sentenceOf(url.searchParams, nameOf);
    return {
      title,
      main: html`<h1>${title}</h1>
${activeFilters(url, { nameOf })}
<details class="refine"><summary>${WORDS.form.refine}</summary>${questionForm(url.searchParams)}</details>
<div class="columns">
<section aria-label="${WORDS.menu[0]![1]!}">
<p class="bar"><span>${facets ? words.counted(facets.of, facets.sampled) : ''}</span><span class="exports">${exportsOf(url, query)}${facets ? html` <a href="#narrow">${words.narrow} …</a>` : ''}</span>${sorting(url)}</p>
${when(items.length === 0 && !body.next, () => html`<p class="empty">${words.none} ${words.noneHint}</p>`)}
${items.map(statementCard)}
${pageLinks(url, body)}
</section>
${facets ? facetColumn(url, facets) : ''}
</div>`,
      scripts: ['suggest.js'],
    };
  },
});

/** The formats to take a list along in, or to follow it by; the others are at the end of the page. */
const EXPORTS = ['csv', 'ndjson', 'parquet', 'atom'];

const exportsOf = (url: URL, { formats }: PageQuery): SafeHtml =>
  joined(
    EXPORTS.filter((format) => formats.includes(format)).map(
      (format) =>
        html`<a href="${inFormat(url, format)}" rel="alternate nofollow">${WORDS.formats[format]}</a>`,
    ),
    ' ',
  );

/** The names of all that a list of statements has a link to, by id. */
function namesIn({ items, facets = { of: 0, sampled: false } }: StatementList): Map<string, string> {
  const counted = [...(facets.speaker ?? []), ...(facets.about ?? [])].map(
    ({ value, label }) => [value, label] as const,
  );
  const linked = items.flatMap(({ speakers, about, quotations }) => [
    ...[...speakers, ...about].map(({ id, name }) => [id, name] as const),
    ...quotations.map(({ article }) => [article.id, article.title] as const),
  ]);
  return new Map([...linked, ...counted]);
}

const FACETS = ['speaker', 'about', 'act'] as const;

/**
 * What the statements that match can be narrowed by. Values of a filter that is active already stand for what else occurs
 * beside it: a further value would add statements, so that a link puts it in the place of those.
 */
function facetColumn(url: URL, facets: Facets): SafeHtml {
  return html`<aside class="facets narrow" id="narrow" aria-label="${words.narrow}">${FACETS.map((name) => {
    const given = url.searchParams.getAll(name);
    const isActive = given.length > 0;
    const values = (facets[name] ?? []).filter(
      ({ value, count }) => given.length !== 1 || (value !== given[0] && count < facets.of),
    );
    return when(
      values.length > 0,
      () => html`<h2>${(isActive ? words.also : words.facets)[name]}</h2>
<ul>${values.map(({ value, label, count }) => {
        const shown = plainText(label);
        const title = isActive ? words.insteadOf(shown) : words.narrowTo(shown, count);
        return html`<li><a href="${withOnly(url, name, value)}" title="${title}"><bdi>${label}</bdi></a> <span class="count">${count.toLocaleString('en')}</span></li>`;
      })}</ul>`,
    );
  })}</aside>`;
}

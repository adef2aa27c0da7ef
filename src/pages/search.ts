import { articlePath, entityPath, eventPath, statementPath } from '../formats/resource-paths.ts';
import { definePage, type List } from './define.ts';
import { html, type SafeHtml, when } from './html.ts';
import { pageLinks } from './parts/list.ts';
import { changed, withOnly } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { searching: words } = WORDS;

interface Hit {
  type: string;
  id: string;
  label: string;
  highlights: { field: string; fragments: { text: string; match: boolean }[] }[];
}

const PATHS: Record<string, (id: string) => string> = {
  Statement: statementPath,
  Event: eventPath,
  Article: articlePath,
};

/** How many passages of a hit are shown. */
const PASSAGES = 3;

export const searchPage = definePage<List<Hit>>({
  render: ({ url, body }) => {
    const q = url.searchParams.get('q') ?? '';
    const chosen = url.searchParams.getAll('type');
    return {
      title: `${words.title}: ${q}`,
      isPrivate: true,
      main: html`<h1>${body.items.length === 0 ? words.none(q) : words.results(body.items.length, q)}</h1>
<nav aria-label="${words.types}"><ul class="chips"><li><a${chosen.length === 0 ? html` aria-current="true"` : ''} href="${changed(url, (search) => search.delete('type'))}">${words.anyType}</a></li>${Object.entries(
        words.kinds,
      ).map(
        ([type, label]) =>
          html`<li><a${chosen.includes(type) ? html` aria-current="true"` : ''} href="${withOnly(url, 'type', type)}">${label}</a></li>`,
      )}</ul></nav>
<div class="items">${body.items.map(hitItem)}</div>
${pageLinks(url, body)}`,
    };
  },
});

function hitItem({ type, id, label, highlights }: Hit): SafeHtml {
  const path = (PATHS[type] ?? entityPath)(id);
  const passages = highlights.filter(({ fragments }) => fragments.map(({ text }) => text).join('') !== label);
  return html`<div class="card item"><p><a class="title" href="${path}"><bdi>${label}</bdi></a> <span class="badge type">${type}</span></p>
${when(
  passages.length > 0,
  () =>
    html`${passages.slice(0, PASSAGES).map(({ fragments }) => html`<p class="passage"><bdi>${fragments.map(({ text, match }) => (match ? html`<mark class="quotation">${text}</mark>` : text))}</bdi></p>`)}`,
)}</div>`;
}

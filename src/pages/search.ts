import { articlePath, entityPath, eventPath, statementPath } from '../formats/resource-paths.ts';
import { definePage, type List } from './define.ts';
import { html, type SafeHtml, when } from './html.ts';
import { choices } from './parts/choices.ts';
import { pageLinks } from './parts/list.ts';
import { plainText } from './parts/plain-text.ts';
import { WORDS } from './words.ts';

const { searching: words } = WORDS;

interface Fragment {
  text: string;
  match: boolean;
}

interface Hit {
  type: string;
  id: string;
  label: string;
  highlights: { field: string; fragments: Fragment[] }[];
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
    const q = plainText(url.searchParams.get('q') ?? '');
    return {
      title: `${words.title}: ${q}`,
      isPrivate: true,
      main: html`<h1>${body.items.length === 0 ? words.none(q) : words.results(body.items.length, q)}</h1>
${choices(url, { label: words.types, name: 'type', options: words.kinds, any: words.anyType })}
<div class="items">${body.items.map(hitItem)}</div>
${pageLinks(url, body)}`,
    };
  },
});

function hitItem({ type, id, label, highlights }: Hit): SafeHtml {
  const path = (PATHS[type] ?? entityPath)(id);
  // What the title has is marked there, and not shown again.
  const inTitle = highlights.find(({ fragments }) => label.includes(textOf(fragments)));
  const passages = highlights.filter(({ fragments }) => !label.includes(textOf(fragments)));
  return html`<div class="card item"><p><a class="title" href="${path}"><bdi>${markedIn(label, inTitle?.fragments ?? [])}</bdi></a> <span class="badge type">${type}</span></p>
${when(
  passages.length > 0,
  () =>
    html`${passages.slice(0, PASSAGES).map(({ fragments }) => html`<p class="passage"><bdi>…${marked(fragments)}…</bdi></p>`)}`,
)}</div>`;
}

const textOf = (fragments: readonly Fragment[]) => fragments.map(({ text }) => text).join('');

const marked = (fragments: readonly Fragment[]): SafeHtml =>
  html`${fragments.map(({ text, match }) => (match ? html`<mark class="quotation">${text}</mark>` : text))}`;

function markedIn(label: string, fragments: readonly Fragment[]): SafeHtml {
  const text = textOf(fragments);
  const start = label.indexOf(text);
  return html`${label.slice(0, start)}${marked(fragments)}${label.slice(start + text.length)}`;
}

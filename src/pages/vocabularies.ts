import { type Term, VOCABULARIES } from '../model/vocabularies.ts';
import { anythingPage } from './anything.ts';
import { definePage, type List } from './define.ts';
import { html, type SafeHtml } from './html.ts';
import { scoreClass } from './parts/act.ts';
import { table } from './parts/list.ts';
import { pathWith } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { vocabularies: words } = WORDS;

interface Vocabulary {
  name: string;
  label: string;
  description: string;
  terms: number;
}

/** The vocabularies, each a link to its terms. */
export const vocabulariesPage = definePage<List<Vocabulary>>({
  render: ({ body: { items }, query: { description } }) => ({
    title: words.title,
    main: html`<h1>${words.title}</h1>
<p class="lead">${description}</p>
${table(
  words.title,
  [words.vocabulary, words.terms, words.describes],
  items.map(({ name, label, description: describes, terms }) => [
    html`<a href="/v1/vocabularies/${name}">${label}</a>`,
    terms,
    describes,
  ]),
  [words.terms],
)}`,
  }),
});

/** The terms of one vocabulary; acts stand with what they are sorted into by name, and lead to what was said by them. */
export const termsPage = definePage<List<Term>>({
  render: (input) => {
    const { items } = input.body;
    if (items.every(({ act }) => act === null)) return anythingPage.render(input);
    const { label, description } = VOCABULARIES.acts;
    return {
      title: label,
      description,
      main: html`<h1>${label}</h1>
<p class="lead">${description}</p>
${table(
  label,
  [words.code, words.act, words.broader, words.plover, words.quadClass, words.score],
  items.map(({ code, label: name, broader, act }) => [
    html`<code id="${code}">${code}</code>`,
    html`<a href="${pathWith('/v1/statements', { act: code })}">${name}</a>`,
    nameOf('acts', broader),
    nameOf('ploverEventTypes', act!.plover),
    act!.quadClass,
    scoreOf(act!.goldstein),
  ]),
  [words.score],
)}`,
    };
  },
});

const NONE = html`<span class="muted">–</span>`;

/** What a code is called in a vocabulary, with a link to it where that is on this page. */
function nameOf(name: 'acts' | 'ploverEventTypes', code: string | null): SafeHtml {
  const label = VOCABULARIES[name].terms.find((term) => term.code === code)?.label;
  if (code === null || label === undefined) return NONE;
  return name === 'acts' ? html`<a href="#${code}">${label}</a>` : html`${label}`;
}

const scoreOf = (score: number | null): SafeHtml =>
  score === null ? NONE : html`<span class="act ${scoreClass(score)}">${WORDS.signed(score)}</span>`;

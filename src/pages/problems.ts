import type { Page } from './define.ts';
import { html, type SafeHtml } from './html.ts';
import { table } from './parts/list.ts';
import { WORDS } from './words.ts';

const { problems: words } = WORDS;

interface ProblemKind {
  code: string;
  status: number;
  title: string;
  help: string;
}

/** A text in which programs' words stand between backticks. */
export const withCode = (text: string): SafeHtml =>
  html`${text.split('`').map((part, place) => (place % 2 === 1 ? html`<code>${part}</code>` : part))}`;

/** The catalogue of problems. */
export const problemsPage = ({ items }: { items: readonly ProblemKind[] }): Page => ({
  title: words.title,
  description: words.lead,
  main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${table(
  words.title,
  [words.status, words.code, words.what, words.help],
  items.map(({ code, status, title, help }) => [
    status,
    html`<a href="/problems/${code}"><code>${code}</code></a>`,
    title,
    withCode(help),
  ]),
)}`,
});

/** One kind of problem. */
export const problemKindPage = ({ code, status, title, help }: ProblemKind): Page => ({
  title,
  description: help,
  main: html`<p class="kicker">${words.one} <code>${code}</code> · ${words.status} ${status}</p>
<h1>${title}</h1>
<p class="lead">${withCode(help)}</p>
<p><a href="/problems">${words.all} ›</a></p>`,
});

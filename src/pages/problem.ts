import type { Fault } from '../model/fault.ts';
import type { Page } from './define.ts';
import { html, type SafeHtml, when } from './html.ts';
import { plainText } from './parts/plain-text.ts';
import { questionForm } from './parts/question-form.ts';
import { changed, withOnly } from './parts/urls.ts';
import { withCode } from './problems.ts';
import { WORDS } from './words.ts';

const { problem: words } = WORDS;

interface ShownProblem {
  code: string;
  status: number;
  title: string;
  detail: string;
  instance: string;
  errors: readonly Fault[];
  more?: number;
  /** What to do about it. */
  help: string;
}

/** The page of a problem: what was wrong, and the way on. */
export function problemPage(
  { code, status, title, detail, instance, errors, more = 0, help }: ShownProblem,
  url: URL,
): Page {
  return {
    title,
    isPrivate: true,
    main: html`<p class="kicker">${words.heading} <span class="muted">(${status})</span></p>
<h1>${title}</h1>
${errors.length > 0 ? html`<ul class="faults">${errors.map((fault) => html`<li>${faultOf(fault, code, url)}</li>`)}</ul>` : html`<p class="lead">${plainText(detail)}</p>`}
${when(more > 0, () => html`<p>${words.more(more)}</p>`)}
<p class="muted">${withCode(help)}</p>
${url.pathname === '/v1/statements' ? html`<h2>${WORDS.form.title}</h2>${questionForm(url.searchParams)}` : html`<p><a class="button" href="/">${words.home}</a></p>`}
<p class="muted"><small>${words.request} ${instance}</small></p>`,
    scripts: ['suggest.js'],
  };
}

function faultOf({ detail, parameter, nearest, candidates = [] }: Fault, code: string, url: URL): SafeHtml {
  return html`<p class="lead">${plainText(detail)}</p>
${nearest === undefined || candidates.length > 0 ? '' : html`<p>${words.nearest} <a href="${leadingTo(nearest, parameter, code, url)}"><bdi>${nearest}</bdi></a>.</p>`}
${when(
  candidates.length > 0,
  () => html`<p>${words.candidates}</p>
<ul>${candidates.map(
    ({ id, name, type }) =>
      html`<li><a href="${leadingTo(id, parameter, code, url)}"><bdi>${name}</bdi></a> <span class="muted">${WORDS.entity.types[type as 'Person'] ?? type}</span></li>`,
  )}</ul>`,
)}`;
}

/** Where the right value leads: to a path as it is, else to the same question with that parameter, or that value of it. */
function leadingTo(right: string, parameter: string | undefined, code: string, url: URL): string {
  if (right.startsWith('/')) return right;
  if (parameter === undefined) return '/';
  if (code === 'unknown-parameter')
    return changed(url, (search) => {
      const values = search.getAll(parameter);
      search.delete(parameter);
      for (const value of values) search.append(right, value);
    });
  if (url.searchParams.has(parameter)) return withOnly(url, parameter, right);
  return url.pathname.replace(/^(\/v1\/\w+\/)[^/]+/, (_, list: string) => list + encodeURIComponent(right));
}

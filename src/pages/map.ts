import type { Page } from './define.ts';
import { html } from './html.ts';
import { table } from './parts/list.ts';
import { WORDS } from './words.ts';

const { map: words } = WORDS;

interface MappedPath {
  method: string;
  path: string;
  summary: string;
}

/** Every path of the service, those that can be followed as links. */
export const mapPage = (paths: readonly MappedPath[]): Page => ({
  title: words.title,
  main: html`<h1>${words.title}</h1>
${table(
  words.title,
  [words.method, words.path, words.what],
  paths.map(({ method, path, summary }) => [
    method,
    method === 'GET' && !path.includes('{')
      ? html`<a href="${path}">${path}</a>`
      : html`<code>${path}</code>`,
    summary,
  ]),
)}`,
});

import { html, type SafeHtml } from '../html.ts';

/** Characters that evidence has around its words. */
const CONTEXT = 32;

interface Words {
  exact: string;
  prefix: string;
  suffix: string;
}

/** The words of a source, with those around them that are whole. */
export function inContext({ exact, prefix, suffix }: Words): SafeHtml {
  // What stands around is cut by characters, so that its outermost word is a piece of one; a text that begins or ends there has less.
  const before =
    prefix.length < CONTEXT ? prefix : prefix.slice(Math.max(0, prefix.search(/\s/))).trimStart();
  const end = suffix.lastIndexOf(' ');
  const after = suffix.length < CONTEXT || end < 1 ? suffix : suffix.slice(0, end);
  return html`<bdi><span class="around">${before && '…'}${before}</span><mark class="quotation">${exact}</mark><span class="around">${after}${after && '…'}</span></bdi>`;
}

/** The parts of a rendering, one after the other, with those around each. */
export const partsInContext = (parts: readonly Words[]): SafeHtml =>
  html`${parts.map((part) => html`<p>${inContext(part)}</p>`)}`;

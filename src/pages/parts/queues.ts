import { attribute, html, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';

/** The lists of what is left for a person to look into, each a link to the others. */
export const queues = ({ pathname }: URL): SafeHtml =>
  html`<nav aria-label="${WORDS.queues.label}"><ul class="chips">${WORDS.queues.links.map(
    ([path, label]) =>
      html`<li><a href="${path!}"${attribute('aria-current', path === pathname ? 'page' : undefined)}>${label}</a></li>`,
  )}</ul></nav>`;

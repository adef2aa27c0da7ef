import { html, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';
import { pathWith } from './urls.ts';

/** What tells programs that know oEmbed where they learn how to show a page in another one. */
export const discovery = ({ pathname }: URL, origin: string): SafeHtml =>
  html`<link rel="alternate" type="application/json+oembed" href="${pathWith('/oembed', { url: origin + pathname })}" title="${WORDS.name}">`;

import { html, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';

const { key: words } = WORDS;

/** Where a person enters the key once. Its field has no name, so that no form ever sends it. */
export const keyForm = (): SafeHtml =>
  html`<form class="key"><p class="field"><label for="key">${words.label}</label><input id="key" type="password" autocomplete="off" required></p>
<p><button>${words.use}</button> <button type="button" class="forget">${words.forget}</button> <span class="muted" role="status" data-known="${words.known}" data-unknown="${words.unknown}"></span></p></form>`;

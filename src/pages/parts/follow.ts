import { MEDIA_TYPES } from '../../formats/media-types.ts';
import { html, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';

/** What tells readers of feeds which one follows what a page is of. */
export const feedOf = (path: string, title: string): SafeHtml =>
  html`<link rel="alternate" type="${MEDIA_TYPES.atom}" title="${title}" href="${path}">`;

/** The same feed for people. */
export const followLink = (path: string): SafeHtml =>
  html`<a href="${path}" rel="alternate nofollow">${WORDS.formats.atom}</a>`;

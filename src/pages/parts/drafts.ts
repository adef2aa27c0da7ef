import type { Page } from '../define.ts';
import { html, NOTHING, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';

const { drafts: words } = WORDS;

/** That no person has reviewed what is shown; nothing where one has. */
export const draftBadge = (review: string | undefined): SafeHtml =>
  review === undefined
    ? NOTHING
    : html` <span class="badge contested" title="${words.hint}">${words.badge}</span>`;

/** A page with what drafts say on it: it says so first, is nothing for search engines, and is shown in no other page. */
export const withDraftNotice = (page: Page, review: string): Page => ({
  ...page,
  main: html`<p class="notice">${review === 'any' ? words.noticeAny : words.notice}</p>
${page.main}`,
  isPrivate: true,
  head: undefined,
});

/** Links to single things, and to lists under filters, which may name what drafts alone know. */
const THINGS = /href="(\/v1\/(?:statements|events|entities|articles)\/[\w-]+)(#[^"]*)?"/g;
const LISTS =
  /href="(\/v1\/(?:statements|events|relations|mentions|articles|people|countries|organizations)\?(?![^"]*\breview=)[^"]*)"/g;

/** The links of such a page, by which a thing that drafts alone know is found. */
export const draftLinks = (page: string): string =>
  page.replaceAll(THINGS, 'href="$1?review=any$2"').replaceAll(LISTS, 'href="$1&amp;review=any"');

import type { Page } from '../define.ts';
import { html, NOTHING, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';

const { drafts: words } = WORDS;

/** That no person has reviewed what is shown; nothing where one has. */
export const draftBadge = (review: string | undefined): SafeHtml =>
  review === undefined
    ? NOTHING
    : html` <span class="badge contested" title="${words.hint}">${words.badge}</span>`;

/** A page with what drafts say on it: it says so first, and is nothing for search engines. */
export const withDraftNotice = (page: Page, review: string): Page => ({
  ...page,
  main: html`<p class="notice">${review === 'any' ? words.noticeAny : words.notice}</p>
${page.main}`,
  isPrivate: true,
});

/** Links to single things; lists have the parameter in their links where they are of drafts. */
const LINKS = /href="(\/v1\/(?:statements|events|entities|articles)\/[\w-]+)(#[^"]*)?"/g;

/** The links of such a page, in which a thing that drafts alone know is found by its link. */
export const draftLinks = (page: string): string => page.replaceAll(LINKS, 'href="$1?review=any$2"');

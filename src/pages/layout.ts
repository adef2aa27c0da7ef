import { assetPath } from './assets.ts';
import type { Page, PageQuery } from './define.ts';
import { attribute, html, type SafeHtml, when } from './html.ts';
import { plainText } from './parts/plain-text.ts';
import { inFormat } from './parts/urls.ts';
import { WORDS } from './words.ts';

/** What stands around a page. */
export interface Frame {
  url: URL;
  /** What absolute URLs of this service begin with. */
  origin: string;
  /** The formats that the same URL has. */
  formats?: PageQuery['formats'];
}

/** A whole document: a page, with what all pages have around it. */
export function documentOf(page: Page, { url, origin, formats = [] }: Frame): string {
  const { main, scripts = [], isPrivate = false, head } = page;
  const title = plainText(page.title);
  const description = plainText(page.description ?? WORDS.about);
  const name = title === WORDS.name ? `${WORDS.name}: ${WORDS.motto}` : `${title} · ${WORDS.name}`;
  const canonical = origin + url.pathname + url.search;
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${WORDS.name}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${canonical}">
${when(isPrivate, () => html`<meta name="robots" content="noindex">`)}
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<link rel="icon" href="/favicon.ico" sizes="32x32">
<link rel="search" type="application/opensearchdescription+xml" title="${WORDS.name}" href="/opensearch.xml">
<link rel="stylesheet" href="${assetPath('style.css')}" id="__________cytoscape_stylesheet">
${formats.includes('atom') ? html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${inFormat(url, 'atom')}">` : ''}
${head ?? ''}
${['page.js', ...scripts].map((script) => html`<script src="${assetPath(script)}" type="module"></script>`)}
</head>
<body>
<a class="skip" href="#content">${WORDS.skip}</a>
${header(url)}
<main id="content" tabindex="-1">
${main}
</main>
${footer(url, formats, canonical)}
</body>
</html>
`;
  return String(document);
}

const header = (url: URL): SafeHtml => html`<header class="site">
<a class="brand" href="/">${WORDS.name}</a>
<form class="find" action="/v1/search" role="search">
<input type="search" name="q" required maxlength="200" aria-label="${WORDS.searchLabel}" placeholder="${WORDS.search}"${attribute('value', searchedFor(url))}>
<button>${WORDS.search}</button>
</form>
<nav aria-label="${WORDS.navigation}"><ul>${WORDS.menu.map(
  ([path, label]) =>
    html`<li><a href="${path!}"${attribute('aria-current', path === url.pathname ? 'page' : undefined)}>${label}</a></li>`,
)}</ul></nav>
</header>`;

/** The words that a page of a search is of. */
const searchedFor = ({ pathname, searchParams }: URL) =>
  pathname === '/v1/search' ? (searchParams.get('q') ?? undefined) : undefined;

const footer = (
  url: URL,
  formats: readonly string[],
  permalink: string,
): SafeHtml => html`<footer class="site">
<p class="printed">${WORDS.printed.permalink} ${permalink}<span id="retrieved" data-words="${WORDS.printed.retrieved}"></span></p>
${when(
  formats.length > 0,
  () =>
    html`<p><span>${WORDS.footer.thisPage}:</span> ${formats
      .filter((format) => format in WORDS.formats)
      .map(
        (format) =>
          html`<a href="${inFormat(url, format)}" rel="alternate nofollow">${WORDS.formats[format]}</a> `,
      )}</p>`,
)}
<p>${WORDS.footer.links.map(([path, label]) => html`<a href="${path!}">${label}</a> `)}</p>
<p class="muted">${WORDS.name}: ${WORDS.motto}.</p>
</footer>`;

import type { z } from 'zod';
import type { AnnotationCollection, AnnotationPage, WebAnnotation } from '../model/web-annotation.ts';
import type { Page } from './define.ts';
import { html, type SafeHtml, when } from './html.ts';
import { partsInContext } from './parts/evidence.ts';
import { spanKindOf } from './parts/segments.ts';
import { WORDS } from './words.ts';

const { annotations: words } = WORDS;

type Annotations = z.output<typeof AnnotationCollection> | z.output<typeof AnnotationPage>;

/** What each span of an article says: its words in context, and where they lead. */
export function annotationsPage(body: Annotations): Page {
  const [about, { items, next }] =
    body.type === 'AnnotationCollection' ? [body, body.first] : [body.partOf, body];
  return {
    title: about.label,
    isPrivate: true,
    main: html`${draftNotice(about.id)}<h1><bdi>${about.label}</bdi></h1>
<p class="muted">${WORDS.paging.total(about.total, false)} · <a href="${pathOf(about.id).replace(/\/annotations.*/, '')}">${words.article}</a></p>
<div class="items">${items.map(annotationItem)}</div>
${when(
  next !== undefined,
  () =>
    html`<nav class="pages" aria-label="${WORDS.paging.label}"><a class="button" href="${pathOf(next!)}" rel="next">${WORDS.paging.next} ›</a></nav>`,
)}`,
  };
}

/** That the article was not reviewed, where its annotations are those of a draft. */
const draftNotice = (id: string): SafeHtml =>
  when(new URL(id).searchParams.has('review'), () => html`<p class="notice">${WORDS.drafts.notice}</p>`);

/** One span of an article and what it says. */
export const annotationPage = (annotation: WebAnnotation): Page => ({
  title: words.one,
  isPrivate: true,
  main: html`${draftNotice(annotation.id)}<h1>${words.one}</h1>
${annotationItem(annotation)}
<p><a href="${pathOf(annotation.id).replace(/\/annotations\/.*/, '/annotations')}">${words.all} ›</a></p>`,
});

function annotationItem({ id, body, target }: WebAnnotation): SafeHtml {
  const path = pathOf(id);
  const span = path.split(/[?#]/)[0]!.split('/').at(-1)!;
  const article = pathOf(target[0]!.source).split('#')[0]!;
  const quotes = target.flatMap(({ selector }) => selector.filter((one) => one.type === 'TextQuoteSelector'));
  const texts = body.flatMap((part) => (part.type === 'TextualBody' ? [part.value] : []));
  const source = body.find((part) => part.type === 'SpecificResource')?.source;
  const said = texts.length > 0 ? texts.join('. ') : words.thing;
  return html`<div class="card item" id="${span}"><p><span class="badge type">${WORDS.article.kinds[spanKindOf(span)]}</span> ${source === undefined ? html`<bdi>${said}</bdi>` : html`<a href="${pathOf(source)}"><bdi>${said}</bdi></a>`}</p>
<blockquote class="words">${partsInContext(quotes)}</blockquote>
<p class="meta"><a href="${article}#${span}">${WORDS.article.inText}</a> · <a href="${path}">${words.link}</a></p></div>`;
}

/** The path of a URL of this service, with what follows it. */
function pathOf(url: string): string {
  const { pathname, search, hash } = new URL(url);
  return pathname + search + hash;
}

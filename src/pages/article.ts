import { statementPath } from '../formats/resource-paths.ts';
import { PAGES } from '../limits.ts';
import type { ArticleDetail } from '../model/article.ts';
import type { Quotation, Statement } from '../model/statement.ts';
import { Predicate } from '../model/vocabulary.ts';
import type { WebAnnotation } from '../model/web-annotation.ts';
import { definePage, type List } from './define.ts';
import { predicateText } from './entity.ts';
import { html, type SafeHtml, when } from './html.ts';
import { actBadge } from './parts/act.ts';
import { attributionList, quotationHeading } from './parts/attributions.ts';
import { time } from './parts/dates.ts';
import { discovery } from './parts/discovery.ts';
import { plainText } from './parts/plain-text.ts';
import {
  type MarkedSpan,
  type Paragraph,
  paragraphsOf,
  type Segment,
  type SpanKind,
  segmentsOf,
  spanKindOf,
  within,
} from './parts/segments.ts';
import { aboutWhom, contestedBadge, speakers } from './parts/statement-card.ts';
import { webUrl } from './parts/urls.ts';
import { WORDS } from './words.ts';

const { article: words } = WORDS;

interface Annotations {
  total: number;
  first: { items: WebAnnotation[] };
}

interface Further {
  annotations: Annotations;
  statements: List<Statement>;
}

/** A span of the text, and what it says. */
interface Note extends MarkedSpan {
  /** What it says, in words. */
  text: string;
  /** Where it leads. */
  path?: string;
  /** Whether it goes on after other words. */
  isContinued: boolean;
}

export const articlePage = definePage<ArticleDetail, Further>({
  further: ({ id }) => ({
    annotations: { operationId: 'listAnnotations', params: { id }, most: PAGES.spans },
    statements: { operationId: 'listStatements', params: { article: id }, most: PAGES.statements },
  }),
  render: ({ url, origin, body, further: { annotations, statements } }) => {
    const notes = annotations.first.items.flatMap(notesOf).sort((a, b) => a.start - b.start);
    const renderings = renderingsIn(body.id, statements.items);
    const numbers = new Map(
      notes
        .filter(({ kind, isContinued }) => (kind === 'quotation' || kind === 'excluded') && !isContinued)
        .map(({ id }, place) => [id, place + 1]),
    );
    const placed = new Set<string>();
    const left = annotations.total - annotations.first.items.length;
    return {
      title: body.title,
      description: `${body.title}. ${words.statements(body.statements)}.`,
      head: discovery(url, origin),
      main: html`<article class="source">
<p class="kicker">${byline(body)}</p>
<h1><bdi>${body.title}</bdi></h1>
<p class="meta"><a href="${body.links.statements}">${words.statements(body.statements)}</a> · <a href="${body.links.events}">${WORDS.menu[4]![1]!}</a> · <a href="${body.links.mentions}">${words.mentions(body.mentions)}</a> · <a href="${body.links.annotations}">${words.annotations}</a>${sourceLink(body.url)}</p>
${body.effort === null ? '' : html`<p class="meta">${words.effort(body.effort, body.review === 'draft')}</p>`}
${legend()}
${when(left > 0, () => html`<p class="muted">${words.marksTruncated(annotations.first.items.length)}</p>`)}
<div class="reading" lang="${body.language}">
${bySection(body.text, notes).map(({ paragraph, notes: marked }) => section(paragraph, marked, { placed, numbers, renderings }))}
</div>
</article>`,
      scripts: ['article.js'],
    };
  },
});

function byline({ authors, publisher, published }: ArticleDetail): SafeHtml {
  const by = authors.map(
    ({ id, name, confidence, reason }) =>
      html`<a href="/v1/entities/${id}" title="${[WORDS.statement.confidence(confidence), plainText(reason ?? '')].filter(Boolean).join('. ')}"><bdi>${name}</bdi></a>`,
  );
  return html`${when(by.length > 0, () => html`${words.by} ${by.map((one, place) => html`${place > 0 ? ', ' : ''}${one}`)} · `)}<bdi>${publisher ?? words.unknownPublisher}</bdi> · ${published.edtf === null ? words.unknownDate : time(published.edtf)}`;
}

function sourceLink(given: string | null): SafeHtml {
  const url = webUrl(given);
  return url === undefined
    ? html``
    : html` · <a href="${url}" rel="noopener noreferrer external">${words.source}</a>`;
}

const KINDS: readonly SpanKind[] = ['quotation', 'attribution', 'fact', 'figure', 'mention', 'excluded'];

/** What the marks mean; each kind can be switched off, without a script. */
const legend = (): SafeHtml =>
  html`<fieldset class="legend"><legend>${words.legend}</legend>${KINDS.map(
    (kind) =>
      html`<label><input type="checkbox" id="show-${kind}" checked autocomplete="off"> <span class="mark ${kind}">${words.kinds[kind]}</span></label> `,
  )}</fieldset>`;

/** The spans of an annotation: one, or the parts of a quotation. */
function notesOf({ id: url, body, target }: WebAnnotation): Note[] {
  const { pathname } = new URL(url);
  const id = pathname.slice(pathname.lastIndexOf('/') + 1);
  const kind = spanKindOf(id);
  let text = '';
  let path: string | undefined;
  for (const part of body) {
    if (part.type === 'TextualBody') text = part.value;
    else path ??= new URL(part.source).pathname + new URL(part.source).hash;
  }
  return target.flatMap(({ selector }, place) =>
    selector.flatMap((one) =>
      one.type === 'TextPositionSelector'
        ? [{ id, kind, start: one.start, end: one.end, text, path, isContinued: place > 0 }]
        : [],
    ),
  );
}

interface Rendering {
  statement: Statement;
  quotation: Quotation;
}

/** The renderings of statements in one article, by the ids of their quotations. */
const renderingsIn = (article: string, statements: readonly Statement[]): Map<string, Rendering> =>
  new Map(
    statements.flatMap((statement) =>
      statement.quotations
        .filter((quotation) => quotation.article.id === article)
        .map((quotation) => [quotation.id, { statement, quotation }] as const),
    ),
  );

/** The paragraphs of a text, each with the spans that lie in it. */
function bySection(text: string, notes: readonly Note[]) {
  let first = 0;
  return paragraphsOf(text).map((paragraph) => {
    // Those that end before this paragraph end before each that follows; longer ones between them are met again.
    while (first < notes.length && notes[first]!.end <= paragraph.start) first++;
    let last = first;
    while (last < notes.length && notes[last]!.start < paragraph.end) last++;
    return { paragraph, notes: notes.slice(first, last) };
  });
}

interface Shown {
  /** The spans that an earlier paragraph has a place for; those of this one are added. */
  placed: Set<string>;
  numbers: ReadonlyMap<string, number>;
  renderings: ReadonlyMap<string, Rendering>;
}

/** A paragraph with its marks, and beside it what they say. */
function section(
  paragraph: Paragraph,
  notes: readonly Note[],
  { placed, numbers, renderings }: Shown,
): SafeHtml {
  // One may begin in the empty line before.
  const begun = notes.filter(({ id, isContinued }) => !isContinued && !placed.has(id));
  for (const { id } of begun) placed.add(id);
  const quoted = begun.filter(({ kind }) => kind === 'quotation' || kind === 'excluded');
  const facts = begun.filter(({ kind }) => kind === 'fact' || kind === 'figure');
  const unmarked = new Set(begun.map(({ id }) => id));
  const segments = segmentsOf(paragraph.text, within(notes, paragraph));
  return html`<div class="para"><p dir="auto">${segments.map((segment) => marked(segment, unmarked, numbers))}</p>${when(
    quoted.length + facts.length > 0,
    () =>
      html`<div class="notes">${quoted.map((note) =>
        note.kind === 'quotation' ? quotationCard(note, numbers, renderings) : excludedCard(note, numbers),
      )}${factList(facts)}</div>`,
  )}</div>
`;
}

/** The kinds by what is marked of them where several lie over the same words, the first ones over the others. */
const CLASS_OF: Record<SpanKind, string> = {
  quotation: 'quotation',
  excluded: 'excluded',
  attribution: 'attribution',
  fact: 'fact',
  figure: 'figure',
  mention: 'mention',
};

/**
 * A run of words under the same spans, with the places that links to these spans lead to.
 * @param unmarked ids that no link leads to yet; those of this run are taken out.
 */
function marked(
  segment: Segment<Note>,
  unmarked: Set<string>,
  numbers: ReadonlyMap<string, number>,
): SafeHtml {
  const { text, kinds, under, begins, ends } = segment;
  const places = begins
    .filter(({ id }) => unmarked.delete(id))
    .map(({ id }) => html`<span id="${id}"></span>`);
  const notes = ends.flatMap(({ id, kind }) => {
    const number = numbers.get(id);
    return number === undefined
      ? []
      : [html`<sup><a href="#card-${id}" class="ref ${kind}">${number}</a></sup>`];
  });
  if (kinds.size === 0) return html`${text}${notes}`;
  const mention = under.find(({ kind, path }) => kind === 'mention' && path !== undefined);
  const content = mention ? html`<a href="${mention.path}">${text}</a>` : text;
  const classes = KINDS.filter((kind) => kinds.has(kind)).map((kind) => CLASS_OF[kind]);
  return html`${places}<mark class="${classes.join(' ')}" data-under="${under.map(({ id }) => id).join(' ')}">${content}</mark>${notes}`;
}

/** Who said a quotation, to the point; the rest unfolds. */
function quotationCard(
  note: Note,
  numbers: ReadonlyMap<string, number>,
  renderings: ReadonlyMap<string, Rendering>,
): SafeHtml {
  const rendering = renderings.get(note.id);
  const number = html`<a class="number" href="#${note.id}" title="${words.inText}">${numbers.get(note.id)}</a>`;
  if (!rendering)
    return html`<div class="note quotation" id="card-${note.id}">${number} <a href="${note.path}"><bdi>${note.text}</bdi></a></div>`;
  const { statement, quotation } = rendering;
  return html`<div class="note quotation" id="card-${note.id}" data-span="${note.id}"><p>${number} <strong>${speakers(statement)}</strong>${when(
    statement.about.length + statement.unnamedTargets.length > 0,
    () => html` <span class="muted">${WORDS.statement.about}</span> ${aboutWhom(statement)}`,
  )}${contestedBadge(statement.contested)}</p>
<p class="meta">${statement.act ? html`${actBadge(statement.act)} ` : ''}<a href="${statementPath(statement.id)}">${words.statement}</a></p>
<details><summary>${words.why}</summary>${quotationHeading(quotation)}${attributionList(quotation)}</details></div>`;
}

const excludedCard = ({ id, text }: Note, numbers: ReadonlyMap<string, number>): SafeHtml =>
  html`<div class="note excluded" id="card-${id}" data-span="${id}"><p><a class="number" href="#${id}" title="${words.inText}">${numbers.get(id)}</a> <strong>${words.excludedCard}</strong></p><p><bdi>${text.replace(/^Kept out of the graph: /, '')}</bdi></p></div>`;

const PREDICATES: ReadonlySet<string> = new Set(Predicate.options);

/** What an annotation says of a fact, as people read it. */
const factText = (text: string) =>
  text
    .replace(/^Tells of the /, '')
    .replace(/(?<= )[A-Z_]+(?= )/g, (word) => (PREDICATES.has(word) ? predicateText(word) : word));

/** The events, relations, roles and figures that a paragraph tells of, each once, with the places that say so. */
function factList(facts: readonly Note[]): SafeHtml {
  if (facts.length === 0) return html``;
  const byText = new Map<string, Note[]>();
  for (const fact of facts) byText.set(fact.text, [...(byText.get(fact.text) ?? []), fact]);
  return html`<details class="note facts"><summary>${words.facts(byText.size)}</summary><ul>${[
    ...byText.values(),
  ].map(
    (notes) =>
      html`<li data-span="${notes.map(({ id }) => id).join(' ')}"><a href="${notes[0]!.path}"><bdi>${factText(notes[0]!.text)}</bdi></a> ${notes.map(({ id }) => html`<a class="place" href="#${id}" title="${words.inText}" aria-label="${words.inText}">¶</a> `)}</li>`,
  )}</ul></details>`;
}

import { CHECK } from '../limits.ts';
import type { Fault } from '../model/fault.ts';
import type { QuotationCheck } from '../model/quotation-check.ts';
import type { Row } from '../model/row.ts';
import { definePage, type Page } from './define.ts';
import { html, joined, type Part, type SafeHtml, when } from './html.ts';
import { checkForm } from './parts/check-form.ts';
import { plainText } from './parts/plain-text.ts';
import { verdictOn } from './parts/verdict.ts';
import { WORDS } from './words.ts';

const { check: words } = WORDS;

/** A quotation of a pasted text, in UTF-16 units, and what is said of it; nothing where it is too long for one. */
export interface CheckedPassage {
  start: number;
  end: number;
  check?: QuotationCheck;
}

interface Checked {
  /** The fields as they were sent. */
  given: Row;
  found: readonly CheckedPassage[];
  /** How many quotations are not checked, since the text has so many. */
  left: number;
  /** Why nothing could be checked. */
  problem?: { detail: string; faults: readonly Fault[] };
}

/** The page on which a text is pasted: its quotations marked, and beside it the verdict on each. */
export function checkPage({ given, found, left, problem }: Checked): Page {
  const text = typeof given.text === 'string' ? given.text : '';
  return {
    title: words.title,
    description: words.lead,
    isPrivate: text !== '',
    main: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${problem ? problemNotice(problem) : ''}
${when(
  found.length > 0,
  () => html`<h2 id="verdicts">${words.counted(found.length)}</h2>
<p>${verdictCounts(found)}</p>
<div class="columns halves"><p class="card pasted" tabindex="0"><bdi>${markedText(text, found)}</bdi></p>
<div>${found.map(passageCard)}
${when(left > 0, () => html`<p class="muted">${words.left(left, CHECK.quotations)}</p>`)}</div></div>
<h2>${words.again}</h2>`,
)}
${checkForm(given)}
<p class="muted">${words.note}</p>`,
    scripts: ['suggest.js'],
  };
}

/** The page of the query that checks one quotation. */
export const quotationCheckPage = definePage<QuotationCheck>({
  render: ({ url, body }) => {
    const { searchParams } = url;
    const given = {
      ...Object.fromEntries(
        [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]),
      ),
      text: searchParams.get('quote') ?? '',
    };
    return {
      title: words.titleOfOne,
      isPrivate: true,
      main: html`<h1>${words.titleOfOne}</h1>
<blockquote class="said"><bdi class="quoted">${body.quote}</bdi></blockquote>
<div class="card">${verdictOn(body)}</div>
<h2>${words.again}</h2>
${checkForm(given)}`,
      scripts: ['suggest.js'],
    };
  },
});

const problemNotice = ({ detail, faults }: NonNullable<Checked['problem']>): SafeHtml =>
  html`<div class="notice" role="alert"><p>${plainText(detail)}</p>${faults.map(
    ({ nearest, candidates = [] }) =>
      html`${nearest === undefined ? '' : html`<p>${WORDS.problem.nearest} <strong><bdi>${nearest}</bdi></strong>.</p>`}${when(
        candidates.length > 0,
        () =>
          html`<p>${WORDS.problem.candidates}</p><ul>${candidates.map(({ id, name }) => html`<li><bdi>${name}</bdi> <code>${id}</code></li>`)}</ul>`,
      )}`,
  )}</div>`;

/** The verdict on a passage, or that it has none. */
const verdictOf = ({ check }: CheckedPassage) => check?.verdict ?? 'too-long';

function verdictCounts(found: readonly CheckedPassage[]): SafeHtml {
  const counts = Object.entries(Object.groupBy(found, verdictOf));
  return joined(
    counts.map(
      ([verdict, all]) =>
        html`<strong class="verdict ${verdict}">${all.length} × ${words.verdicts[verdict as QuotationCheck['verdict']]}</strong>`,
    ),
    ' ',
  );
}

/** The text with its quotations marked, each a link to its verdict. */
function markedText(text: string, found: readonly CheckedPassage[]): SafeHtml {
  const parts: Part[] = [];
  let at = 0;
  for (const [place, passage] of found.entries()) {
    const verdict = verdictOf(passage);
    parts.push(
      text.slice(at, passage.start),
      html`<mark class="checked ${verdict}" id="quotation-${place + 1}">${text.slice(passage.start, passage.end)}</mark><sup><a class="ref" href="#verdict-${place + 1}" aria-label="${words.reference(place + 1, words.verdicts[verdict])}">${place + 1}</a></sup>`,
    );
    at = passage.end;
  }
  return html`${parts}${text.slice(at)}`;
}

const passageCard = (passage: CheckedPassage, place: number): SafeHtml =>
  html`<section class="card" id="verdict-${place + 1}" aria-label="${words.nth(place + 1)}"><h3><a class="number" href="#quotation-${place + 1}">${words.nth(place + 1)}</a></h3>${
    passage.check ? verdictOn(passage.check) : html`<p>${words.tooLong(CHECK.quote)}</p>`
  }</section>`;

import { statementPath } from '../../formats/resource-paths.ts';
import type { QuotationCheck, QuotationFinding } from '../../model/quotation-check.ts';
import { html, NOTHING, type Part, type SafeHtml, when } from '../html.ts';
import { WORDS } from '../words.ts';
import { actBadge } from './act.ts';
import { attributionList } from './attributions.ts';
import { time } from './dates.ts';
import { article, things } from './links.ts';
import { aboutWhom, contestedBadge } from './statement-card.ts';

const { check: words } = WORDS;

type Verdict = QuotationCheck['verdict'];
type Diff = QuotationFinding['diff'];
type Outlet = QuotationFinding['outlets'][number];

/** What there is to say of a quotation, in two words. */
const verdictBadge = (verdict: Verdict): SafeHtml =>
  html`<strong class="verdict ${verdict}">${words.verdicts[verdict]}</strong>`;

/** The verdict on a quotation with its reason, and the statements that match, each with what differs. */
export const verdictOn = ({ verdict, explanation, findings, joined }: QuotationCheck): SafeHtml =>
  html`<p>${verdictBadge(verdict)} ${explanation}</p>
${findings.map((finding) => foundStatement(finding, verdict, joined.includes(finding.statement.id)))}`;

/** @param verdict that on the quotation as a whole, which is not told again. */
function foundStatement(
  { verdict: own, statement, diff, cuts, warnings, outlets }: QuotationFinding,
  verdict: Verdict,
  isPart: boolean,
): SafeHtml {
  const { id, speakers, about, unnamedTargets, said, act, contested, text } = statement;
  return html`<section class="finding">
<p class="who">${when(own !== verdict, () => html`${verdictBadge(own)} `)}${when(isPart, () => html`<span class="badge">${words.part}</span> `)}<strong>${speakers.length > 0 ? things(speakers, ` ${WORDS.sentence.and} `) : html`<span class="muted">${WORDS.statement.anonymous}</span>`}</strong>${when(
    about.length + unnamedTargets.length > 0,
    () => html` <span class="muted">${WORDS.statement.about}</span> ${aboutWhom(statement)}`,
  )}</p>
<blockquote class="said">${diff.length > 0 ? wordDiff(diff) : html`<bdi>${text}</bdi>`}</blockquote>
<p class="meta">${act ? html`${actBadge(act)} ` : ''}${said.edtf === null ? html`<span class="muted">${WORDS.statement.undated}</span>` : time(said.edtf)}${contestedBadge(contested)} · <a href="${statementPath(id)}">${WORDS.article.statement}</a></p>
${when(cuts.length > 0, () => html`<p class="meta">${words.cuts} ${cuts.map((cut) => html`<q><bdi>${cut}</bdi></q> `)}</p>`)}
${when(
  warnings.length > 0,
  () =>
    html`<ul class="warnings">${warnings.map(({ code, text: told }) => html`<li class="notice"><strong>${words.warnings[code]}</strong>${when(code !== 'speaker-contested', () => html`: <bdi>${told}</bdi>`)}</li>`)}</ul>`,
)}
${when(
  outlets.length > 0,
  () => html`<details><summary>${words.outlets(outlets.length)}</summary>${outlets.map(printedBy)}</details>`,
)}</section>`;
}

const printedBy = ({ article: source, quoteType, kind, diff, evidence, attributions }: Outlet): SafeHtml =>
  html`<div class="outlet"><p class="meta">${article(source)}${source.published === null ? '' : html` <span class="muted">(${time(source.published)})</span>`} · ${WORDS.statement.quoteType[quoteType]} · <strong>${words.kinds[kind]}</strong></p>
<blockquote class="words">${kind === 'differs' && diff.length > 0 ? wordDiff(diff) : evidence.map(({ exact }, place): Part => html`${place > 0 ? ' … ' : ''}<bdi>${exact}</bdi>`)}</blockquote>
${attributions.length > 0 ? attributionList({ attributions }) : NOTHING}</div>`;

/** Words that stand in both, in the source alone and in the quotation alone; told apart by words for those who do not see how. */
const wordDiff = (diff: Diff): SafeHtml =>
  html`<bdi class="diff">${diff.map(({ kind, text }, place): Part => {
    const space = place === 0 ? '' : ' ';
    if (kind === 'same') return html`${space}${text}`;
    return kind === 'left-out'
      ? html`${space}<ins><span class="hidden">${words.leftOut} </span>${text}</ins>`
      : html`${space}<del><span class="hidden">${words.added} </span>${text}</del>`;
  })}</bdi>`;

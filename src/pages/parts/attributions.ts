import type { Attribution, Quotation } from '../../model/statement.ts';
import { html, joined, type SafeHtml, when } from '../html.ts';
import { WORDS } from '../words.ts';
import { inContext } from './evidence.ts';
import { things } from './links.ts';
import { anonymous } from './statement-card.ts';

const { statement: words } = WORDS;

/** How a rendering is given: its type, and the word that reports it. */
export const quotationHeading = ({ quoteType, cue }: Pick<Quotation, 'quoteType' | 'cue'>): SafeHtml =>
  html`<p class="meta">${words.quoteType[quoteType]}${cue ? html`, ${words.cue} “<bdi>${cue.exact}</bdi>”` : ''}</p>`;

/** Who is said to have said a rendering, the preferred attribution first, each with its basis, confidence and reason. */
export const attributionList = ({ attributions }: Pick<Quotation, 'attributions'>): SafeHtml =>
  html`<ol class="attributions">${attributions.map((one) => attributionItem(one, attributions.length > 1))}</ol>`;

function attributionItem(attribution: Attribution, isOneOfSeveral: boolean): SafeHtml {
  const { speakers, rank, basis, confidence, reason, flags, evidence } = attribution;
  const facts = [
    ...(isOneOfSeveral || rank !== 'preferred' ? [words.rank[rank]] : []),
    WORDS.basis[basis],
    words.confidence(confidence),
    ...flags.map((flag) => words.flags[flag] ?? flag),
  ];
  return html`<li class="${rank}"><strong>${speakers.length > 0 ? things(speakers, ` ${WORDS.sentence.and} `) : anonymous(attribution)}</strong>
<span class="meta">${joined(facts, ' · ')}</span>
${when(reason !== null, () => html`<p class="reason"><bdi>${reason}</bdi></p>`)}
<p class="evidence">${inContext(evidence)}</p></li>`;
}

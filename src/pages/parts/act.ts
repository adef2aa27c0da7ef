import type { Act } from '../../model/act.ts';
import { html, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';

/** The class of a score, by which it is coloured: from `s-5` (conflict) over `s0` to `s5` (cooperation). */
export function scoreClass(score: number | null): string {
  return score === null
    ? 'sx'
    : `s${Math.max(-5, Math.min(5, Math.sign(score) * Math.ceil(Math.abs(score) / 2)))}`;
}

/** What is done by a statement or an event, coloured by its score, which its title tells. */
export const actBadge = ({ label, goldstein, cameo }: Act): SafeHtml =>
  html`<span class="act ${scoreClass(goldstein)}" title="CAMEO ${cameo}${goldstein === null ? '' : `. ${WORDS.statement.score(goldstein)}`}">${label}</span>`;

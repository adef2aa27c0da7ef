import { html, type SafeHtml } from '../html.ts';
import { WORDS } from '../words.ts';

const { date: words } = WORDS;

/** A date as people write it, such as "18 June 2025"; what is no plain EDTF date stays as it is. */
export function dateText(edtf: string): string {
  const [from, to, ...more] = edtf.split('/');
  if (to === undefined) return oneDate(edtf);
  if (more.length > 0) return edtf;
  const isOpen = (end: string) => end === '' || end === '..';
  if (isOpen(from!)) return isOpen(to) ? edtf : words.before(oneDate(to));
  return isOpen(to) ? words.after(oneDate(from!)) : words.between(oneDate(from!), oneDate(to));
}

function oneDate(edtf: string): string {
  if (/^\d{3}X$/.test(edtf)) return words.decade(edtf.replace('X', '0'));
  const [, year, month, day, doubt] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/.exec(edtf) ?? [];
  const name = month === undefined ? '' : words.months[Number(month) - 1];
  if (year === undefined || name === undefined) return edtf;
  const text = [day && String(Number(day)), name, year.replace(/^0+(?=\d)/, '')].filter(Boolean).join(' ');
  if (doubt === '~' || doubt === '%') return words.about(text);
  return doubt === '?' ? words.perhaps(text) : text;
}

/** The same, with the date that machines read where it is a plain one. */
export function time(edtf: string): SafeHtml {
  return /^\d{4}(-\d\d){0,2}$/.test(edtf)
    ? html`<time datetime="${edtf}">${dateText(edtf)}</time>`
    : html`<span>${dateText(edtf)}</span>`;
}

/** A moment, in UTC, as people read it. */
export const moment = (at: string): SafeHtml =>
  html`<time datetime="${at}">${dateText(at.slice(0, 10))}, ${at.slice(11, 16)} UTC</time>`;

import { ACTS, PLOVER_DETAILS } from '../../model/act.ts';
import { dayRange } from '../../model/date.ts';
import { intervalPrefix } from '../../model/interval-class.ts';
import { filled } from './facts.ts';

type Dated = { edtf: string | null; basis: string };

/** A date as properties of a node: as it is written, and the days that it may mean. */
export function dateProperties(name: string, { edtf, basis }: Dated): Record<string, string | null> {
  const range = edtf === null ? null : dayRange(edtf);
  return {
    [`${name}Edtf`]: edtf,
    [`${name}Earliest`]: range?.earliest ?? null,
    [`${name}Latest`]: range?.latest ?? null,
    [`${name}Basis`]: basis,
  };
}

/** An act as properties of a node, so that a list reads it without a step to another one. */
export function actProperties(code: string | null) {
  const act = code === null ? undefined : ACTS.get(code);
  return {
    cameo: code,
    actLabel: act?.label ?? null,
    plover: act?.plover ?? null,
    quadClass: act?.quadClass ?? null,
    goldstein: act?.goldstein ?? null,
    polarity: polarityOf(act?.goldstein ?? null),
  };
}

/** What an event has to do with: the contexts that are given, or that the code of its act says. */
export const contextsOf = (code: string | null, given: string[] | null): string[] | null =>
  filled(given ?? (code === null ? undefined : PLOVER_DETAILS.get(code)?.contexts) ?? []);

/** Orders by first possible day, then by id; what has no date sorts before every day. */
export const sortKey = ({ edtf }: Dated, id: string) =>
  `${(edtf && dayRange(edtf)?.earliest) ?? '0000-00-00'}_${id}`;

/** The same key under the length of the date, for what begins before a day and reaches it; null for a single day. */
export function intervalKey(date: Dated, id: string): string | null {
  const prefix = date.edtf === null ? null : intervalPrefix(dayRange(date.edtf)!);
  return prefix === null ? null : prefix + sortKey(date, id);
}

function polarityOf(goldstein: number | null) {
  if (goldstein === null) return null;
  if (goldstein === 0) return 'neutral';
  return goldstein > 0 ? 'positive' : 'negative';
}

/** Orders places by their articles, and within one by where they begin. */
export const placeKey = (article: string, start: number) => `${article} ${String(start).padStart(9, '0')}`;

import * as chrono from 'chrono-node';

/** The day that a text writes, as YYYY-MM-DD, or the month or year where it says no more; null where it writes none. */
export function dayOfText(text: string): string | null {
  const [, iso] = /^\s*(\d{4}-\d\d-\d\d)(?:[T\s]|$)/.exec(text) ?? [];
  if (iso) return isDay(iso) ? iso : null;
  const [, part] = /^\s*(\d{4}(?:-\d\d)?)\s*$/.exec(text) ?? [];
  if (part) return part;
  const [found] = chrono.en.strict.parse(text.slice(0, 200));
  if (!found?.start.isCertain('year') || !found.start.isCertain('month')) return null;
  const two = (value: number | null) => String(value).padStart(2, '0');
  const month = `${found.start.get('year')}-${two(found.start.get('month'))}`;
  return found.start.isCertain('day') ? `${month}-${two(found.start.get('day'))}` : month;
}

const isDay = (iso: string) => !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso);

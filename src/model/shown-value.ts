/** Characters of a value that are shown of it. */
const MOST_SHOWN = 80;

/** A value as JSON, cut where it is long; no more of it is read than is shown. */
export function shownValue(value: unknown): string {
  const text = beginning(value, MOST_SHOWN + 1);
  return text.length > MOST_SHOWN ? `${withoutHalf(text.slice(0, MOST_SHOWN - 3))}…` : text;
}

/** At least so many characters of a value as JSON, where it has them. */
function beginning(value: unknown, length: number): string {
  if (length <= 0) return '';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, length));
  if (value === null || typeof value !== 'object' || value instanceof Date)
    return String(JSON.stringify(value));
  let text = '';
  const isList = Array.isArray(value);
  for (const key in value) {
    if (text.length > length) break;
    const entry = beginning((value as Record<string, unknown>)[key], length - text.length - 1);
    text += `${text && ','}${isList ? '' : `${beginning(key, length)}:`}${entry}`;
  }
  return isList ? `[${text}]` : `{${text}}`;
}

/** Without the half of a character that a cut leaves at the end. */
const withoutHalf = (cut: string) => cut.replace(/[\uD800-\uDBFF]$/, '');

import type { Fault } from '../model/fault.ts';

/** A list of names and values, as a query string or a form has it. */
const PAIR = /[^&]+/g;

/** What cannot be read of a query string or of a form: percent escapes that are cut off, or are no UTF-8. */
export function brokenEscapes(pairs: string): Fault[] {
  if (isReadable(pairs)) return [];
  return (pairs.match(PAIR) ?? []).flatMap((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (!isReadable(name)) {
      return [faultOf('The name of a parameter', name)];
    }
    const parameter = decodeURIComponent(name.replaceAll('+', ' '));
    return isReadable(value) ? [] : [{ parameter, ...faultOf(`The value of ${parameter}`, value) }];
  });
}

/** What cannot be read of a path. */
export const brokenPath = (path: string): Fault[] => (isReadable(path) ? [] : [faultOf('The path', path)]);

function faultOf(where: string, text: string): Fault {
  const at = firstBroken(text);
  const shown = text.slice(at, at + 3);
  return {
    detail: `${where} has ${JSON.stringify(shown)} as its character ${at + 1}, which begins no percent escape of UTF-8.`,
    expected: 'bytes of UTF-8 as % and two hexadecimal digits each; a percent sign is %25',
  };
}

function isReadable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Where the first escape stands that cannot be decoded. */
function firstBroken(text: string): number {
  for (let at = text.indexOf('%'); at >= 0; ) {
    const bytes = lengthAfter(Number.parseInt(text.slice(at + 1, at + 3), 16));
    if (!isReadable(text.slice(at, at + 3 * bytes))) return at;
    at = text.indexOf('%', at + 3 * bytes);
  }
  return 0;
}

/** How many bytes of UTF-8 a character has that begins with this one. */
const lengthAfter = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0x80 ? 2 : 1);

/**
 * A URL in which the order of its parameters makes no difference, nor how often a value is given.
 * @param repeated the parameters that may be given several times; of another one that is a fault.
 */
export function canonicalUrl(url: string, repeated: ReadonlySet<string>): string {
  const start = url.indexOf('?') + 1;
  if (start === 0 || !url.includes('&', start)) return url;
  const pairs = url.slice(start).split('&').sort();
  const different = pairs.filter(
    (pair, place) => pair !== pairs[place - 1] || !repeated.has(pair.slice(0, pair.indexOf('='))),
  );
  return url.slice(0, start) + different.join('&');
}

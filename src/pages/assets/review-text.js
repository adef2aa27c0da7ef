/* Words of an article and the places where they stand, in UTF-16 units of its text. */

const partsOf = (quote) => (typeof quote === 'string' ? { exact: quote } : quote);

function placesOf(text, words) {
  const places = [];
  for (let at = text.indexOf(words); words !== '' && at >= 0; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

/** Where quoted words stand: [start, end], or undefined where they do not. */
export function placeOf(text, quote) {
  const { exact, prefix = '', suffix = '', occurrence = 1 } = partsOf(quote);
  const found = placesOf(text, prefix + exact + suffix)[occurrence === 'all' ? 0 : occurrence - 1];
  return found === undefined ? undefined : [found + prefix.length, found + prefix.length + exact.length];
}

export const wordsOf = (quote) => partsOf(quote).exact;

/** Words between two places as a quote, with as much of what stands before them as tells them from others. */
export function quoteAt(text, [start, end]) {
  const exact = text.slice(start, end);
  if (placesOf(text, exact).length === 1) return exact;
  for (let length = 4; length <= 200; length *= 2) {
    const prefix = text.slice(Math.max(0, start - length), start);
    if (placesOf(text, prefix + exact).length === 1) return { exact, prefix };
  }
  return { exact, occurrence: placesOf(text, exact).indexOf(start) + 1 };
}

/** The words that are selected in an element that holds a text alone, without spaces and quotation marks around them. */
export function selectedPlace(element) {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const node = element.firstChild;
  if (range.startContainer !== node || range.endContainer !== node) return undefined;
  const text = node.data;
  let [start, end] = [range.startOffset, range.endOffset];
  while (start < end && /[\s“”„"«»]/.test(text[start])) start++;
  while (end > start && /[\s“”„"«»]/.test(text[end - 1])) end--;
  return start < end ? [start, end] : undefined;
}

/** Marks places of an element that holds a text alone, by names that the style has colours for. */
export function highlight(element, placesByName) {
  if (!globalThis.CSS?.highlights) return;
  for (const [name, places] of Object.entries(placesByName)) {
    const ranges = places.map(([start, end]) => {
      const range = new Range();
      range.setStart(element.firstChild, start);
      range.setEnd(element.firstChild, end);
      return range;
    });
    CSS.highlights.set(`review-${name}`, new Highlight(...ranges));
  }
}

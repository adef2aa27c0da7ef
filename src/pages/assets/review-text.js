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

/** How arrow keys move a selection of words: its first and its last one, of all with what stands before each. */
const MOVES = {
  ArrowRight: ({ last }) => [last + 1, last + 1],
  ArrowLeft: ({ first }) => [first - 1, first - 1],
  ArrowDown({ last, begins }) {
    const next = begins.find((place) => place > last);
    return [next, next];
  },
  ArrowUp({ first, begins }) {
    const previous = begins.findLast((place) => place < first);
    return [previous, previous];
  },
};
const MOVES_WITH_SHIFT = {
  ArrowRight: ({ first, last }) => [first, last + 1],
  ArrowLeft: ({ first, last }) => [first, Math.max(first, last - 1)],
  ArrowDown: ({ first, last, begins, count }) => [
    first,
    (begins.find((place) => place > last + 1) ?? count) - 1,
  ],
};

/**
 * Lets words of an element that holds a text alone be selected by the arrow keys: the next one, the first one of the next
 * paragraph, and with Shift more or fewer of them.
 * @param begin the place where the first selection begins.
 */
export function selectByKeys(element, begin) {
  element.addEventListener('keydown', (event) => {
    const move = (event.shiftKey ? MOVES_WITH_SHIFT : MOVES)[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const node = element.firstChild;
    const words = [...node.data.matchAll(/\S+/g)].map(({ 0: { length }, index }) => [index, index + length]);
    const wordAt = (at) => words.findIndex(([, end]) => at < end);
    const selected = selectedPlace(element);
    const [first, last] = selected
      ? move({
          first: wordAt(selected[0]),
          last: wordAt(selected[1] - 1),
          begins: words.flatMap(([start], place) =>
            place === 0 || node.data.slice(words[place - 1][1], start).includes('\n') ? [place] : [],
          ),
          count: words.length,
        })
      : [wordAt(begin()), wordAt(begin())];
    if (!words[first] || !words[last]) return;
    getSelection().setBaseAndExtent(node, words[first][0], node, words[last][1]);
    showSelection(element);
  });
}

/** Scrolls the end of the selection into what is seen of an element. */
function showSelection(element) {
  const range = getSelection().getRangeAt(0).cloneRange();
  range.collapse(false);
  const boundsOf = () => range.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  if (boundsOf().top < box.top || boundsOf().bottom > box.bottom)
    element.scrollTop += boundsOf().top - box.top - box.height / 2;
  if (boundsOf().top < 0 || boundsOf().bottom > innerHeight)
    scrollBy({ top: boundsOf().top - innerHeight / 2, behavior: 'instant' });
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

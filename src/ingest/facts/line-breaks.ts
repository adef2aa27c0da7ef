/** A text whose lines all end in a line feed, and where each of its units stands in the text that it was made of. */
export interface UnixText {
  text: string;
  /** Null where nothing was changed. */
  places: Uint32Array | null;
}

/** Reads the line breaks of every system as line feeds. */
export function withLineFeeds(given: string): UnixText {
  if (!given.includes('\r')) return { text: given, places: null };
  const text = lineFeeds(given);
  const places = new Uint32Array(text.length + 1);
  for (let [at, place] = [0, 0]; at < text.length; at++) {
    places[at] = place;
    place += given.startsWith('\r\n', place) ? 2 : 1;
  }
  places[text.length] = given.length;
  return { text, places };
}

export const lineFeeds = (text: string) => text.replaceAll(/\r\n?/g, '\n');

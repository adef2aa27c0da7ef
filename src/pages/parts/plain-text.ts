/** Characters that turn the direction of what follows them, whatever that is. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Words as a part of a sentence that is no HTML, such as the title of a tab or the choice of a list: without characters that
 * would turn the rest of it, and apart from it where they are written from the right to the left. Elsewhere `<bdi>` does that.
 */
export function plainText(words: string): string {
  const plain = words.replaceAll(TURNS, '');
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}

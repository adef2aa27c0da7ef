import { isHeading } from './headings.ts';
import type { Run } from './sentences.ts';
import type { Token } from './tokens.ts';

/** Parts of speech that the tagger gives names which are words as well: "Will wrote", "Lynch said". */
const TAKEN_FOR = new Set(['VERB', 'AUX', 'ADV', 'INTJ', 'X']);
/** Words that are nothing but verbs of saying, whatever the tagger takes them for beside a name that it does not know. */
const SAID = /^(said|says|told|tells|wrote|writes|tweeted|asked|added|argued|insisted)$/;
const STARTS_AFTER = /^([.?!…:;–—―•*|(["“”„«»‘']|'')/;

/** Whether a sentence or a quotation may begin there: not after a comma and the mark that closes a quotation. */
function startsSentence(tokens: readonly Token[], at: number): boolean {
  const [beforeThat, before, token] = [tokens[at - 2], tokens[at - 1]!, tokens[at]!];
  if (!STARTS_AFTER.test(before.text)) return false;
  const closes = before.region >= 0 && token.region !== before.region;
  return !(closes && beforeThat?.text === ',');
}

const isCapitalized = ({ text }: Token) => /^\p{Lu}\p{Ll}/u.test(text);

/** Names that the tagger took for verbs become names: within sentences a capital tells them, at beginnings the rest of the text. */
export function mendTags(tokens: readonly Token[], paragraphs: readonly Run[]): void {
  const names = new Set<string>();
  const within: number[] = [];
  const first: number[] = [];
  for (const { from, to } of paragraphs) {
    const isTitled = isHeading(tokens.slice(from, to));
    for (let at = from; at < to; at++) {
      const token = tokens[at]!;
      if (!isCapitalized(token)) continue;
      const isFirst = at === from || startsSentence(tokens, at);
      if (isFirst || isTitled) first.push(at);
      else {
        within.push(at);
        if (token.tag === 'PROPN' || TAKEN_FOR.has(token.tag)) names.add(token.text);
      }
    }
  }
  const plain = new Set(tokens.filter(({ text, lower }) => text === lower).map(({ text }) => text));
  for (const at of within) if (TAKEN_FOR.has(tokens[at]!.tag)) tokens[at]!.tag = 'PROPN';
  for (const at of first) {
    const token = tokens[at]!;
    if (!TAKEN_FOR.has(token.tag)) continue;
    const isNamed = names.has(token.text) && !plain.has(token.lower);
    const speaks = SAID.test(tokens[at + 1]?.lower ?? '') && !/^(he|she|it|they|who)$/.test(token.lower);
    if (isNamed || (speaks && names.has(token.text))) token.tag = 'PROPN';
  }
  for (const token of tokens) if (SAID.test(token.text)) token.tag = 'VERB';
}

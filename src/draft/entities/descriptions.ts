import { type AnalysedText, wordsOf } from '../text/analysed-text.ts';
import type { Phrase } from '../text/phrases.ts';
import type { Run } from '../text/sentences.ts';
import type { FoundEntity } from './entities.ts';
import type { NamedMention } from './names.ts';
import { roleKindOf } from './titles.ts';

/** A name in the text, with whom it means. */
export interface Named {
  mention: NamedMention;
  entity: FoundEntity;
}

/** Who or what a description means, and how sure that is. */
export interface Described {
  entity: FoundEntity;
  confidence: number;
}

const DEFINITE = /^(the|this|that|its|his|her|their)$/;
const MOST_WORDS = 7;
const BODIES =
  /^(company|firm|group|agency|party|bank|ministry|department|university|organization|organisation|campaign|committee|court|newspaper|paper|magazine|network|foundation|institute|center|union|association|council|commission|bureau|board|coalition|league|school|college|church|airline|carrier|maker|company’s|publication|outlet|site|website|think|tank|office|panel|body|alliance)$/;
const PERSONS =
  /^(businessman|businesswoman|billionaire|mogul|tycoon|magnate|developer|neurosurgeon|surgeon|doctor|candidate|nominee|frontrunner|front-runner|hopeful|contender|author|officer|official|chief|veteran|star|actor|actress|singer|comedian|lawmaker|democrat|republican|conservative|native|mother|father|woman|man|leader|boss|texan|vermonter|floridian|diplomat|pastor|teacher|student|farmer|adviser|advisor|aide|strategist|manager|incumbent|politician|celebrity|socialist|senator|governor|congressman|congresswoman|president|mayor)$/;

/** The words that describe people beside their names: titles before, and what stands between commas after. */
export class Descriptions {
  readonly #read: AnalysedText;
  readonly #named: readonly Named[];
  readonly #words = new Map<FoundEntity, Set<string>>();

  constructor(read: AnalysedText, named: readonly Named[]) {
    this.#read = read;
    this.#named = named;
    for (const { mention, entity } of named) this.#collect(mention, entity);
  }

  #collect(mention: NamedMention, entity: FoundEntity): void {
    const words = this.#words.get(entity) ?? new Set<string>();
    const add = ({ from, to }: Run) => {
      for (let at = from; at < to; at++) {
        const { lower, tag } = this.#read.tokens[at]!;
        if (/^(NOUN|PROPN|ADJ|VERB)$/.test(tag)) words.add(plain(lower));
      }
    };
    if (mention.title !== null) add(mention.title);
    if (entity.type === 'Person') {
      const own = this.#read.phrases.find(({ from, to }) => from < mention.to && to > mention.from);
      if (own && own.from < mention.from) add({ from: own.from, to: mention.from });
      const apposition = appositionAfter(this.#read, mention.to);
      if (apposition) add(apposition);
    } else if (entity.type === 'Organization') add(mention);
    this.#words.set(entity, words);
  }

  /**
   * Whom a phrase means that has no name in it: one that the text describes in the same words, or else the last one
   * spoken of whom it may describe.
   */
  of({ from, to, head }: Phrase): Described | null {
    const { tokens } = this.#read;
    if (
      !DEFINITE.test(tokens[from]!.lower) ||
      to - from > MOST_WORDS ||
      /s$/.test(pluralOf(tokens[head]!.lower))
    )
      return null;
    const last = tokens[head]!.lower;
    const words = tokens
      .slice(from + 1, to)
      .filter(({ tag }) => /^(NOUN|PROPN|ADJ|VERB)$/.test(tag))
      .map(({ lower }) => plain(lower));
    if (BODIES.test(last)) return this.#body(from, last, words);
    const role = roleKindOf(wordsOf(this.#read, { from: from + 1, to }));
    if (!role && !PERSONS.test(last)) return null;
    return this.#person(from, plain(last), words);
  }

  #person(at: number, last: string, words: readonly string[]): Described | null {
    let best: FoundEntity | null = null;
    let most = 0;
    for (const [entity, known] of this.#words) {
      if (entity.type !== 'Person') continue;
      const shared = words.filter((word) => known.has(word)).length;
      if (shared === 0) continue;
      const near = this.#nearest(entity, at);
      const score = shared / words.length + (known.has(last) ? 1 : 0) + 1 / (2 + near);
      if (score > most) [most, best] = [score, entity];
    }
    if (best && most >= 1) return { entity: best, confidence: Math.min(0.85, 0.35 + 0.25 * most) };
    const salient = this.#before(at, (entity) => entity.type === 'Person');
    return salient && { entity: salient, confidence: 0.4 };
  }

  #body(at: number, last: string, words: readonly string[]): Described | null {
    const isSuch = (entity: FoundEntity) =>
      entity.type === 'Organization' &&
      (/^(company|firm|group|organization|organisation|agency)$/.test(last) ||
        words.some((word) => this.#words.get(entity)?.has(word) || entity.name.toLowerCase().includes(word)));
    const found = this.#before(at, isSuch);
    return found && { entity: found, confidence: 0.6 };
  }

  #nearest({ mentions }: FoundEntity, at: number): number {
    const before = mentions.filter(({ from }) => from < at).at(-1);
    if (!before) return 20;
    const { sentenceOf } = this.#read;
    return sentenceOf[at]! - sentenceOf[before.from]!;
  }

  #before(at: number, isSuch: (entity: FoundEntity) => boolean): FoundEntity | null {
    return this.#named.findLast(({ mention, entity }) => mention.from < at && isSuch(entity))?.entity ?? null;
  }
}

const plain = (word: string) =>
  word
    .replace(/\.$/, '')
    .replace(/^(sen)$/, 'senator')
    .replace(/^(gov)$/, 'governor')
    .replace(/^(rep)$/, 'representative');
/** A word as its plural shows: "boss" is one. */
const pluralOf = (word: string) => word.replace(/(ss|us|is)$/, '');

const MOST_OF_APPOSITION = 14;

/** What stands between commas after a name: "Ada Bell, a former judge, said". */
function appositionAfter({ tokens, sentenceOf }: AnalysedText, end: number): Run | null {
  if (tokens[end]?.text !== ',') return null;
  const from = end + 1;
  let to = from;
  while (
    to < tokens.length &&
    to - from < MOST_OF_APPOSITION &&
    sentenceOf[to] === sentenceOf[end] &&
    !/^[,;:.—–(]$/.test(tokens[to]!.text) &&
    !/^(AUX)$/.test(tokens[to]!.tag) &&
    !/^(who|which|that|and|said|says)$/.test(tokens[to]!.lower)
  )
    to++;
  const opens = tokens[from];
  return opens &&
    to > from &&
    (opens.tag === 'DET' || /^(NOUN|ADJ|PROPN)$/.test(opens.tag) || /^(his|her|its|their)$/.test(opens.lower))
    ? { from, to }
    : null;
}

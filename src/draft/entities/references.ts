import { softmax } from '../learned/linear-model.ts';
import type { AnalysedText } from '../text/analysed-text.ts';
import type { Phrase } from '../text/phrases.ts';
import type { Run } from '../text/sentences.ts';
import {
  type AntecedentWeights,
  antecedents,
  isSubject,
  type PersonMention,
  scoreOf,
} from './antecedents.ts';
import { Descriptions, type Named } from './descriptions.ts';
import type { FoundEntity } from './entities.ts';
import { countryNamed } from './gazetteer.ts';
import type { Gender } from './given-names.ts';

/** What words refer to, and how sure that is. */
export interface Reference extends Run {
  entity: FoundEntity;
  form: 'name' | 'metonym' | 'pronoun' | 'description';
  confidence: number;
  /** Who else may be meant. */
  others: FoundEntity[];
}

const GENDERS: Record<string, Gender> = {
  he: 'male',
  him: 'male',
  his: 'male',
  himself: 'male',
  she: 'female',
  her: 'female',
  hers: 'female',
  herself: 'female',
};
const MOST_OF_BYLINE = 15;
/** No pronoun is surer than that: whom it means is told nowhere. */
const MOST_SURE = 0.95;

/** Everything that a text refers to, by names, pronouns and descriptions, in its order. */
export class References {
  readonly #read: AnalysedText;
  readonly #named: Named[];
  readonly #descriptions: Descriptions;
  readonly #weights: AntecedentWeights;
  /** Where the text speaks of persons outside of quotation marks. */
  readonly persons: PersonMention[] = [];
  readonly all: Reference[] = [];

  constructor(read: AnalysedText, entities: readonly FoundEntity[], weights: AntecedentWeights) {
    this.#weights = weights;
    this.#read = read;
    this.#named = entities
      .flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity })))
      .sort((a, b) => a.mention.from - b.mention.from);
    this.#descriptions = new Descriptions(read, this.#named);
    this.#readThrough();
  }

  /** What a phrase refers to; null where that is nobody the text names. */
  of(phrase: Phrase): Reference | null {
    const { head } = phrase;
    const within = this.all.filter(({ from, to }) => from < phrase.to && to > phrase.from);
    const atHead = within.find(({ from, to }) => from <= head && head < to);
    if (atHead) return atHead;
    // A name after the head: "campaign manager Cal Dorn", where the tagger took the last word for a noun.
    const after = within.find(
      ({ from, entity, form }) => from > head && entity.type === 'Person' && form === 'name',
    );
    return (
      after ??
      this.#apposed(phrase) ??
      this.#relative(phrase) ??
      this.#group(phrase) ??
      this.#described(phrase)
    );
  }

  /** "The mayor, Ada Bell," and "Ada Bell, the mayor": the name beside a phrase that says who that is. */
  #apposed({ from, to, isPronoun }: Phrase): Reference | null {
    const { tokens } = this.#read;
    if (isPronoun) return null;
    const isMark = (at: number) => /^[,(–—-]+$/.test(tokens[at]?.text ?? '');
    const person = ({ entity, form }: Reference) => entity.type === 'Person' && form === 'name';
    const before = isMark(from - 1) ? this.all.find((one) => person(one) && one.to === from - 1) : undefined;
    const aged =
      isMark(from - 1) && /^\d\d$/.test(tokens[from - 2]?.text ?? '')
        ? this.all.find((one) => person(one) && one.to === from - 3)
        : undefined;
    const after = isMark(to) ? this.all.find((one) => person(one) && one.from === to + 1) : undefined;
    const found = before ?? aged ?? after;
    return found ? { ...found, from, to, form: 'description', confidence: found.confidence * 0.95 } : null;
  }

  /** "Ada Bell, who said": what the phrase before refers to. */
  #relative({ from, to }: Phrase): Reference | null {
    const { tokens, phrases } = this.#read;
    if (!/^(who|which|that)$/.test(tokens[from]!.lower) || to - from > 1) return null;
    const end = tokens[from - 1]?.text === ',' ? from - 1 : from;
    const before = phrases.find((phrase) => phrase.to === end);
    const found = before ? this.of(before) : null;
    return found && { ...found, from, to, form: 'pronoun' };
  }

  /** "They", "it": the body or country that was spoken of last. */
  #group({ from, to, isPronoun }: Phrase): Reference | null {
    const { tokens, sentenceOf } = this.#read;
    if (!isPronoun || !/^(they|it|we)$/.test(tokens[from]!.lower)) return null;
    const near = this.#named.filter(
      ({ mention, entity }) =>
        mention.from < from &&
        sentenceOf[from]! - sentenceOf[mention.from]! <= 2 &&
        /^(Organization|Country)$/.test(entity.type) &&
        mention.country?.form !== 'adjective' &&
        tokens[mention.from]!.region < 0,
    );
    const found = near.findLast(({ mention }) => isSubject(this.#read, mention)) ?? near.at(-1);
    return found ? { from, to, entity: found.entity, form: 'pronoun', confidence: 0.45, others: [] } : null;
  }

  #described(phrase: Phrase): Reference | null {
    const found = this.#descriptions.of(phrase);
    if (!found) return null;
    const { from, to } = phrase;
    return { from, to, ...found, form: 'description', others: [] };
  }

  #readThrough(): void {
    const { tokens, sentenceOf } = this.#read;
    const names = new Map(this.#named.map((one) => [one.mention.from, one]));
    for (let at = 0; at < tokens.length; at++) {
      const named = names.get(at);
      if (named) {
        const { mention, entity } = named;
        this.#add({
          from: mention.from,
          to: mention.to,
          entity,
          form: mention.country?.form === 'metonym' ? 'metonym' : 'name',
          confidence: mention.certainty,
          others: [],
        });
        continue;
      }
      const word = tokens[at]!.lower;
      if (word === 'it' || word === 'its') {
        const thing = this.#thing(at, sentenceOf[at]!);
        if (thing) this.#add(thing);
        continue;
      }
      if (word === 'both' || word === 'two') {
        for (const one of this.#bothCountries(at)) this.#add(one);
        continue;
      }
      if (/^(country|nation)$/.test(word) && tokens[at - 1]?.lower === 'the') {
        const country = this.#country(at, sentenceOf[at]!);
        if (country) this.#add(country);
        continue;
      }
      if (/^(military|army|navy|police|parliament)$/.test(word)) {
        const body = this.#body(at);
        if (body) this.#add(body);
        continue;
      }
      const told = this.#toldInBrackets(at);
      if (told) {
        this.#add(told);
        continue;
      }
      const gender = GENDERS[word];
      if (gender === undefined) continue;
      const reference = this.#pronoun(at, gender);
      if (reference) this.#add(reference);
    }
  }

  #add(reference: Reference): void {
    this.all.push(reference);
    const { from, to, entity, form } = reference;
    if (entity.type !== 'Person' || this.#read.tokens[from]!.region >= 0 || this.#isInByline(from)) return;
    this.persons.push({ from, to, entity, isPronoun: form === 'pronoun' });
  }

  /** "By Ada Bell": no pronoun of the article means who wrote it. */
  #isInByline(at: number): boolean {
    const { tokens, sentences, sentenceOf } = this.#read;
    const { from, to } = sentences[sentenceOf[at]!]!;
    return (
      tokens[from]!.text === 'By' && to - from <= MOST_OF_BYLINE && !/^[.!?]$/.test(tokens[to - 1]!.text)
    );
  }

  /** The person that a pronoun means, with how sure that is among those that it may mean. */
  #pronoun(at: number, gender: Gender): Reference | null {
    const found = antecedents(this.#read, this.persons, at, gender).filter(
      ({ entity }) => !this.#isBeside(at, entity),
    );
    if (found.length === 0) return null;
    const shares = softmax(found.map((one) => scoreOf(one, this.#weights)));
    const ranked = found
      .map(({ entity }, index) => ({ entity, share: shares[index]! }))
      .sort((a, b) => b.share - a.share);
    return {
      from: at,
      to: at + 1,
      entity: ranked[0]!.entity,
      form: 'pronoun',
      confidence: Math.min(MOST_SURE, ranked[0]!.share),
      others: ranked.slice(1, 2).map(({ entity }) => entity),
    };
  }

  /** "His meeting with Bell" is another person's than Bell's. */
  #isBeside(at: number, entity: FoundEntity): boolean {
    const { tokens } = this.#read;
    if (!/^(his|her)$/.test(tokens[at]!.lower)) return false;
    return entity.mentions.some(({ from, title }) => {
      const start = title?.from ?? from;
      return start > at && start - at <= 7 && /^(with|of|against)$/.test(tokens[start - 1]!.lower);
    });
  }

  /** The country or organization that "it" means: the last one that a verb has as its subject, in this sentence or the one before. */
  #thing(at: number, sentence: number): Reference | null {
    const { tokens, sentenceOf } = this.#read;
    // "It is likely that …" means nothing.
    if (tokens[at]!.lower === 'it' && !/^(VERB|AUX)$/.test(tokens[at + 1]?.tag ?? '')) return null;
    const near = this.#named.filter(
      ({ mention, entity }) =>
        mention.from < at &&
        sentence - sentenceOf[mention.from]! <= 1 &&
        /^(Country|Organization)$/.test(entity.type) &&
        mention.country?.form !== 'adjective' &&
        tokens[mention.from]!.region === tokens[at]!.region,
    );
    const within = near.filter(({ mention }) => sentenceOf[mention.from] === sentence);
    const found =
      (within.length > 0 ? within : near).find(({ mention }) => isSubject(this.#read, mention)) ??
      within.at(-1);
    if (!found) return null;
    const confidence = within.length > 0 ? 0.62 : 0.52;
    return { from: at, to: at + 1, entity: found.entity, form: 'pronoun', confidence, others: [] };
  }

  /** "The country": the one that was named last, in this sentence or the two before it. */
  #country(at: number, sentence: number): Reference | null {
    const { sentenceOf } = this.#read;
    const last = this.#named.findLast(
      ({ mention, entity }) =>
        mention.from < at && sentence - sentenceOf[mention.from]! <= 2 && entity.type === 'Country',
    );
    if (!last) return null;
    const { entity } = last;
    return { from: at - 1, to: at + 1, entity, form: 'description', confidence: 0.55, others: [] };
  }

  /** "The military", "Norland’s army": the body of that kind that the text names elsewhere, of that country. */
  #body(at: number): Reference | null {
    const { tokens } = this.#read;
    const [before, word] = [tokens[at - 1], tokens[at]!.lower];
    if (/^(NOUN|PROPN)$/.test(tokens[at + 1]?.tag ?? '')) return null;
    const isOwned = /^['’]s?$/.test(before?.text ?? '');
    if (!isOwned && before?.lower !== 'the') return null;
    const owner = isOwned ? this.#named.findLast(({ mention }) => mention.to === at - 1) : undefined;
    if (isOwned && owner?.entity.type !== 'Country') return null;
    const found = this.#named.find(({ entity, mention }) => {
      if (entity.type !== 'Organization' || !entity.name.toLowerCase().endsWith(` ${word}`)) return false;
      const country = countryNamed(mention.name.replace(/^the /i, '').split(' ')[0]!);
      return !owner || country?.iso3166 === owner.entity.iso3166;
    });
    if (!found) return null;
    const from = owner ? owner.mention.from : at - 1;
    return { from, to: at + 1, entity: found.entity, form: 'description', confidence: 0.65, others: [] };
  }

  /** "They [Norland] are late, and they …": whom the author says that a pronoun of a quotation means. */
  #toldInBrackets(at: number): Reference | null {
    const { tokens } = this.#read;
    const { lower, region } = tokens[at]!;
    if (!/^(he|she|it|they)$/.test(lower) || region < 0) return null;
    const isTold = tokens[at + 1]?.text === '[';
    const told = isTold ? this.#named.find(({ mention }) => mention.from === at + 2) : undefined;
    const same = this.all.findLast(
      ({ from, form }) =>
        form === 'pronoun' &&
        tokens[from]!.region === region &&
        tokens[from]!.lower === lower &&
        tokens[from + 1]?.text === '[',
    );
    const entity = told?.entity ?? same?.entity;
    return entity
      ? { from: at, to: at + 1, entity, form: 'pronoun', confidence: told ? 0.9 : 0.75, others: [] }
      : null;
  }

  /** Nobody says "he" of themselves: what a quotation calls so is another than its speaker. */
  settleQuoted(
    attributions: readonly { source: Phrase | null; parts: readonly Run[]; confidence: { all: number } }[],
  ): void {
    for (const { source, parts, confidence } of attributions) {
      const speaker = source === null || confidence.all < 0.5 ? null : this.of(source)?.entity;
      if (!speaker) continue;
      for (const one of this.all)
        if (
          one.form === 'pronoun' &&
          one.entity === speaker &&
          this.#read.tokens[one.from]!.region >= 0 &&
          GENDERS[this.#read.tokens[one.from]!.lower] !== undefined &&
          parts.some(({ from, to }) => one.from >= from && one.from < to)
        ) {
          const [other] = one.others;
          one.entity = other ?? one.entity;
          one.confidence = other ? 0.5 : 0.3;
        }
    }
  }

  /** "Both countries", "the two nations": those that are named most up to there, where there are two. */
  #bothCountries(at: number): Reference[] {
    const { tokens } = this.#read;
    if (!/^(countries|nations|governments|neighbors|neighbours|states)$/.test(tokens[at + 1]?.lower ?? ''))
      return [];
    const counts = new Map<FoundEntity, number>();
    for (const { mention, entity } of this.#named)
      if (mention.from < at && entity.type === 'Country') counts.set(entity, (counts.get(entity) ?? 0) + 1);
    const from = tokens[at - 1]?.lower === 'the' ? at - 1 : at;
    return [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 2)
      .filter((_, __, { length }) => length === 2)
      .map(([entity]) => ({
        from,
        to: at + 2,
        entity,
        form: 'description' as const,
        confidence: 0.6,
        others: [],
      }));
  }
}

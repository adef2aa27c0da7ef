import type { AnalysedText } from '../text/analysed-text.ts';
import type { Run } from '../text/sentences.ts';
import type { FoundEntity } from './entities.ts';
import type { Gender } from './given-names.ts';
import type { NamedMention } from './names.ts';
import { roleKindOf } from './titles.ts';

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
const SUBJECTS = new Set(['he', 'she']);
const MOST_SENTENCES_BACK = 7;

/** Everything that a text refers to, by names, pronouns and descriptions, in its order. */
export class References {
  readonly #read: AnalysedText;
  readonly #entities: readonly FoundEntity[];
  readonly #named: { mention: NamedMention; entity: FoundEntity }[];
  /** Persons that sentences speak of, by sentence, those outside of quotation marks. */
  readonly #persons = new Map<number, Reference[]>();
  readonly all: Reference[] = [];

  constructor(read: AnalysedText, entities: readonly FoundEntity[]) {
    this.#read = read;
    this.#entities = entities;
    this.#named = entities
      .flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity })))
      .sort((a, b) => a.mention.from - b.mention.from);
    this.#readThrough();
  }

  /** What a phrase refers to; null where that is nobody the text names. */
  of(phrase: Run & { head?: number }): Reference | null {
    const head = phrase.head ?? phrase.to - 1;
    const within = this.all.filter(({ from, to }) => from < phrase.to && to > phrase.from);
    const atHead = within.find(({ from, to }) => from <= head && head < to);
    if (atHead) return atHead;
    // A name after the head: "campaign manager Cal Dorn", where the tagger took the last word for a noun.
    return (
      within.find(({ from, entity, form }) => from > head && entity.type === 'Person' && form === 'name') ??
      this.#description(phrase)
    );
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
      const gender = GENDERS[word];
      if (gender === undefined) continue;
      const reference = this.#pronoun(at, gender, sentenceOf[at]!);
      if (reference) this.#add(reference);
    }
  }

  #add(reference: Reference): void {
    this.all.push(reference);
    const { tokens, sentenceOf } = this.#read;
    if (reference.entity.type !== 'Person' || tokens[reference.from]!.region >= 0) return;
    const sentence = sentenceOf[reference.from]!;
    this.#persons.set(sentence, [...(this.#persons.get(sentence) ?? []), reference]);
  }

  /** The person that a pronoun means: of its gender, the subject of the nearest sentence before it. */
  #pronoun(at: number, gender: Gender, sentence: number): Reference | null {
    const { tokens, sentences } = this.#read;
    const isSubject = SUBJECTS.has(tokens[at]!.lower);
    const scores = new Map<FoundEntity, number>();
    for (let back = 0; back <= MOST_SENTENCES_BACK; back++) {
      const nth = sentence - back;
      if (nth < 0) break;
      const far = sentences[nth]!.paragraph === sentences[sentence]!.paragraph ? 0 : 0.5;
      for (const [order, { entity, from, form }] of (this.#persons.get(nth) ?? []).entries()) {
        if (from >= at || (entity.gender !== null && entity.gender !== gender)) continue;
        const score =
          3 -
          0.8 * back -
          far +
          (order === 0 ? 1 : 0) +
          (entity.gender === gender ? 0.4 : 0) +
          (form === 'pronoun' ? 0.3 : 0) +
          this.#asSubject(from) * (isSubject ? 0.8 : 0.3);
        scores.set(entity, Math.max(scores.get(entity) ?? -9, score) + (scores.has(entity) ? 0.15 : 0));
      }
    }
    const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
    if (!best) return null;
    const lead = second ? best[1] - second[1] : 2;
    best[0].gender ??= gender;
    const confidence = Math.max(0.4, Math.min(0.92, 0.55 + 0.2 * lead));
    return {
      from: at,
      to: at + 1,
      entity: best[0],
      form: 'pronoun',
      confidence,
      others: second ? [second[0]] : [],
    };
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
      (within.length > 0 ? within : near).find(({ mention }) => this.#asSubject(mention.to - 1) === 1) ??
      within.at(-1);
    if (!found) return null;
    const confidence = within.length > 0 ? 0.62 : 0.52;
    return { from: at, to: at + 1, entity: found.entity, form: 'pronoun', confidence, others: [] };
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

  /** Whether a verb follows the words, or their apposition. */
  #asSubject(from: number): number {
    const { tokens } = this.#read;
    for (let at = from + 1; at < Math.min(tokens.length, from + 5); at++) {
      if (/^(VERB|AUX)$/.test(tokens[at]!.tag)) return 1;
      if (/^(ADP|PUNCT)$/.test(tokens[at]!.tag)) return 0;
    }
    return 0;
  }

  /** "The senator", "the company": the last one spoken of that is called so. */
  #description({ from, to }: Run): Reference | null {
    const { tokens, text } = this.#read;
    if (!/^(the|this|that)$/.test(tokens[from]!.lower) || to - from > 5) return null;
    const words = text.slice(tokens[from + 1]?.start ?? 0, tokens[to - 1]!.end);
    const last = tokens[to - 1]!.lower;
    if (
      /^(company|firm|group|agency|party|bank|ministry|department|university|organization|campaign|committee|court)$/.test(
        last,
      )
    ) {
      const isSuch = (entity: FoundEntity) =>
        entity.type === 'Organization' &&
        (/^(company|firm)$/.test(last) || entity.name.toLowerCase().includes(last));
      const found = this.#before(from, isSuch);
      return found && { from, to, entity: found, form: 'description', confidence: 0.6, others: [] };
    }
    if (!roleKindOf(words) || /s$/.test(last)) return null;
    const found = this.#before(
      from,
      (entity) =>
        entity.type === 'Person' &&
        entity.mentions.some(
          ({ title }) =>
            title !== null &&
            text
              .slice(tokens[title.from]!.start, tokens[title.to - 1]!.end)
              .toLowerCase()
              .replace(/\.$/, '')
              .includes(last.slice(0, 3)) &&
            roleKindOf(text.slice(tokens[title.from]!.start, tokens[title.to - 1]!.end)) ===
              roleKindOf(words),
        ),
    );
    return found && { from, to, entity: found, form: 'description', confidence: 0.7, others: [] };
  }

  #before(at: number, isSuch: (entity: FoundEntity) => boolean): FoundEntity | null {
    return (
      this.#named.findLast(({ mention, entity }) => mention.from < at && isSuch(entity))?.entity ??
      this.#entities.find(isSuch) ??
      null
    );
  }
}

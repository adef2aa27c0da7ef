import { ACTS } from '../../src/model/act.ts';
import type { AuthorityRecord } from '../../src/model/annotation.ts';
import type { ArticleText } from './article-text.ts';
import { COUNTRIES, ORGANIZATIONS, PEOPLE } from './authority.ts';
import type { Random } from './random.ts';
import { type Sentences, sentences } from './sentences.ts';

export const CODES = [...ACTS.keys()].filter((code) => code.length === 3);
const VERBS = ['said', 'warned', 'noted', 'stressed', 'claimed', 'cautioned'];
const QUOTE_TYPES = ['direct', 'direct', 'direct', 'indirect', 'mixed'];
const [CONTESTED, UNNAMED, UNDATED, SPANNING] = [0.03, 0.02, 0.1, 0.03];

/** Every so many statements one is aimed at those whom it does not name as well. */
const UNNAMED_TARGETS = 29;

/** What articles say alike about a statement that several of them render. */
export interface Saying {
  index: number;
  speaker: AuthorityRecord;
  target: AuthorityRecord;
  described: { id: string; text: string; act: string | null; said: object; about: string[] };
}

/** The events of the article that a statement may be about. */
type Occasions = { id: string }[];

export class Statements {
  readonly speaker: () => AuthorityRecord;
  readonly #random: Random;
  readonly #country: () => AuthorityRecord;
  readonly #organization: () => AuthorityRecord;
  readonly #sentence: (number: number) => string;
  readonly #act: () => string;

  constructor(random: Random, of: Sentences = sentences) {
    this.#random = random;
    this.speaker = random.ranked(PEOPLE);
    this.#country = random.ranked(COUNTRIES);
    this.#organization = random.ranked(ORGANIZATIONS);
    this.#sentence = of(random);
    this.#act = random.ranked(CODES);
  }

  /** Something that was said, about a day. */
  saying(index: number, day: string): Saying {
    const random = this.#random;
    const target = random.chance(0.8)
      ? this.#country()
      : random.chance(0.5)
        ? this.#organization()
        : this.speaker();
    const said = random.chance(UNDATED)
      ? { edtf: null, basis: 'unknown' }
      : { edtf: random.chance(SPANNING) ? multiDay(random, day) : day, basis: 'explicit' };
    const act = random.chance(0.05) ? null : this.#act();
    const about = [target.id];
    const described = { id: `s-${index}`, text: this.#sentence(index), act, said, about };
    return { index, speaker: this.speaker(), target, described };
  }

  /** Writes a rendering into a text and describes it as an annotator would. */
  rendered(text: ArticleText, { index, speaker, target, described }: Saying, occasions: Occasions): object {
    const random = this.#random;
    const isUnnamed = random.chance(UNNAMED);
    const by = isUnnamed ? 'A diplomat' : text.mention(speaker);
    const cue = `${by} ${random.one(VERBS)} of ${text.mention(target)} [${index}]`;
    text.line(`${cue}: “${described.text}”.`);
    const attribution = { basis: 'cue-named', confidence: random.one([0.95, 0.9, 0.6]), evidence: cue };
    const other = this.speaker();
    const isContested = !isUnnamed && other.id !== speaker.id && random.chance(CONTESTED);
    const attributions = [
      {
        ...attribution,
        speaker: isUnnamed ? null : speaker.id,
        rank: 'preferred',
        ...(isUnnamed && { flags: ['unnamed-speaker'] }),
      },
      ...(isContested
        ? [
            {
              ...attribution,
              speaker: other.id,
              rank: 'normal',
              basis: 'editor',
              confidence: 0.3,
              reason: 'The text is unclear.',
            },
          ]
        : []),
    ];
    const occasion = occasions[index % 20];
    const about = occasion ? [...described.about, occasion.id] : described.about;
    const at = occasion && index % 2 === 0 ? { at: [occasion.id] } : {};
    const quoteType = random.one(QUOTE_TYPES);
    const quote = quoteType === 'mixed' ? `“${described.text}”` : described.text;
    const quotation = { quoteType, quote, attributions };
    const unnamedTargets =
      index % UNNAMED_TARGETS === 0
        ? [{ words: described.text, role: index % 2 === 0 ? 'official' : 'leader', of: target.id }]
        : [];
    return { ...described, about, ...at, unnamedTargets, quotations: [quotation] };
  }
}

function multiDay(random: Random, day: string): string {
  const year = Number(day.slice(0, 4));
  return random.one([day.slice(0, 7), day.slice(0, 4), `${year - 1 - random.below(5)}/${year}`]);
}

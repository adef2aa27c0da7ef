import type { AnalysedText } from '../text/analysed-text.ts';
import type { FoundEntity } from './entities.ts';
import type { Gender } from './given-names.ts';

/** A place where a text speaks of a person outside of quotation marks, by name or by pronoun. */
export interface PersonMention {
  from: number;
  to: number;
  entity: FoundEntity;
  isPronoun: boolean;
}

const MOST_SENTENCES_BACK = 12;

/** A verb that reports, as it stands beside who speaks. */
const SAYS =
  /^(said|says|say|told|tells|added|adds|wrote|writes|asked|asks|tweeted|explained|noted|continued|argued|replied|concluded|recalled|insisted|declared|warned|responded|joked|claimed|remarked|stated|observed|quipped|acknowledged|suggested|called|calls|estimates)$/;

/** What speaks for a person, by feature. */
export type AntecedentWeights = Record<string, number>;

/** A person that a pronoun may mean, with what speaks for it. */
export interface Antecedent {
  entity: FoundEntity;
  features: string[];
}

/** The persons that a pronoun may mean: those that the sentences up to it speak of. */
export function antecedents(
  read: AnalysedText,
  mentions: readonly PersonMention[],
  at: number,
  gender: Gender,
): Antecedent[] {
  const { sentenceOf, sentences } = read;
  const sentence = sentenceOf[at]!;
  const byEntity = new Map<FoundEntity, PersonMention[]>();
  for (let nth = mentions.length - 1; nth >= 0; nth--) {
    const mention = mentions[nth]!;
    if (mention.from >= at) continue;
    if (sentence - sentenceOf[mention.from]! > MOST_SENTENCES_BACK) break;
    byEntity.set(mention.entity, [...(byEntity.get(mention.entity) ?? []), mention]);
  }
  const paragraph = sentences[sentence]!.paragraph;
  const latest = lastSpeaker(read, mentions, at);
  const kind = isSpeaker(read, at) ? 'says' : 'is';
  const order = [...byEntity];
  return order.map(([entity, own], nth): Antecedent => {
    const last = own[0]!;
    const back = sentence - sentenceOf[last.from]!;
    const subject = own.find((one) => isSubject(read, one));
    const subjectBack = subject ? sentence - sentenceOf[subject.from]! : 99;
    const far = paragraph - sentences[sentenceOf[last.from]!]!.paragraph;
    const features = [
      `back=${Math.min(back, 5)}`,
      `paragraph=${Math.min(far, 3)}`,
      `nth=${Math.min(nth, 3)}`,
      `subject=${subjectBack > 5 ? 'far' : subjectBack}`,
      `role=${roleOf(read, last)}`,
      `gender=${genderFit(entity, gender)}`,
      `named=${Math.min(3, entity.mentions.filter(({ from }) => from < at).length)}`,
      `pronoun=${last.isPronoun}`,
      `role-back=${roleOf(read, last)}/${Math.min(back, 2)}`,
      `sure=${entity.known !== null || entity.certainty > 0.8}`,
    ];
    if (entity === latest) features.push('speaker', `speaker-far=${Math.min(far, 2)}`, `speaker-${kind}`);
    if (kind === 'says') features.push(`says-role=${roleOf(read, last)}`, `says-back=${Math.min(back, 3)}`);
    if (isFirst(read, last)) features.push(`first=${Math.min(back, 2)}`);
    if (back === 0 && isSubject(read, last)) features.push('same-subject');
    return { entity, features };
  });
}

export const scoreOf = ({ features }: Antecedent, weights: AntecedentWeights): number =>
  features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0);

/** Whether the pronoun is that of a person who says something. */
const isSpeaker = ({ tokens }: AnalysedText, at: number) =>
  [at - 1, at + 1, at + 2].some((beside) => SAYS.test(tokens[beside]?.lower ?? ''));

/** Who spoke last: the last person beside a verb of saying. */
function lastSpeaker(
  read: AnalysedText,
  mentions: readonly PersonMention[],
  at: number,
): FoundEntity | undefined {
  return mentions.findLast((mention) => mention.from < at && roleOf(read, mention) === 'speaker')?.entity;
}

/** What a person does in a sentence, as far as the words beside the name tell. */
function roleOf(read: AnalysedText, { from, to }: PersonMention): string {
  const { tokens, sentenceOf } = read;
  const [before, after] = [tokens[from - 1], tokens[to]];
  const own = sentenceOf[from];
  if (/^['’]s?$/.test(after?.text ?? '')) return 'owner';
  if (sentenceOf[to] === own && SAYS.test(after?.lower ?? '')) return 'speaker';
  if (sentenceOf[from - 1] === own && SAYS.test(before?.lower ?? '')) return 'speaker';
  if (after?.tag === 'AUX' && SAYS.test(tokens[to + 1]?.lower ?? '')) return 'speaker';
  if (after?.text === ',' && saysAfterApposition(read, to)) return 'speaker';
  if (isSubject(read, { from, to })) return 'subject';
  if (before?.tag === 'ADP' || before?.tag === 'PART') return 'oblique';
  if (before?.tag === 'VERB') return 'object';
  return 'other';
}

const MOST_OF_APPOSITION = 25;

/** "Ada Bell, the mayor of Oslo, said": what stands between commas, and then a verb. */
function saysAfterApposition({ tokens, sentenceOf }: AnalysedText, comma: number): boolean {
  for (let at = comma + 1; at < Math.min(tokens.length, comma + MOST_OF_APPOSITION); at++) {
    if (sentenceOf[at] !== sentenceOf[comma]) return false;
    if (tokens[at]!.text === ',' && SAYS.test(tokens[at + 1]?.lower ?? '')) return true;
  }
  return false;
}

/** Whether a verb follows the name, or its apposition, and no preposition stands before it. */
export function isSubject(read: AnalysedText, { from, to }: { from: number; to: number }): boolean {
  const { tokens, sentenceOf } = read;
  if (tokens[from - 1]?.tag === 'ADP') return false;
  let at = to;
  while (/^(ADV)$/.test(tokens[at]?.tag ?? '')) at++;
  if (tokens[at]?.text === ',') {
    const end = at + MOST_OF_APPOSITION;
    for (at++; at < Math.min(tokens.length, end) && tokens[at]!.text !== ','; at++);
    at++;
  }
  return sentenceOf[at] === sentenceOf[from] && /^(VERB|AUX)$/.test(tokens[at]?.tag ?? '');
}

/** Whether a person is the first that its sentence speaks of. */
const isFirst = ({ sentences, sentenceOf }: AnalysedText, { from }: PersonMention): boolean =>
  from - sentences[sentenceOf[from]!]!.from <= 3;

function genderFit({ gender, isGenderSure }: FoundEntity, wanted: Gender): string {
  if (gender === null) return 'unknown';
  return `${gender === wanted ? 'same' : 'other'}${isGenderSure ? '-sure' : ''}`;
}

import { entitiesOf } from '../src/ingest/check/check-references.ts';
import { articleFacts } from '../src/ingest/facts/article-facts.ts';
import { type EntityRow, entityRow } from '../src/ingest/facts/entity-rows.ts';
import type { ArticleFacts } from '../src/ingest/facts/facts.ts';
import { withStatementIds } from '../src/ingest/facts/statement-id.ts';
import { Annotation, type AuthorityRecord } from '../src/model/annotation.ts';
import { ArticleText } from './generated/article-text.ts';
import { COUNTRIES, ORGANIZATIONS, PEOPLE, rolesOf } from './generated/authority.ts';
import { Events, type Happening } from './generated/events.ts';
import { Random } from './generated/random.ts';
import type { Sentences } from './generated/sentences.ts';
import { type Saying, Statements } from './generated/statements.ts';

export interface GeneratedInput {
  id: string;
  text: string;
  /** What an annotator would hand in, to be parsed by the schema `Annotation`. */
  annotation: unknown;
}

interface GenerateOptions {
  /** Statements of an article. */
  perArticle?: number;
  seed?: number;
  /** What statements say. */
  sentences?: Sentences;
  /** Whether statements are given ids, so that it is known which are one. */
  withIds?: boolean;
  /** Is told what each article says of its own, before it comes. */
  onSayings?: (sayings: readonly Saying[], day: string) => void;
}

const EVENTS_PER_STATEMENT = 1 / 4;
const RELATIONS_PER_STATEMENT = 1 / 20;
const [REPEATED, AUTHORED, UNPUBLISHED] = [0.5, 0.1, 0.03];
const PUBLISHERS = Array.from({ length: 40 }, (_, index) => `Daily ${index}`);

/** The people, countries and organizations of a generated graph: as many in each size, so that hubs grow with it. */
export const generatedAuthority = (): AuthorityRecord[] => [...PEOPLE, ...COUNTRIES, ...ORGANIZATIONS];

/**
 * Articles with a number of statements in all, the same for the same seed: speakers, targets, participants and acts are
 * Zipf-distributed, so that a few are very frequent (`person-0`, `country-0`). Articles repeat a statement or an event of
 * the one before them now and then.
 */
export function* generatedInputs(
  statements: number,
  { perArticle = 20, seed = 1, sentences, withIds = true, onSayings = () => {} }: GenerateOptions = {},
): Generator<GeneratedInput> {
  const random = new Random(seed);
  const writer = new Statements(random, sentences);
  const chronicle = new Events(random);
  const publisher = random.ranked(PUBLISHERS);
  const introduced = new Set<string>();
  let [events, relations] = [0, 0];
  let before: { saying?: Saying; event?: Happening } = {};
  for (let first = 0; first < statements; first += perArticle) {
    const count = Math.min(perArticle, statements - first);
    const text = new ArticleText();
    const day = random.day();
    const sayings = Array.from({ length: count }, (_, at) => writer.saying(first + at, day));

    const roles = sayings.flatMap(({ speaker }, at) => {
      const isNew = !introduced.has(speaker.id);
      introduced.add(speaker.id);
      return isNew || at === 0 ? introduction(text, speaker) : [];
    });

    const happenings: Happening[] = [];
    while (events < (first + count) * EVENTS_PER_STATEMENT) happenings.push(chronicle.happening(events++));
    const told = happenings.map((event) => chronicle.told(text, event));
    const isRepeated = random.chance(REPEATED);
    const retold = isRepeated && before.event ? [chronicle.told(text, before.event)] : [];
    const related: object[] = [];
    while (relations < (first + count) * RELATIONS_PER_STATEMENT)
      related.push(chronicle.related(text, relations++));

    const said = sayings.map((saying) => writer.rendered(text, saying, told.slice(0, 2)));
    const repeated = isRepeated && before.saying ? [writer.rendered(text, before.saying, [])] : [];

    const id = `generated-${first / perArticle}`;
    const author = random.chance(AUTHORED) ? writer.speaker() : null;
    const evidence = author && `By ${text.name(author)} for ${id}`;
    if (evidence) text.line(evidence);
    const annotation = {
      article: {
        title: `${text.mentions[0]?.exact ?? 'Talks'} on the record, part ${first / perArticle}`,
        language: 'en',
        publisher: publisher(),
        published: random.chance(UNPUBLISHED) ? null : day,
        ...(author && { authors: [{ person: author.id, confidence: 0.8, evidence }] }),
      },
      roles,
      events: [...told, ...retold],
      relations: related,
      statements: withIds ? [...said, ...repeated] : [...said, ...repeated].map(withoutId),
      mentions: text.mentions,
    };
    onSayings(sayings, day);
    yield { id, text: text.toString(), annotation };
    before = { saying: sayings.find(({ index }) => index % 20 > 1), event: happenings.at(-1) };
  }
}

const withoutId = (statement: object) => ({ ...statement, id: undefined });

function introduction(text: ArticleText, person: AuthorityRecord): object[] {
  return rolesOf(PEOPLE.indexOf(person)).map((role) => {
    const body = [...COUNTRIES, ...ORGANIZATIONS].find(({ id }) => id === role.of)!;
    const evidence = `${text.name(person)}, ${role.title} of ${text.name(body)}, spoke to reporters`;
    text.line(`${evidence}.`);
    return { ...role, evidence: [evidence] };
  });
}

const KNOWN = {
  records: new Map(generatedAuthority().map((record) => [record.id, record])),
  doubtful: new Set<string>(),
  complete: true,
};

/** The same authority as it is written. */
export const generatedEntities = (): EntityRow[] => generatedAuthority().map(entityRow);

/** The same articles as facts of the graph, through the same code as annotated articles. */
export function* generatedArticles(...of: Parameters<typeof generatedInputs>): Generator<ArticleFacts> {
  for (const input of generatedInputs(...of)) yield factsOfInput(input);
}

/** A generated article as facts of the graph. */
export function factsOfInput({ id, text, annotation }: GeneratedInput): ArticleFacts {
  const parsed = withStatementIds(id, Annotation.parse(annotation));
  const events = new Set(parsed.events.map((event) => event.id));
  const isOwn = (target: string) => events.has(target);
  const ids = { isEvent: isOwn, isOwn };
  const { facts, faults } = articleFacts(id, id, text, parsed, ids, entitiesOf(parsed, KNOWN));
  if (faults.length > 0) throw new Error(`${id}: ${faults[0]!.detail}`);
  return { ...facts, annotation };
}

import type { z } from 'zod';
import type { Annotation, Authority, AuthorityRecord } from '../model/annotation.ts';
import { nameKey } from '../model/name-key.ts';
import { attributionsOf } from './attribution/attributions.ts';
import { edtfOf, type FoundDate, findDates } from './dates/find-dates.ts';
import { type FoundEntity, groupNames, toldApart } from './entities/entities.ts';
import { countryNamed, regionOfAdjective, slugOf } from './entities/gazetteer.ts';
import { type NamedMention, namedMentions } from './entities/names.ts';
import { References } from './entities/references.ts';
import { type FoundEvent, findEvents } from './events.ts';
import type { Fitted } from './learned/fitted.ts';
import { draftMentions, findFirstPersons, mentionsByName } from './mentions.ts';
import { Quoting } from './quoting.ts';
import type { RawArticle } from './reading/raw-article.ts';
import { draftRelations } from './relations.ts';
import { type FoundRole, findRoles } from './roles.ts';
import { draftStatements } from './statements.ts';
import { type AnalysedText, analyse, placeOf, wordsOf } from './text/analysed-text.ts';

type DraftAnnotation = z.input<typeof Annotation>;
export type DraftRecord = z.input<typeof Authority>['entities'][number];

/** An annotation that no person has reviewed yet, with the entities that the authority file has not. */
export interface Draft {
  text: string;
  annotation: DraftAnnotation;
  entities: DraftRecord[];
}

/** An article whose words and names were found, before anything is said of whom they mean. */
export interface ReadArticle {
  article: RawArticle;
  read: AnalysedText;
  mentions: NamedMention[];
}

/** Finds the words and the names of an article. */
export function readNames(article: RawArticle): ReadArticle {
  const read = analyse(article.text);
  return { article, read, mentions: namedMentions(read) };
}

/**
 * Drafts the annotation of an article by rules and what was fitted: the same article gives the same draft.
 * @param authority entities that are known already; their names are looked for first.
 */
export const draftArticle = (
  article: RawArticle,
  authority: readonly AuthorityRecord[],
  fitted: Fitted,
): Draft => draftRead(readNames(article), authority, fitted);

/** The same of an article whose names are found, so that their bearers can be looked up before. */
export function draftRead(
  { article, read, mentions }: ReadArticle,
  authority: readonly AuthorityRecord[],
  fitted: Fitted,
): Draft {
  const { text } = article;
  const entities = groupNames(read, mentions, authority);
  const references = new References(read, entities, fitted.antecedents);
  const attributions = attributionsOf(read, fitted.attribution);
  references.settleQuoted(attributions);
  const quoting = new Quoting(text);
  const dates = findDates(text, dayOf(article.published));
  const roles = findRoles(read, entities, references);
  const reported = new Uint8Array(read.tokens.length);
  for (const { parts, confidence } of attributions)
    if (confidence.all >= 0.4) for (const { from, to } of parts) reported.fill(1, from, to);
  const events = findEvents(read, references, dates, (at) => reported[at] === 1);
  const quote = (run: { from: number; to: number }) => quoting.quote(...placeOf(read, run));
  const ids = new Set([...entities.map(({ id }) => id), ...authority.map(({ id }) => id)]);
  const draftedEvents = events.map((event) =>
    draftEvent(event, event.evidence.map(quote), wordsOf(read, event.evidence[0]!), ids),
  );
  const told = events.flatMap(({ evidence }, nth) => draftedEvents[nth]!.map(({ id }) => ({ id, evidence })));
  const statements = draftStatements({ read, references, quoting, acts: fitted.acts, told }, attributions);
  const roleFacts = roles.flatMap((role) => draftRole(role, quote(role.evidence)));
  const firstPersons = findFirstPersons(read, references, attributions);
  const mentioned = draftMentions(read, references, roles, firstPersons, quoting);
  const named = JSON.stringify([roleFacts, draftedEvents, statements, mentioned]);
  const isLeftOut = (id: string) => !named.includes(JSON.stringify(id));
  const others = mentionsByName(
    read,
    entities.filter(
      ({ id, certainty, mentions: of }) => certainty >= SURE_NAME && of.length > 0 && isLeftOut(id),
    ),
    quoting,
  );
  const isNamed = (id: string) => !isLeftOut(id) || others.some(({ entity }) => entity === id);
  const annotation: DraftAnnotation = {
    article: {
      title: article.title,
      language: article.language,
      ...(article.publisher !== null && { publisher: article.publisher }),
      ...(article.url !== null && { url: article.url }),
      ...(article.published !== null && { published: article.published }),
      review: 'draft',
      authors: authorsOf(article, entities, quoting),
    },
    roles: roleFacts,
    events: draftedEvents.flat(),
    relations: draftRelations({ read, quoting, roles, events, entities, isNamed }),
    statements,
    mentions: [...mentioned, ...others],
  };
  return { text, annotation, entities: newRecords(read, entities, annotation, authority) };
}

/** What a text names once or twice in passing stands in a draft where its type is as sure as that. */
const SURE_NAME = 0.85;

const dayOf = (published: string | null) =>
  published !== null && /^\d{4}-\d\d-\d\d$/.test(published) ? published : null;

function authorsOf(
  { byline, text }: RawArticle,
  entities: readonly FoundEntity[],
  quoting: Quoting,
): DraftAnnotation['article']['authors'] {
  return byline.flatMap((name) => {
    const person = entities.find(
      (entity) =>
        entity.type === 'Person' &&
        (entity.name === name || entity.mentions.some((mention) => mention.name === name)),
    );
    const at = text.indexOf(name);
    const evidence = at < 0 ? null : quoting.quote(at, at + name.length);
    return person && evidence ? [{ person: person.id, confidence: 0.9, evidence }] : [];
  });
}

type Evidence = ReturnType<Quoting['quote']>;

function draftRole(
  { person, kind, title, of, isFormer, rule, confidence }: FoundRole,
  evidence: Evidence,
): NonNullable<DraftAnnotation['roles']> {
  if (evidence === null) return [];
  const isOf = of !== null && of.id !== person.id && of.type !== 'Place';
  return [
    {
      person: person.id,
      kind,
      title,
      ...(isOf && { of: of.id }),
      ...(isFormer && { former: true }),
      evidence: [evidence],
      draft: { rule, confidence },
    },
  ];
}

function draftEvent(
  { kind, act, participants, place, date, confidence }: FoundEvent,
  given: Evidence[],
  label: string,
  ids: Set<string>,
): NonNullable<DraftAnnotation['events']> {
  const evidence = given.filter((one) => one !== null);
  if (evidence.length === 0) return [];
  const named = participants.length > 0 ? participants.map(({ entity }) => entity.id) : [slugOf(label)];
  const slug = [kind, ...named].join('-').slice(0, 100).replace(/-$/, '');
  let id = slug;
  for (let nth = 2; ids.has(id); nth++) id = `${slug}-${nth}`;
  ids.add(id);
  const dated = date && dateOf(date);
  return [
    {
      id,
      kind,
      label: label.replace(/\s+/g, ' ').slice(0, 300),
      ...(dated && { date: dated }),
      ...(place && { place: place.id }),
      ...(act && { act }),
      participants: participants.map(({ entity, role }) => ({ entity: entity.id, role })),
      evidence,
      draft: { rule: `event-${kind}`, confidence },
    },
  ];
}

function dateOf({ value, basis }: FoundDate) {
  const edtf = edtfOf(value);
  return edtf === null ? null : { edtf, basis };
}

/** Records of the entities that the annotation refers to and the authority file has not. */
function newRecords(
  read: AnalysedText,
  entities: readonly FoundEntity[],
  annotation: DraftAnnotation,
  authority: readonly AuthorityRecord[],
): DraftRecord[] {
  const text = JSON.stringify(annotation);
  const inAuthority = new Set(
    authority.flatMap(({ name, aliases }) =>
      [name, ...aliases.map((alias) => (typeof alias === 'string' ? alias : alias.text))].map(nameKey),
    ),
  );
  const taken = new Set(inAuthority);
  const used = entities.filter(({ id, known }) => known === null && text.includes(JSON.stringify(id)));
  for (const { name } of used) taken.add(nameKey(name));
  return used.map((entity): DraftRecord => {
    const own = new Set([nameKey(entity.name)]);
    const aliases: NonNullable<DraftRecord['aliases']> = [];
    for (const { name, country, certainty } of entity.mentions) {
      const key = nameKey(name);
      if (own.has(key) || certainty < 0.3 || country?.form === 'metonym') continue;
      own.add(key);
      const isShared = taken.has(key);
      taken.add(key);
      const kind =
        country?.form === 'adjective' || regionOfAdjective(name) !== undefined
          ? ('adjective' as const)
          : /^\p{Lu}{2,}$/u.test(name.replaceAll('.', ''))
            ? ('abbreviation' as const)
            : ('name' as const);
      aliases.push(
        isShared ? { text: name, kind, shared: true } : kind === 'name' ? name : { text: name, kind },
      );
    }
    for (const text of titledNames(read, entity)) {
      const key = nameKey(text);
      if (own.has(key) || taken.has(key)) continue;
      own.add(key);
      taken.add(key);
      aliases.push({ text, kind: 'title' });
    }
    // A name that a known entity bears would no longer find that one.
    const isBorne = inAuthority.has(nameKey(entity.name));
    if (isBorne) aliases.push({ text: entity.name, kind: 'name', shared: true });
    return {
      id: entity.id,
      type: entity.type,
      name: isBorne ? toldApart(entity.name, entity.type) : entity.name,
      ...(aliases.length > 0 && { aliases }),
      ...(entity.iso3166 !== null && { iso3166: entity.iso3166 }),
    };
  });
}

const LONGEST_TITLE = 4;

/** A person's names with the title before them, as the text has them: "General Ada Bell". */
const titledNames = (read: AnalysedText, { type, mentions }: FoundEntity): string[] =>
  type !== 'Person'
    ? []
    : mentions.flatMap(({ title, to }) =>
        title === null ||
        title.to - title.from > LONGEST_TITLE ||
        countryNamed(read.tokens[title.from - 1]?.text ?? '') !== undefined ||
        !/^\p{Lu}/u.test(read.tokens[title.from]!.text)
          ? []
          : [wordsOf(read, { from: title.from, to }).replace(/\s+/g, ' ')],
      );

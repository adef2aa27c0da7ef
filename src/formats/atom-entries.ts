import type { z } from 'zod';
import { PAGES } from '../limits.ts';
import type { Article } from '../model/article.ts';
import { type Change, thingsOfChange } from '../model/change.ts';
import type { Contest } from '../model/contest.ts';
import { type Decision, thingsOfDecision } from '../model/decision.ts';
import type { Entity, Relation } from '../model/entity.ts';
import type { Event } from '../model/event.ts';
import type { ListedExclusion } from '../model/excluded.ts';
import type { Mention } from '../model/mention.ts';
import type { Statement } from '../model/statement.ts';
import type { NameOf, Thing } from '../model/thing.ts';
import type { TimelineItem } from '../model/timeline.ts';
import type { AtomEntry } from './atom.ts';
import {
  articlePath,
  changePath,
  entityPath,
  eventPath,
  relationPath,
  statementPath,
} from './resource-paths.ts';

/*
 * Items of lists as entries of feeds: what a reader of feeds shows without opening the page.
 */

const MOST = 120;

/** Text in one line, of as many characters as a title has. */
function shortened(text: string): string {
  const characters = [...text.replaceAll(/\s+/g, ' ').trim()];
  return characters.length > MOST ? `${characters.slice(0, MOST).join('')}…` : characters.join('');
}

const NOT_NAMED = 'Not named';
const notNamed = ({ words }: { words: string }) => `“${words}” (not named)`;
const namesOf = (all: readonly { name: string }[]) => all.map(({ name }) => name).join(', ');
const lines = (...all: (string | false | null)[]) => all.filter(Boolean).join('\n');
const articlesOf = (all: readonly { article: string }[]): Thing[] =>
  [...new Set(all.map(({ article }) => article))].map((id) => ({ kind: 'article', id }));

export function statementEntry({
  id,
  text,
  said,
  act,
  speakers,
  about,
  unnamedTargets,
  contested,
  quotations,
}: Statement): AtomEntry {
  const whom = [...about.map(({ name }) => name), ...unnamedTargets.map(notNamed)];
  const titles = [...new Set(quotations.map(({ article }) => article.title))];
  return {
    path: statementPath(id),
    title: shortened(`${namesOf(speakers) || NOT_NAMED}: ${text}`),
    content: lines(
      text,
      whom.length > 0 && `About: ${whom.join(', ')}`,
      act && `Act: ${act.label}`,
      said.edtf !== null && `Said: ${said.edtf}`,
      contested.length > 0 && `Contested: ${contested.join(', ')}`,
      titles.length > 0 && `In: ${titles.join('; ')}`,
    ),
    authors: speakers.map(({ name }) => name),
    categories: [...(act ? [act.label] : []), ...contested.map((field) => `contested ${field}`)],
    of: [{ kind: 'statement', id }],
    day: said.latest,
  };
}

export const entityEntry = ({ id, type, name, description, roles }: Entity): AtomEntry => ({
  path: entityPath(id),
  title: name,
  content:
    lines(
      description,
      ...roles.map(({ kind, title, of }) => [title ?? kind, of?.name].filter(Boolean).join(', ')),
    ) || type,
  categories: [type],
  of: [{ kind: 'entity', id }],
});

export const eventEntry = ({ id, kind, label, date, act, place, participants }: Event): AtomEntry => ({
  path: eventPath(id),
  title: shortened(label),
  content: lines(
    label,
    date.edtf !== null && `When: ${date.edtf}`,
    place && `Where: ${place.name}`,
    participants.length > 0 && `Who: ${namesOf(participants.map(({ entity }) => entity))}`,
    act && `Act: ${act.label}`,
  ),
  categories: [kind],
  of: [{ kind: 'event', id }],
  day: date.latest,
});

export const articleEntry = ({ id, title, publisher, published, authors }: Article): AtomEntry => ({
  path: articlePath(id),
  title: shortened(title),
  content: lines(title, publisher, published.edtf, authors.length > 0 && `By ${namesOf(authors)}`),
  authors: authors.map(({ name }) => name),
  of: [{ kind: 'article', id }],
  day: published.latest,
});

export function relationEntry({
  id,
  subject,
  predicate,
  object,
  date,
  assertions,
  evidence,
}: Relation): AtomEntry {
  const told = `${subject.name} ${predicate.toLowerCase().replaceAll('_', ' ')} ${object.name}`;
  return {
    path: relationPath(subject.id, id),
    title: shortened(told),
    content: lines(told, date.edtf, ...evidence.map(({ exact }) => `“${exact}”`)),
    of: articlesOf(assertions),
    day: date.latest,
  };
}

export const mentionEntry = ({
  id,
  entity,
  form,
  article,
  evidence: { prefix, exact, suffix },
}: z.output<typeof Mention>): AtomEntry => ({
  path: `${articlePath(article.id)}#${id}`,
  title: shortened(`${entity?.name ?? exact} in ${article.title}`),
  content: `…${prefix}${exact}${suffix}…`,
  categories: [form],
  of: [{ kind: 'article', id: article.id }],
});

export const excludedEntry = ({
  id,
  reason,
  article,
  evidence: { exact },
}: z.output<typeof ListedExclusion>): AtomEntry => ({
  path: `${articlePath(article.id)}#${id}`,
  title: shortened(`${exact}, in ${article.title}`),
  content: lines(`“${exact}”`, reason),
  of: [{ kind: 'article', id: article.id }],
});

export function contestEntry({ type, id, text, differences }: z.output<typeof Contest>): AtomEntry {
  const fields = differences.map(({ field }) => field);
  return {
    path: type === 'event' ? eventPath(id) : statementPath(id),
    title: shortened(text),
    content: lines(text, `Contested: ${fields.join(', ')}`),
    categories: fields.map((field) => `contested ${field}`),
    of: [{ kind: type, id }],
  };
}

export const timelineEntry = ({
  kind,
  id,
  text,
  date,
  speakers,
  act,
}: z.output<typeof TimelineItem>): AtomEntry => {
  const isEvent = kind === 'event';
  return {
    path: isEvent ? eventPath(id) : statementPath(id),
    title: shortened(isEvent ? text : `${namesOf(speakers) || NOT_NAMED}: ${text}`),
    content: lines(text, date.edtf, act && `Act: ${act.label}`),
    categories: [kind],
    of: [{ kind: isEvent ? 'event' : 'statement', id }],
    day: date.latest,
  };
};

export function decisionEntry(decision: z.output<typeof Decision>, nameOf: NameOf): AtomEntry {
  const { id, kind, at, by, why } = decision;
  const names = thingsOfDecision(decision).map((one) => nameOf(one.kind, one.id) ?? one.id);
  const about = [...new Set(names)].map(shortened);
  return {
    path: `/v1/decisions/${id}`,
    title: shortened(`${kind}: ${about.join(', ')}`),
    content: lines(why, ...about),
    authors: [by],
    categories: [kind],
    of: [],
    at,
  };
}

/** What one commit did, by the lists of a change, in the order in which people ask for it. */
const DONE = {
  articlesAdded: 'Added',
  articlesReplaced: 'Replaced',
  articlesRemoved: 'Removed',
  decisions: 'Decisions',
  entities: 'People, countries, organizations and places',
  statements: 'Statements',
  events: 'Events',
} as const;

const BULK_LOAD = 'A bulk load, which may have changed everything';

/** What was added, replaced, removed and decided; where that is nothing, what was touched. */
export function changeEntry(change: z.output<typeof Change>, nameOf: NameOf): AtomEntry {
  const named = new Map(thingsOfChange(change).map(({ kind, id }) => [id, nameOf(kind, id)]));
  const told = (Object.keys(DONE) as (keyof typeof DONE)[])
    .filter((list) => change[list].length > 0)
    .map((list) => {
      const ids = change[list];
      const names = ids.slice(0, PAGES.named).map((id) => shortened(named.get(id) ?? id));
      const more = ids.length - names.length;
      return { list, text: `${DONE[list]}: ${names.join('; ')}${more > 0 ? ` and ${more} more` : ''}` };
    });
  const [first] = told;
  return {
    path: changePath(change.version),
    title: shortened(change.isBulk ? BULK_LOAD : (first?.text ?? `Version ${change.version}`)),
    content:
      lines(change.isBulk && BULK_LOAD, ...told.map(({ text }) => text)) || `Version ${change.version}`,
    ...(change.by !== null && { authors: [change.by] }),
    categories: told.map(({ list }) => list),
    of: [],
    at: change.at,
  };
}

/** A hit of a search, of any type. */
export function hitEntry({
  type,
  id,
  label,
}: {
  type: 'Statement' | 'Event' | 'Article' | 'Person' | 'Country' | 'Organization' | 'Place';
  id: string;
  label: string;
}): AtomEntry {
  const path = { Statement: statementPath, Event: eventPath, Article: articlePath } as Record<
    string,
    typeof entityPath
  >;
  const kind = { Statement: 'statement', Event: 'event', Article: 'article' } as const;
  return {
    path: (path[type] ?? entityPath)(id),
    title: shortened(label),
    content: label,
    categories: [type],
    of: [{ kind: (kind as Record<string, Thing['kind']>)[type] ?? 'entity', id }],
  };
}

import type { z } from 'zod';
import type { Article } from '../model/article.ts';
import type { Contest } from '../model/contest.ts';
import type { Decision } from '../model/decision.ts';
import type { Entity, Relation } from '../model/entity.ts';
import type { Event } from '../model/event.ts';
import type { ListedExclusion } from '../model/excluded.ts';
import type { Mention } from '../model/mention.ts';
import type { Statement } from '../model/statement.ts';
import type { TimelineItem } from '../model/timeline.ts';
import type { AtomEntry, ChangedThing } from './atom.ts';
import { articlePath, entityPath, eventPath, relationPath, statementPath } from './resource-paths.ts';

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
const articlesOf = (all: readonly { article: string }[]): ChangedThing[] =>
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

export const decisionEntry = ({
  id,
  kind,
  at,
  by,
  why,
  statement,
  article,
  ids,
  decision,
}: z.output<typeof Decision>): AtomEntry => ({
  path: `/v1/decisions/${id}`,
  title: shortened(`${kind}: ${[statement, article, ...ids, decision].filter(Boolean).join(', ')}`),
  content: why,
  authors: [by],
  categories: [kind],
  of: [],
  at,
});

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
    of: [{ kind: (kind as Record<string, ChangedThing['kind']>)[type] ?? 'entity', id }],
  };
}

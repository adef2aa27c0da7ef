import { articlePath, entityPath, eventPath } from '../../formats/resource-paths.ts';
import { html, joined, type SafeHtml } from '../html.ts';

interface Named {
  id: string | null;
  name: string;
  type: string | null;
}

/** The path of a thing, by its type. */
const thingPath = ({ id, type }: { id: string; type: string | null }) =>
  type === 'Event' ? eventPath(id) : entityPath(id);

/** A link to an entity or an event; its name alone where it has no id. */
export const thing = ({ id, name, type }: Named): SafeHtml =>
  id === null ? html`<bdi>${name}</bdi>` : html`<a href="${thingPath({ id, type })}"><bdi>${name}</bdi></a>`;

/** Links to several things, one after the other. */
export const things = (all: readonly Named[], between = ', '): SafeHtml => joined(all.map(thing), between);

/** A link to an article, or to a span of it. */
export const article = ({ id, title }: { id: string; title: string }, span?: string): SafeHtml =>
  html`<a href="${articlePath(id)}${span === undefined ? '' : `#${span}`}"><cite><bdi>${title}</bdi></cite></a>`;

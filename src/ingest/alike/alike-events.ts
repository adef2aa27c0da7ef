import { MATCHING } from '../../limits.ts';
import { anyWord } from '../../match/any-word.ts';
import { likeEvents, type ToldEvent } from '../../match/like-events.ts';
import { storedDays } from '../../match/rendering.ts';
import { DAY_IN_MS, dayOf } from '../../model/day.ts';
import type { ArticleFacts } from '../facts/facts.ts';
import type { Run } from '../write/locked-write.ts';
import { type Alike, likeliestFirst } from './alike.ts';

interface IdentifiedEvent extends ToldEvent {
  id: string;
}

/** The ids of the events that articles tell of. */
export const idsOfEvents = (articles: readonly ArticleFacts[]): Set<string> =>
  new Set(articles.flatMap(eventsOf).map(({ id }) => id));

/**
 * The events of the graph that those which articles tell of may be; each is offered.
 * @param given the ids of all events that are compared.
 */
export async function alikeEvents(
  run: Run,
  articles: readonly ArticleFacts[],
  given: ReadonlySet<string>,
): Promise<Alike[]> {
  const told = articles.flatMap(eventsOf);
  const known = new Map(told.map((event) => [event.id, event]));
  const sought = [...known.values()].flatMap((event) => soughtOf(event) ?? []);
  if (sought.length === 0) return [];
  const rows = await run<{ id: string; event: StoredEvent }>('like-events', {
    sought,
    limit: MATCHING.likeEvents,
  });
  const offers = rows.flatMap(({ id, event }): Alike[] => {
    const [one, other] = [known.get(id)!, storedEvent(event)];
    const offer = given.has(other.id) ? null : likeEvents(one, other);
    if (!offer) return [];
    const there = { id: other.id, text: other.label, article: null };
    return [{ outcome: 'offered', id, text: one.label, with: there, basis: null, ...offer }];
  });
  return offers.sort(likeliestFirst);
}

function eventsOf({ properties: { language }, facts }: ArticleFacts): IdentifiedEvent[] {
  return facts.flatMap(({ kind, properties: of, edges }) => {
    const told = kind === 'Account' && edges.find(({ toKind }) => toKind === 'Event');
    if (!told) return [];
    return {
      id: told.to,
      kind: String(of.kind),
      label: String(of.label),
      language: String(language),
      days: storedDays(of.dateEarliest, of.dateLatest),
      place: of.placeId === null ? null : String(of.placeId),
      participants: (of.participantIds as string[] | null) ?? [],
    };
  });
}

function soughtOf({ id, label, participants, days }: IdentifiedEvent) {
  const query = anyWord([label]);
  if (query === '') return null;
  const around = (day: string, by: number) => dayOf(Date.parse(day) + by * DAY_IN_MS);
  return {
    ...{ id, query, participants: days ? participants : [] },
    from: days && around(days.earliest, -1),
    until: days && around(days.latest, 2),
  };
}

interface StoredEvent {
  id: string;
  kind: string;
  label: string;
  dateEarliest: string | null;
  dateLatest: string | null;
  place: string | null;
  participants: string[];
  language: string;
}

const storedEvent = ({ dateEarliest, dateLatest, ...event }: StoredEvent): IdentifiedEvent => ({
  ...event,
  days: storedDays(dateEarliest, dateLatest),
});

import type { AttributionParts, QuotationParts, StatementParts } from '../../db/statement-json.ts';
import type { EntityLink } from '../../model/entity.ts';
import type { AboutAs } from '../../model/vocabulary.ts';
import type { QuotationSummary, StatementDerivation } from './derive-statement.ts';
import type { ArticleFacts, Fact } from './facts.ts';

/** The entities that facts point at, by id. */
export type Links = Pick<ReadonlyMap<string, EntityLink>, 'get'>;

type AttributionView = Omit<AttributionParts, 'speakers' | 'describedOf'> & {
  speakerIds: string[];
  describedOf: string | null;
};
type QuotationView = Omit<QuotationParts, 'attributions'> &
  Omit<QuotationSummary, 'attributions'> & { attributions: AttributionView[] };

/** What articles tell of a statement beside its own values; entities are given by their ids. */
export interface StatementView {
  /** The labels of the events that it is about, by id. */
  events: Record<string, string>;
  quotations: QuotationView[];
}

/** What articles tell of each statement that they state, by the id of the statement. */
export function statementViews(articles: ArticleFacts[]): Map<string, StatementView> {
  const views = new Map<string, StatementView>();
  for (const article of articles) {
    for (const [id, { events, quotations }] of viewsOf(article)) {
      const view = views.get(id);
      if (view) view.quotations.push(...quotations);
      else views.set(id, { events, quotations });
    }
  }
  return views;
}

function viewsOf({ id, properties: of, facts }: ArticleFacts): Map<string, StatementView> {
  const article = { id, title: String(of.title), published: of.publishedEdtf as string | null };
  const published = {
    publishedEarliest: of.publishedEarliest as string | null,
    publishedLatest: of.publishedLatest as string | null,
  };
  const labels = new Map<string, string>();
  const views = new Map<string, StatementView>();
  const quotations = new Map<string, QuotationView>();
  for (const fact of facts) if (fact.kind === 'Event') labels.set(fact.id, String(fact.properties.label));
  for (const fact of facts) {
    if (fact.kind !== 'Statement') continue;
    const events = fact.edges.filter(({ type, toEvent }) => type === 'ABOUT' && toEvent);
    views.set(fact.id, {
      events: Object.fromEntries(events.map(({ to }) => [to, labels.get(to)!])),
      quotations: [],
    });
  }
  for (const fact of facts) {
    if (fact.kind !== 'Quotation') continue;
    const values = fact.properties as Omit<QuotationParts, 'id' | 'article' | 'attributions'>;
    const view = { ...values, id: fact.id, ...published, article, attributions: [] };
    views.get(targets(fact, 'RENDERS')[0]!)!.quotations.push(view);
    quotations.set(fact.id, view);
  }
  for (const fact of facts) {
    if (fact.kind !== 'Attribution') continue;
    const values = fact.properties as Omit<AttributionView, 'id' | 'speakerIds' | 'describedOf'>;
    const [describedOf = null] = targets(fact, 'DESCRIBED_OF');
    const view = { ...values, id: fact.id, speakerIds: targets(fact, 'TO'), describedOf };
    quotations.get(targets(fact, 'ATTRIBUTES')[0]!)!.attributions.push(view);
  }
  return views;
}

/** The parts of a statement that its wire form is made of, out of what all its articles tell. */
export function statementParts(
  { id, properties, edges }: Pick<Fact, 'id' | 'properties' | 'edges'>,
  { properties: { contested, speakerIds } }: StatementDerivation,
  { events, quotations }: StatementView,
  links: Links,
): StatementParts {
  return {
    ...(properties as Omit<StatementParts, 'id' | 'contested' | 'speakerIds' | 'about' | 'quotations'>),
    id,
    contested,
    speakerIds,
    about: edges
      .filter(({ type }) => type === 'ABOUT')
      .map(({ to, toEvent, properties: own }) => ({
        ...(toEvent ? { id: to, name: events[to]!, type: 'Event' as const } : links.get(to)!),
        as: own!.as as AboutAs,
      })),
    quotations: quotations.map((quotation) => ({
      ...quotation,
      attributions: quotation.attributions.map((attribution) => ({
        ...attribution,
        speakers: attribution.speakerIds.map((speaker) => links.get(speaker)!),
        describedOf: attribution.describedOf === null ? null : links.get(attribution.describedOf)!,
      })),
    })),
  };
}

const targets = ({ edges }: Fact, type: string) =>
  edges.filter((edge) => edge.type === type).map(({ to }) => to);

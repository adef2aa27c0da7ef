import type { StatementParts } from '../../db/statement-json.ts';
import type { EntityLink, TargetLink } from '../../model/entity.ts';
import type { AboutAs } from '../../model/vocabulary.ts';
import type { StatementDerivation } from './derive-statement.ts';
import type { QuotationSource } from './sources.ts';

/** What statements show of the entities and events that they point at, by id. */
export interface Links {
  entity: (id: string) => EntityLink | undefined;
  /** The label of an event. */
  event: (id: string) => string | undefined;
}

/** The parts of a statement that its wire form is made of, out of its derivation and its quotations. */
export function statementParts(
  { fact: { id, properties, edges } }: StatementDerivation,
  quotations: readonly QuotationSource[],
  { entity, event }: Links,
): StatementParts {
  return {
    ...(properties as Omit<StatementParts, 'id' | 'about' | 'quotations'>),
    id,
    about: edges
      .filter(({ type }) => type === 'ABOUT')
      .map(({ to, toEvent, properties: own }) => ({
        ...(toEvent ? { id: to, name: event(to)!, type: 'Event' as const } : (entity(to)! as TargetLink)),
        as: own!.as as AboutAs,
        articles: own!.articles as string[],
      })),
    quotations: quotations.map((quotation) => ({
      ...quotation,
      attributions: quotation.attributions.map((attribution) => ({
        ...attribution,
        speakers: attribution.speakerIds.map((speaker) => entity(speaker)!),
        describedOf: attribution.describedOf === null ? null : entity(attribution.describedOf)!,
      })),
      unnamedTargets: quotation.unnamedTargets.map((target) => ({
        ...target,
        of: target.of === null ? null : entity(target.of)!,
      })),
    })),
  };
}

/** The entities and events that a statement and its quotations point at. */
export function linkedIds({ fact: { edges } }: StatementDerivation, quotations: readonly QuotationSource[]) {
  const about = edges.filter(({ type }) => type === 'ABOUT');
  return {
    entities: [
      ...about.filter(({ toEvent }) => !toEvent).map(({ to }) => to),
      ...quotations.flatMap(({ unnamedTargets }) => unnamedTargets.flatMap(({ of }) => of ?? [])),
      ...quotations.flatMap(({ attributions }) =>
        attributions.flatMap(({ speakerIds, describedOf }) => [
          ...speakerIds,
          ...(describedOf === null ? [] : [describedOf]),
        ]),
      ),
    ],
    events: about.filter(({ toEvent }) => toEvent).map(({ to }) => to),
  };
}

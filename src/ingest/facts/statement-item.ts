import type { z } from 'zod';
import type { EntityLink, TargetLink } from '../../model/entity.ts';
import type { Attribution, Quotation, Statement } from '../../model/statement.ts';
import type { Voice } from './derive.ts';
import type { ArticleFacts, Fact } from './facts.ts';

export type Link = z.output<typeof EntityLink>;
/** The entities that facts point at, by id. */
export type Links = Pick<ReadonlyMap<string, Link>, 'get'>;

/** What one article adds to the wire form of a statement; quotations of several articles are joined. */
export interface Shown {
  about: z.output<typeof TargetLink>[];
  quotations: z.output<typeof Quotation>[];
}

/**
 * The wire form of statements as far as one article tells it, by the id of the statement: the same that
 * `cypher/read/statement-item.cypher` reads out of the graph.
 */
export function shownBy({ id, properties, facts }: ArticleFacts, links: Links): Map<string, Shown> {
  const article = {
    id,
    title: String(properties.title),
    published: properties.publishedEdtf as string | null,
  };
  const labels = new Map(
    facts.filter(({ kind }) => kind === 'Event').map((event) => [event.id, String(event.properties.label)]),
  );
  const shown = new Map<string, Shown>();
  for (const fact of facts) {
    if (fact.kind !== 'Statement') continue;
    const about = targets(fact, 'ABOUT').map((to) =>
      labels.has(to) ? { id: to, name: labels.get(to)!, type: 'Event' as const } : links.get(to)!,
    );
    shown.set(fact.id, { about: about.sort((a, b) => compare(a.id, b.id)), quotations: [] });
  }
  const attributions = Map.groupBy(
    facts.filter(({ kind }) => kind === 'Attribution'),
    (attribution) => targets(attribution, 'ATTRIBUTES')[0],
  );
  for (const fact of facts) {
    if (fact.kind !== 'Quotation') continue;
    const { quoteType, cue, cueStart, cueEnd } = fact.properties;
    shown.get(targets(fact, 'RENDERS')[0]!)!.quotations.push({
      id: fact.id,
      quoteType,
      article,
      evidence: evidenceOf(fact),
      cue: cue === null ? null : { exact: cue, start: cueStart, end: cueEnd, unit: 'code-point' },
      attributions: (attributions.get(fact.id) ?? [])
        .sort(byStanding)
        .map((one) => attributionOf(one, links)),
    } as z.output<typeof Quotation>);
  }
  return shown;
}

/** A statement as it goes to the wire, put together of what all its articles show. */
export function statementItem(
  { id, properties: of }: Pick<Fact, 'id' | 'properties'>,
  { speaker, contested }: { speaker: Link | null; contested: boolean },
  { about, quotations }: Shown,
): z.output<typeof Statement> {
  const { saidEdtf: edtf, saidEarliest: earliest, saidLatest: latest, saidBasis: basis } = of;
  const { cameo, actLabel: label, plover, quadClass, goldstein } = of;
  return {
    id,
    text: of.text,
    said: { edtf, earliest, latest, basis },
    act: cameo === null ? null : { cameo, label, plover, quadClass, goldstein },
    speaker,
    contested,
    about,
    quotations: quotations.sort(
      (a, b) => compare(a.article.id, b.article.id) || a.evidence.start - b.evidence.start,
    ),
  } as z.output<typeof Statement>;
}

/** Who all quotations of a statement are attributed to. */
export const voicesOf = ({ quotations }: Shown): Voice[] =>
  quotations.flatMap(({ attributions }) =>
    attributions.map(({ speaker, rank, confidence }) => ({ speaker: speaker?.id ?? '', rank, confidence })),
  );

const RANKS = ['preferred', 'normal', 'deprecated'];

function byStanding(a: Fact, b: Fact): number {
  const [one, other] = [a.properties, b.properties];
  return (
    RANKS.indexOf(String(one.rank)) - RANKS.indexOf(String(other.rank)) ||
    Number(other.confidence) - Number(one.confidence) ||
    compare(a.id, b.id)
  );
}

function attributionOf(fact: Fact, links: Links) {
  const { rank, basis, confidence, reason, flags } = fact.properties;
  const speaker = targets(fact, 'TO')[0];
  return {
    speaker: speaker === undefined ? null : links.get(speaker)!,
    rank,
    basis,
    confidence,
    reason,
    flags: flags ?? [],
    evidence: evidenceOf(fact),
  } as z.output<typeof Attribution>;
}

function evidenceOf({ properties: { exact, prefix, suffix, start, end } }: Fact) {
  return { exact, prefix, suffix, start, end, unit: 'code-point' };
}

const targets = ({ edges }: Fact, type: string) =>
  edges.filter((edge) => edge.type === type).map(({ to }) => to);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

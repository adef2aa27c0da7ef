import { ACTS } from '../model/act.ts';
import type { Annotation, Mention, Quote, Statement } from '../model/annotation.ts';
import { dayRange } from '../model/date.ts';
import { Anchor, isSpan, type Span } from './anchor.ts';
import { type ArticleFacts, derivedId, digest, type Fact, fact } from './facts.ts';
import type { FieldPath } from './yaml-document.ts';

export interface AnchoredArticle {
  facts: ArticleFacts;
  faults: { path: FieldPath; message: string; expected: string; nearest?: string }[];
}

type Dated = { edtf: string | null; basis: string };

/** Turns an annotation into the facts of the graph; every quote becomes a span, or a fault that says why not. */
export function articleFacts(
  id: string,
  file: string,
  text: string,
  annotation: Annotation,
  isEvent: (id: string) => boolean,
): AnchoredArticle {
  const anchor = new Anchor(text);
  const faults: AnchoredArticle['faults'] = [];
  const facts = new Map<string, Fact>();
  const keep = (added: Fact) => facts.set(`${added.kind} ${added.id}`, added);

  function span(quote: Quote, path: FieldPath): Span {
    const found = anchor.find(quote);
    if (isSpan(found)) return found;
    faults.push({ path, ...found });
    return { exact: '', prefix: '', suffix: '', start: 0, end: 0 };
  }

  function keepSupported(supported: Fact, evidence: Quote[], path: FieldPath) {
    keep(supported);
    for (const [index, quote] of evidence.entries()) {
      const found = span(quote, [...path, 'evidence', index]);
      const evidenceId = derivedId('e', id, supported.kind, supported.id, found.start, found.end);
      keep(
        fact('Evidence', evidenceId, [...path, 'evidence', index], { ...found }, [
          { type: 'IN', to: id },
          { type: 'SUPPORTS', to: supported.id },
        ]),
      );
    }
  }

  for (const [index, role] of annotation.roles.entries()) {
    const { person, kind, title, of, from, until, former, evidence } = role;
    const roleId = derivedId('r', person, kind, title, of, from, until, String(former));
    const edges = [{ type: 'HELD_BY', to: person }, ...(of === null ? [] : [{ type: 'OF', to: of }])];
    const path = ['roles', index];
    keepSupported(fact('Role', roleId, path, { kind, title, from, until, former }, edges), evidence, path);
  }

  for (const [index, event] of annotation.events.entries()) {
    const edges = [
      ...event.participants.map(({ entity, role }) => ({
        type: 'PARTICIPANT',
        to: entity,
        properties: { role },
      })),
      ...(event.place === null ? [] : [{ type: 'AT', to: event.place }]),
    ];
    const properties = {
      kind: event.kind,
      label: event.label,
      ...dateProperties('date', event.date),
      ...actProperties(event.act),
      sortKey: sortKey(event.date, event.id),
    };
    const path = ['events', index];
    keepSupported(fact('Event', event.id, path, properties, edges), event.evidence, path);
  }

  for (const [index, { subject, predicate, object, date, evidence }] of annotation.relations.entries()) {
    const relationId = derivedId('l', subject, predicate, object, date.edtf, date.basis);
    const properties = { predicate, ...dateProperties('date', date) };
    const edges = [
      { type: 'SUBJECT', to: subject },
      { type: 'OBJECT', to: object },
    ];
    const path = ['relations', index];
    keepSupported(fact('Relation', relationId, path, properties, edges), evidence, path);
  }

  for (const [index, statement] of annotation.statements.entries()) {
    const spans = statement.quotations.map(({ quote }, at) =>
      span(quote, ['statements', index, 'quotations', at, 'quote']),
    );
    keep(statementFact(statement, index, spans, isEvent));
    for (const [at, quotation] of statement.quotations.entries()) {
      const path = ['statements', index, 'quotations', at];
      const said = spans[at]!;
      const cue = quotation.cue === null ? null : span(quotation.cue, [...path, 'cue']);
      const quotationId = derivedId('q', id, statement.id, said.start, said.end);
      const properties = {
        quoteType: quotation.quoteType,
        ...said,
        cue: cue?.exact ?? null,
        cueStart: cue?.start ?? null,
        cueEnd: cue?.end ?? null,
      };
      keep(
        fact('Quotation', quotationId, path, properties, [
          { type: 'IN', to: id },
          { type: 'RENDERS', to: statement.id },
        ]),
      );
      for (const [nth, attribution] of quotation.attributions.entries()) {
        const { speaker, rank, basis, confidence, reason, flags, evidence } = attribution;
        const attributionPath = [...path, 'attributions', nth];
        const named = span(evidence, [...attributionPath, 'evidence']);
        keep(
          fact(
            'Attribution',
            derivedId('a', quotationId, speaker, basis, named.start),
            attributionPath,
            { rank, basis, confidence, reason, flags, ...named },
            [
              { type: 'ATTRIBUTES', to: quotationId },
              ...(speaker === null ? [] : [{ type: 'TO', to: speaker }]),
            ],
          ),
        );
      }
    }
  }

  for (const mention of resolvedMentions(anchor, annotation.mentions, faults)) {
    const { entity, form, reason, path, span: found } = mention;
    keep(
      fact('Mention', derivedId('m', id, entity, found.start, found.end), path, { form, reason, ...found }, [
        { type: 'IN', to: id },
        ...(entity === null ? [] : [{ type: 'REFERS_TO', to: entity }]),
      ]),
    );
  }

  for (const [index, { quote, reason }] of annotation.setAside.entries()) {
    const found = span(quote, ['setAside', index, 'quote']);
    const setAsideId = derivedId('x', id, found.start, found.end);
    keep(fact('SetAside', setAsideId, ['setAside', index], { reason, ...found }, [{ type: 'IN', to: id }]));
  }

  const { title, language, publisher, url, published, authors } = annotation.article;
  const dates = published === null ? null : dayRange(published);
  const properties = {
    title,
    language,
    publisher,
    url,
    text,
    sha256: digest(text),
    length: anchor.length,
    publishedEdtf: published,
    publishedEarliest: dates?.earliest ?? null,
    publishedLatest: dates?.latest ?? null,
  };
  const credited = authors.map(({ person, confidence, reason, evidence }, index) => ({
    person,
    confidence,
    reason,
    evidence: { ...span(evidence, ['article', 'authors', index, 'evidence']) },
  }));
  const all = [...facts.values()];
  const hashes = all.map(({ kind, id: factId, hash }) => [kind, factId, hash].join(' ')).sort();
  return {
    facts: {
      id,
      file,
      properties,
      authors: credited,
      facts: all,
      digest: digest([properties, credited, hashes]),
    },
    faults,
  };
}

function statementFact(
  statement: Statement,
  index: number,
  spans: Span[],
  isEvent: (id: string) => boolean,
): Fact {
  const direct = statement.quotations.findIndex(({ quoteType }) => quoteType === 'direct');
  const text = statement.text ?? spans[Math.max(direct, 0)]!.exact;
  const properties = {
    text,
    ...actProperties(statement.act),
    ...dateProperties('said', statement.said),
    sortKey: sortKey(statement.said, statement.id),
  };
  const edges = [
    ...statement.about.map((id) => ({ type: 'ABOUT', to: id, toEvent: isEvent(id) })),
    ...statement.at.map((id) => ({ type: 'SAID_AT', to: id })),
  ];
  return fact('Statement', statement.id, ['statements', index], properties, edges);
}

interface ResolvedMention extends Pick<Mention, 'entity' | 'form' | 'reason'> {
  path: FieldPath & (string | number)[];
  span: Span;
}

/** One mention per span and entity: of two that overlap and mean the same entity, the longer is kept. */
function resolvedMentions(
  anchor: Anchor,
  mentions: Mention[],
  faults: AnchoredArticle['faults'],
): ResolvedMention[] {
  const found = mentions.flatMap((mention, index): ResolvedMention[] => {
    const path = ['mentions', index];
    return mentionSpans(anchor, mention, path, faults).map((span) => ({ ...mention, path, span }));
  });
  const kept = new Map<string, ResolvedMention[]>();
  for (const mention of found.sort(
    (a, b) => length(b.span) - length(a.span) || a.span.start - b.span.start,
  )) {
    const key = mention.entity ?? '';
    const longer = kept.get(key) ?? [];
    if (!longer.some(({ span }) => span.start < mention.span.end && mention.span.start < span.end)) {
      kept.set(key, [...longer, mention]);
    }
  }
  return [...kept.values()].flat().sort((a, b) => a.span.start - b.span.start);
}

function mentionSpans(
  anchor: Anchor,
  { exact, prefix, suffix, occurrence }: Mention,
  path: (string | number)[],
  faults: AnchoredArticle['faults'],
): Span[] {
  const quote = { exact, prefix, suffix };
  const wanted = occurrence === 'all' ? anchor.ordinals(quote) : [occurrence].flat();
  return wanted.flatMap((nth) => {
    const found = anchor.findWords({ ...quote, occurrence: nth });
    if (isSpan(found)) return [found];
    faults.push({ path: [...path, 'exact'], ...found });
    return [];
  });
}

const length = (span: Span) => span.end - span.start;

function dateProperties(name: string, { edtf, basis }: Dated): Record<string, string | null> {
  const range = edtf === null ? null : dayRange(edtf);
  return {
    [`${name}Edtf`]: edtf,
    [`${name}Earliest`]: range?.earliest ?? null,
    [`${name}Latest`]: range?.latest ?? null,
    [`${name}Basis`]: basis,
  };
}

function actProperties(code: string | null) {
  const act = code === null ? undefined : ACTS.get(code);
  return {
    cameo: code,
    actLabel: act?.label ?? null,
    plover: act?.plover ?? null,
    quadClass: act?.quadClass ?? null,
    goldstein: act?.goldstein ?? null,
  };
}

/** Orders by first possible day, then by id; what has no date sorts before every day. */
const sortKey = ({ edtf }: Dated, id: string) =>
  `${(edtf && dayRange(edtf)?.earliest) ?? '0000-00-00'}_${id}`;

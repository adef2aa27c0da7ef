import type { z } from 'zod';
import type { Annotation } from '../model/annotation.ts';
import { edtfOf } from './dates/find-dates.ts';
import type { FoundEntity } from './entities/entities.ts';
import { countryNamed } from './entities/gazetteer.ts';
import type { FoundEvent } from './events.ts';
import type { Quoting } from './quoting.ts';
import type { FoundRole } from './roles.ts';
import { type AnalysedText, placeOf } from './text/analysed-text.ts';
import type { Run } from './text/sentences.ts';

type DraftRelation = NonNullable<z.input<typeof Annotation>['relations']>[number];

interface Given {
  read: AnalysedText;
  quoting: Quoting;
  roles: readonly FoundRole[];
  events: readonly FoundEvent[];
  entities: readonly FoundEntity[];
  /** Entities that the rest of the draft names. */
  isNamed: (id: string) => boolean;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Few relations: those that follow from a role, from an event, or from the name of a body of a country. */
export function draftRelations({ read, quoting, roles, events, entities, isNamed }: Given): DraftRelation[] {
  const quote = (run: Run) => quoting.quote(...placeOf(read, run));
  const found = [
    ...roles.flatMap((role) => ofRole(role, quote(role.evidence))),
    ...events.flatMap((event) => ofEvent(event, quote(event.evidence[0]!))),
    ...bodies(entities, isNamed, quote),
  ];
  const seen = new Set<string>();
  return found.filter(({ subject, predicate, object }) => {
    const key = `${subject} ${predicate} ${object}`;
    return !seen.has(key) && seen.add(key);
  });
}

type Evidence = ReturnType<Quoting['quote']>;

function ofRole(
  { person, kind, title, of, isFormer, confidence }: FoundRole,
  evidence: Evidence,
): DraftRelation[] {
  if (evidence === null || of === null || isFormer || of.id === person.id) return [];
  const predicate =
    kind === 'leader' &&
    /president|prime minister|chancellor|king|queen|chairman|leader|head|premier/i.test(title) &&
    !/vice|deputy/i.test(title)
      ? ('LEADS' as const)
      : kind === 'military' && /^command(er|ant)|chief/i.test(title)
        ? ('COMMANDS' as const)
        : kind === 'spokesperson'
          ? ('SPOKESPERSON_OF' as const)
          : kind === 'analyst' && / on /.test(title)
            ? ('EXPERT_ON' as const)
            : null;
  if (predicate === null) return [];
  return [relation(person.id, predicate, of.id, evidence, 'relation-of-role', confidence * 0.9)];
}

const relation = (
  subject: string,
  predicate: DraftRelation['predicate'],
  object: string,
  evidence: NonNullable<Evidence>,
  rule: string,
  confidence: number,
): DraftRelation => ({
  ...{ subject, predicate, object, evidence: [evidence] },
  draft: { rule, confidence: round(confidence) },
});

/** What an event leaves between its actor and its recipient. */
const LEFT_BY: Partial<Record<FoundEvent['kind'], DraftRelation['predicate']>> = {
  independence: 'INDEPENDENT_FROM',
  pressure: 'PRESSURES',
};

function ofEvent({ kind, participants, date, confidence }: FoundEvent, evidence: Evidence): DraftRelation[] {
  const predicate = LEFT_BY[kind];
  const actor = participants.find(({ role }) => role === 'actor');
  const recipient = participants.find(({ role }) => role === 'recipient');
  if (!predicate || !actor || !recipient || evidence === null) return [];
  const edtf = kind === 'independence' && date ? edtfOf(date.value) : null;
  return [
    {
      ...relation(
        actor.entity.id,
        predicate,
        recipient.entity.id,
        evidence,
        'relation-of-event',
        confidence * 0.9,
      ),
      ...(edtf !== null && date && { date: { edtf, basis: date.basis } }),
    },
  ];
}

const BODY =
  /\b(military|Military|army|Army|navy|Navy|police|Police|armed forces|Armed Forces|Force|Forces|Command|parliament|Parliament|legislature|Congress|Senate|Department|Ministry|Treasury)$/;

/** "Norlandic army", "US Central Command": a body of the country that its name begins with. */
function bodies(
  entities: readonly FoundEntity[],
  isNamed: (id: string) => boolean,
  quote: (run: Run) => Evidence,
): DraftRelation[] {
  return entities.flatMap((entity): DraftRelation[] => {
    if (entity.type !== 'Organization' || !BODY.test(entity.name) || !isNamed(entity.id)) return [];
    const words = entity.name.split(' ');
    const country = countryNamed(words[0]!) ?? countryNamed(words.slice(0, 2).join(' '));
    const whole =
      country && country.form !== 'metonym'
        ? entities.find(({ iso3166 }) => iso3166 === country.iso3166)
        : undefined;
    const evidence = quote(entity.mentions[0]!);
    if (!whole || evidence === null) return [];
    return [relation(entity.id, 'PART_OF', whole.id, evidence, 'relation-of-name', 0.75)];
  });
}

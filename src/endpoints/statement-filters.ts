import { z } from 'zod';
import type { Parameters } from '../db/client.ts';
import { codesOfAct, nearestAct } from '../model/act.ts';
import { nameKey } from '../model/name-key.ts';
import { type AboutAs, AttributionFlag, Polarity, QuoteType, RoleKind } from '../model/vocabulary.ts';
import type { PagePlan } from '../query/define.ts';
import { dateRanges, dayParameters } from '../query/page.ts';
import {
  entity,
  entityOrEvent,
  event,
  eventDay,
  firstDay,
  flag,
  fraction,
  lastDay,
  oneOf,
  searchText,
  several,
  slug,
  text,
  undated,
  wholeNumber,
} from '../query/parameters.ts';
import { changedSince } from '../query/resolve-changes.ts';
import { fullTextQuery } from '../search/full-text.ts';
import { type CountedTypes, refuseIdleTypes } from './counted-types.ts';

const EXPECTED_ACT =
  'expected a CAMEO code such as 05 or 051, a PLOVER event type such as SUPPORT, or a label or its beginning such as praise: /v1/vocabularies/acts has all';

const act = text()
  .superRefine((value, context) => {
    if (codesOfAct(value).length > 0) return;
    context.addIssue({ code: 'custom', message: EXPECTED_ACT, params: { nearest: nearestAct(value) } });
  })
  .meta({
    description:
      'What the speaker does by saying it: a CAMEO code, a label, the beginning of one, or a PLOVER event type. 051 is praise, 111 criticism. With `aboutAs=target` it is done to what is asked for by `about`.',
    examples: [['051', '111']],
  });

/** What counts as an outlet. */
export const OUTLET = 'An outlet is a publisher; an article that names none is one of its own.';

const outletName = (description: string) => text().meta({ description, examples: ['The Invented Gazette'] });

const outletNumber = (which: string) =>
  wholeNumber(1, 1000, 1, `${which} number of outlets that report it. ${OUTLET}`).meta({
    default: undefined,
    examples: [2],
  });

/** The filters of statements, which apply wherever statements are listed or counted. */
export const statementFilters = {
  speaker: several(entity('Who said it.', 'Kurilla')).optional(),
  about: several(entityOrEvent('Whom or what it is about.', 'pakistan')).optional(),
  aboutAs: oneOf(
    ['target', 'topic', 'any'],
    'How it is about it: as a target, whom the act is aimed at, or as a topic that is spoken of. By default any, but only targets where `polarity` is given: what is said against one country is not said against another that it mentions.',
  ).optional(),
  speakerRole: several(
    RoleKind.meta({
      description:
        'Kind of a role that a speaker holds or held; also of those who are described where nobody is named ("Iraqi officials").',
    }),
  ).optional(),
  speakerOf: several(
    entity(
      'The country, organization or person that a speaker holds or held a role of, or that those are of who are described where nobody is named.',
      'CENTCOM',
    ),
  ).optional(),
  speakerCountry: several(
    entity(
      'Country of a speaker: itself, one of its organizations, a citizen, who holds or held a role of either, or those who are described as of it where nobody is named.',
      'United States',
    ),
  ).optional(),
  currentRole: flag(
    'Whether the speaker holds the role of `speakerRole`, or any role, now: `true` for one that no source calls former and whose end none gives, `false` for one that has ended.',
  ).optional(),
  targetRole: several(
    RoleKind.meta({
      description:
        'Kind of a role of a target, as `speakerRole` is that of a speaker; also of those who are described and not named.',
    }),
  ).optional(),
  targetOf: several(
    entity(
      'What a target holds or held a role of, or those are of who are described and not named: as `speakerOf`.',
      'pakistan-armed-forces',
    ),
  ).optional(),
  targetCountry: several(
    entity(
      'Country of a target, or of those who are described and not named: as `speakerCountry`.',
      'Pakistan',
    ),
  ).optional(),
  act: several(act).optional(),
  polarity: several(Polarity.meta({ description: 'Sign of the Goldstein score of the act.' })).optional(),
  quoteType: several(QuoteType.meta({ description: 'Statements with a rendering of this type.' })).optional(),
  saidFrom: firstDay('Said then or later.', '2018').optional(),
  saidTo: lastDay('Said then or earlier.', '2018-06').optional(),
  before: eventDay('Said before this event began, or on that day.', 'trump-munir-meeting-2025', {
    side: 'beginning',
    bounds: 'saidTo',
  }).optional(),
  after: eventDay('Said after this event ended, or on that day.', 'pakistan-independence-1947', {
    side: 'end',
    bounds: 'saidFrom',
  }).optional(),
  undated: undated('statements'),
  at: several(event('At which event it was said.', 'trump-munir-meeting-2025')).optional(),
  reportedFrom: firstDay('Reported by an article published then or later.', '2025').optional(),
  reportedTo: lastDay('Reported by an article published then or earlier.', '2026-12-31').optional(),
  article: several(slug('Id of an article that reports it.', 'shifting-sands')).optional(),
  publisher: several(
    text().meta({
      description: 'Who published an article that reports it, by name; case and dots make no difference.',
      examples: ['The Invented Gazette'],
    }),
  ).optional(),
  onlyOutlet: several(
    outletName('Statements that only this publisher reports, or only some of several, by name.'),
  ).optional(),
  firstOutlet: several(
    outletName(
      'Statements that this publisher reported first, by name: on the earliest day that an article which reports it gives.',
    ),
  ).optional(),
  minOutlets: outletNumber('Least').optional(),
  maxOutlets: outletNumber('Greatest').optional(),
  changedSince: changedSince('statements').optional(),
  q: searchText('Words that it contains.', 'counterterrorism').optional(),
  attribution: oneOf(
    ['preferred', 'any'],
    'Which attributions count: the preferred one, or any of them but those that are deprecated, which count nowhere.',
  ).default('preferred'),
  contested: flag('Only statements of which something is contested, or nothing.').optional(),
  unattributed: flag(
    'Only statements for which nobody is named, or only the others. With `attribution=any` those for which no attribution names a speaker.',
  ).optional(),
  unnamedTarget: flag(
    'Only statements that are aimed at those whom they describe and do not name ("these gangs"), or only the others.',
  ).optional(),
  minConfidence: fraction('Least confidence of the preferred attribution.', 0.5).optional(),
  maxConfidence: fraction('Greatest confidence of the preferred attribution.', 0.5).optional(),
  flag: several(
    AttributionFlag.meta({ description: 'Statements with an attribution that is weakened by this.' }),
  ).optional(),
};

const Filters = z.object(statementFilters);

export type StatementFilters = z.output<typeof Filters>;

/** How statements have to be about what counts; undefined where either way will do. Polarity counts towards targets. */
export function countedAs({
  aboutAs,
  polarity,
}: Pick<StatementFilters, 'aboutAs' | 'polarity'>): AboutAs | undefined {
  if (aboutAs !== undefined) return aboutAs === 'any' ? undefined : aboutAs;
  return polarity === undefined ? undefined : 'target';
}

/** The filters as the parameters of the table of statements; days are left to the ranges of a list. */
export function statementParameters(filters: StatementFilters): Parameters {
  const {
    speaker,
    speakerRole,
    currentRole,
    speakerOf,
    speakerCountry,
    unattributed,
    aboutAs,
    act,
    attribution,
    flag: flags,
    publisher,
    onlyOutlet,
    firstOutlet,
    q,
    saidFrom: _from,
    saidTo: _to,
    before: _before,
    after: _after,
    undated: _undated,
    ...rest
  } = filters;
  const isHeld = speakerRole !== undefined && currentRole !== undefined;
  const role = isHeld
    ? { heldRole: { kinds: speakerRole, current: currentRole } }
    : { speakerRole, currentRole };
  const ofSpeaker = { speaker, ...role, speakerOf, speakerCountry, flag: flags };
  const as = countedAs(filters);
  return {
    ...rest,
    ...(attribution === 'preferred'
      ? { ...ofSpeaker, unattributed }
      : { ...byAny(ofSpeaker), unattributedByAny: unattributed }),
    ...(filters.about === undefined
      ? { anythingAs: aboutAs && as }
      : { aboutAs: as && { ids: filters.about, as } }),
    publisher: publisher?.map(nameKey),
    onlyOutlet: onlyOutlet?.map(nameKey),
    firstOutlet: firstOutlet?.map(nameKey),
    q: q === undefined ? undefined : fullTextQuery(q),
    codes: act && [...new Set(act.flatMap(codesOfAct))],
  };
}

/** The same parameters for what any attribution says, by names such as `anySpeaker`. */
const byAny = (parameters: Parameters): Parameters =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      `any${name[0]!.toUpperCase()}${name.slice(1)}`,
      value,
    ]),
  );

/** A list of the statements that match, in the order of the day they were said. */
export function statementPages({
  sort,
  facets = [],
  speakerType,
  targetType,
  ...filters
}: StatementFilters & CountedTypes & { sort: 'newest' | 'oldest'; facets?: string[] }): PagePlan {
  refuseIdleTypes({ speakerType, targetType }, 'facets', facets);
  const { saidFrom: from, saidTo: to, undated: without } = filters;
  const descending = sort === 'newest';
  return {
    given: statementParameters(filters),
    ranges: dateRanges({ from, to, undated: without, descending }, 'saidFrom'),
    descending,
    counted: dayParameters({ from, to, undated: without }),
  };
}

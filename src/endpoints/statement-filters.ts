import { z } from 'zod';
import type { Parameters } from '../db/client.ts';
import { codesOfAct, nearestAct } from '../model/act.ts';
import { type AboutAs, Polarity, QuoteType, RoleKind } from '../model/vocabulary.ts';
import type { PagePlan } from '../query/define.ts';
import { dateRanges } from '../query/page.ts';
import {
  entity,
  entityOrEvent,
  firstDay,
  flag,
  fraction,
  lastDay,
  oneOf,
  searchText,
  several,
  slug,
  text,
} from '../query/parameters.ts';
import { fullTextQuery } from '../search/full-text.ts';

const EXPECTED_ACT =
  'expected a CAMEO code such as 05 or 051, a PLOVER event type such as SUPPORT, or a label or its beginning such as praise: /v1/vocabularies/acts has all';

const act = text()
  .superRefine((value, context) => {
    if (codesOfAct(value).length > 0) return;
    context.addIssue({ code: 'custom', message: EXPECTED_ACT, params: { nearest: nearestAct(value) } });
  })
  .meta({
    description:
      'What the speaker does by saying it: a CAMEO code, a label, the beginning of one, or a PLOVER event type. 051 is praise, 111 criticism.',
    examples: [['051', '111']],
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
    RoleKind.meta({ description: 'Kind of a role that the speaker holds or held.' }),
  ).optional(),
  act: several(act).optional(),
  polarity: several(Polarity.meta({ description: 'Sign of the Goldstein score of the act.' })).optional(),
  quoteType: several(QuoteType.meta({ description: 'Statements with a rendering of this type.' })).optional(),
  saidFrom: firstDay('Said then or later.', '2018').optional(),
  saidTo: lastDay('Said then or earlier.', '2018-06').optional(),
  includeUndated: flag(
    'Whether statements without a date stay in when a day is given; false by default.',
  ).optional(),
  reportedFrom: firstDay('Reported by an article published then or later.', '2025').optional(),
  reportedTo: lastDay('Reported by an article published then or earlier.', '2026-12-31').optional(),
  article: several(slug('Id of an article that reports it.', 'shifting-sands')).optional(),
  q: searchText(
    'Words that it contains, all of them; phrases in double quotes.',
    'counterterrorism',
  ).optional(),
  attribution: oneOf(
    ['preferred', 'any'],
    'Which attributions count: the preferred one, or any of them but those that are deprecated, which count nowhere.',
  ).default('preferred'),
  contested: flag('Only statements of which something is contested, or nothing.').optional(),
  unattributed: flag(
    'Only statements for which nobody is named, or only the others. With `attribution=any` those for which no attribution names a speaker.',
  ).optional(),
  minConfidence: fraction('Least confidence of the preferred attribution.', 0.5).optional(),
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
    unattributed,
    aboutAs,
    act,
    attribution,
    q,
    saidFrom: _from,
    saidTo: _to,
    includeUndated: _undated,
    ...rest
  } = filters;
  const isPreferred = attribution === 'preferred';
  const as = countedAs(filters);
  return {
    ...rest,
    ...(isPreferred
      ? { speaker, speakerRole, unattributed }
      : { anySpeaker: speaker, anySpeakerRole: speakerRole, unattributedByAny: unattributed }),
    ...(filters.about === undefined
      ? { anythingAs: aboutAs && as }
      : { aboutAs: as && { ids: filters.about, as } }),
    q: q === undefined ? undefined : fullTextQuery(q),
    codes: act && [...new Set(act.flatMap(codesOfAct))],
  };
}

/** A list of the statements that match, in the order of the day they were said. */
export function statementPages({
  sort,
  facets: _facets,
  ...filters
}: StatementFilters & { sort: 'newest' | 'oldest'; facets?: unknown }): PagePlan {
  const { saidFrom: from, saidTo: to, includeUndated } = filters;
  const descending = sort === 'newest';
  return {
    given: statementParameters(filters),
    ranges: dateRanges({ from, to, includeUndated, descending }, 'saidFrom'),
    descending,
  };
}

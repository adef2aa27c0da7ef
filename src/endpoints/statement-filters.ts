import { z } from 'zod';
import type { Parameters } from '../db/client.ts';
import { ACTS, PLOVER_EVENT_TYPES } from '../model/act.ts';
import { Polarity, QuoteType, RoleKind } from '../model/vocabulary.ts';
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
  slug,
  text,
} from '../query/parameters.ts';
import { fullTextQuery } from '../search/full-text.ts';

const beginsCameoCode = (part: string) =>
  /^\d{2,4}$/.test(part) && [...ACTS.keys()].some((code) => code.startsWith(part));

const acts = text()
  .transform((value) => value.split(',').map((part) => part.trim()))
  .refine(
    (parts) => parts.every((part) => beginsCameoCode(part) || PLOVER_EVENT_TYPES.has(part.toUpperCase())),
    {
      error: `expected CAMEO codes such as 05 or 051, or PLOVER event types (${[...PLOVER_EVENT_TYPES].join(', ')}), separated by commas`,
    },
  )
  .meta({
    description:
      'What the speaker does by saying it: CAMEO codes or their beginnings, or PLOVER event types, separated by commas. 051 is praise, 111 criticism.',
    examples: ['051,111'],
  });

/** The filters of statements, which apply wherever statements are listed or counted. */
export const statementFilters = {
  speaker: entity('Who said it.', 'Kurilla').optional(),
  about: entityOrEvent('Whom or what it is about.', 'pakistan').optional(),
  speakerRole: RoleKind.meta({ description: 'Kind of a role that the speaker holds or held.' }).optional(),
  act: acts.optional(),
  polarity: Polarity.meta({ description: 'Sign of the Goldstein score of the act.' }).optional(),
  quoteType: QuoteType.meta({ description: 'Statements with a rendering of this type.' }).optional(),
  saidFrom: firstDay('Said then or later.', '2018').optional(),
  saidTo: lastDay('Said then or earlier.', '2018-06').optional(),
  includeUndated: flag(
    'Whether statements without a date stay in when a day is given; false by default.',
  ).optional(),
  reportedFrom: firstDay('Reported by an article published then or later.', '2025').optional(),
  reportedTo: lastDay('Reported by an article published then or earlier.', '2026-12-31').optional(),
  article: slug('Id of an article that reports it.', 'shifting-sands').optional(),
  q: searchText(
    'Words that it contains, all of them; phrases in double quotes.',
    'counterterrorism',
  ).optional(),
  attribution: oneOf(
    ['preferred', 'any', 'contested'],
    'Which attributions count: the preferred one, any of them, or only statements whose attributions name different speakers.',
  ).default('preferred'),
  minConfidence: fraction('Least confidence of the preferred attribution.', 0.5).optional(),
};

const Filters = z.object(statementFilters);

export type StatementFilters = z.output<typeof Filters>;

/** The codes that CAMEO codes, beginnings of them and PLOVER event types stand for. */
const codesOf = (parts: string[]) =>
  [...ACTS.values()]
    .filter(({ cameo, plover }) =>
      parts.some((part) => (/^\d/.test(part) ? cameo.startsWith(part) : plover === part.toUpperCase())),
    )
    .map(({ cameo }) => cameo);

/** The filters as the parameters of the table of statements; days are left to the ranges of a list. */
export function statementParameters(filters: StatementFilters): Parameters {
  const {
    speaker,
    speakerRole,
    act,
    attribution,
    q,
    saidFrom: _from,
    saidTo: _to,
    includeUndated: _undated,
    ...rest
  } = filters;
  const isPreferred = attribution === 'preferred';
  return {
    ...rest,
    ...(isPreferred ? { speaker, speakerRole } : { anySpeaker: speaker, anySpeakerRole: speakerRole }),
    contested: attribution === 'contested' ? true : undefined,
    q: q === undefined ? undefined : fullTextQuery(q),
    codes: act && codesOf(act),
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

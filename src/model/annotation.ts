import { z } from 'zod';
import { LISTS, TEXTS } from '../limits.ts';
import { AnnotatedDate, Edtf, UNKNOWN_DATE } from './date.ts';
import { LanguageTag } from './language-tag.ts';
import { confidence } from './numbers.ts';
import { LineText, NameText, PassageText, QuotedText, Slug, WebUrl } from './text.ts';
import {
  AboutAs,
  AliasKind,
  AssertionMode,
  AttributionBasis,
  AttributionFlag,
  EntityType,
  EventKind,
  FigureKind,
  MentionForm,
  ParticipantRole,
  PloverContext,
  Predicate,
  QuoteType,
  Rank,
  RoleKind,
} from './vocabulary.ts';

/** Words of the article, quoted to the character; plain text where they occur once. */
export const Quote = z
  .union([
    QuotedText,
    z.strictObject({
      exact: QuotedText.describe('The words, to the character.'),
      prefix: QuotedText.optional().describe(
        'What stands directly before them, to tell which occurrence is meant.',
      ),
      suffix: QuotedText.optional().describe('What stands directly after them.'),
      occurrence: z.number().int().min(1).optional().describe('Which occurrence is meant, counted from 1.'),
    }),
  ])
  .describe('Words of the article, quoted to the character; an object where they occur more than once.');

/** Where a fact of a draft comes from, and how sure it is, until a person has reviewed it. */
const DraftedBy = z
  .strictObject({
    rule: NameText.describe('The rule that found it.'),
    confidence,
    alternatives: z
      .array(NameText)
      .default([])
      .describe('What else a field that was left out may be, the likeliest first.'),
  })
  .describe('Which rule of the drafter found it and how sure that is; the reviewer takes it away.');

const Occurrence = z.int().min(1);

/** A passage of the article, or each passage with these words. */
const Passage = z
  .union([
    QuotedText,
    z.strictObject({
      ...Quote.options[1].shape,
      occurrence: z
        .union([z.literal('all'), Occurrence])
        .optional()
        .describe('Which occurrence is meant, counted from 1, or all of them.'),
    }),
  ])
  .describe('Words of the article, quoted to the character; an object where they occur more than once.');

const Evidence = z
  .array(Passage)
  .min(1)
  .describe('The words that say so; several where the text says it several times.');

const Assertion = z
  .strictObject({
    author: AssertionMode.optional().describe(
      'That the author of the article says so: tells it as a fact, or gives it as an opinion.',
    ),
    statement: Slug.optional().describe('Id of a statement of this article that says so.'),
    confidence: confidence.default(1),
  })
  .refine(({ author, statement }) => (author === undefined) !== (statement === undefined), {
    error: 'expected either author or statement',
    path: ['statement'],
  });

const AssertedBy = z
  .union([Assertion, z.array(Assertion).min(1)])
  .default({ author: 'fact', confidence: 1 })
  .describe('Who says so; several where it is told twice. By default the author tells it as a fact.');

const Role = z.strictObject({
  person: Slug.describe('Who holds it.'),
  kind: RoleKind,
  title: LineText.nullable().describe('The title as the text gives it, or null.'),
  of: Slug.nullable().default(null).describe('The country, organization or person that it is a role of.'),
  from: Edtf.nullable().default(null).describe('When it began, if the source says so.'),
  until: Edtf.nullable().default(null).describe('When it ended, if the source says so.'),
  former: z.boolean().default(false).describe('Whether the source calls it a former role.'),
  assertedBy: AssertedBy,
  evidence: Evidence,
  draft: DraftedBy.optional(),
});

/** Whether it is one that CAMEO has is checked later, with the nearest that there is. */
const ActCode = z.string().max(TEXTS.code);

const figureNumber = z.number().min(0).nullable().default(null);

const Figure = z
  .strictObject({
    what: FigureKind,
    value: figureNumber.describe('The number, where the text gives one.'),
    from: figureNumber.describe('The least that it may be: 12 for "at least 12".'),
    to: figureNumber.describe('The most that it may be: 40 for "up to 40".'),
    unit: LineText.nullable()
      .default(null)
      .describe('What it is counted in: a currency as ISO 4217, %, years; null for people.'),
    words: Quote,
    assertedBy: Assertion.optional().describe('Who says so; by default who says first that it happened.'),
  })
  .refine(({ value, from, to }) => (value === null) !== (from === null && to === null), {
    error: 'expected either value or from and to, of which one may be left out',
    path: ['value'],
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    error: 'expected a number that is not below from',
    path: ['to'],
    params: { dependsOn: 'from' },
  });

const Event = z.strictObject({
  id: Slug,
  kind: EventKind,
  label: LineText.describe('One neutral line that says what happened, as the article has it.'),
  date: AnnotatedDate.default(UNKNOWN_DATE),
  place: Slug.nullable().default(null),
  act: ActCode.nullable().default(null).describe('CAMEO code of what the actors do to the recipients.'),
  contexts: z
    .array(PloverContext)
    .nullable()
    .default(null)
    .describe('PLOVER contexts; by default those that the CAMEO code says.'),
  participants: z.array(z.strictObject({ entity: Slug, role: ParticipantRole })).default([]),
  figures: z.array(Figure).default([]).describe('Numbers that the text gives of it.'),
  assertedBy: AssertedBy,
  evidence: Evidence,
  draft: DraftedBy.optional(),
});

const Relation = z.strictObject({
  subject: Slug,
  predicate: Predicate,
  object: Slug,
  date: AnnotatedDate.default(UNKNOWN_DATE).describe('When it held.'),
  assertedBy: AssertedBy,
  evidence: Evidence,
  draft: DraftedBy.optional(),
});

const Description = z
  .strictObject({
    words: Quote.describe('The words that describe who spoke, such as "Iraqi officials".'),
    role: RoleKind.nullable().default(null),
    of: Slug.nullable()
      .default(null)
      .describe('The country, organization or person that they are of, or act for.'),
  })
  .describe('Who is said to have said it where nobody is named.');

const Attribution = z.strictObject({
  speaker: Slug.nullable()
    .optional()
    .describe('Who is said to have said it, where that is one; null where nobody can be named.'),
  speakers: z
    .array(Slug)
    .optional()
    .describe('In the place of `speaker`: who is said to have said it together.'),
  rank: Rank.default('preferred'),
  basis: AttributionBasis,
  confidence: confidence
    .optional()
    .describe('From 0 (a guess) to 1 (stated outright); by default what its basis usually deserves.'),
  reason: PassageText.nullable()
    .default(null)
    .describe('Why it is doubtful or contested; null where it is plain.'),
  flags: z.array(AttributionFlag).default([]),
  described: Description.nullable().default(null),
  evidence: Quote.optional().describe(
    'The words that name the speaker, the nearest where they stand several times; by default the nearest mention of the speaker.',
  ),
  draft: DraftedBy.optional(),
});

const Quotation = z.strictObject({
  quoteType: QuoteType,
  quote: z
    .union([...Quote.options, z.array(Quote).min(1)])
    .describe(
      'What was said, without its quotation marks; a list of its parts in the order of the text where other words stand between them, as in “…,” she said, “…”.',
    ),
  quoted: z
    .array(Quote)
    .min(1)
    .optional()
    .describe('In a mixed quotation, the words that stand in quotation marks; by default all that do.'),
  cue: Quote.nullable()
    .default(null)
    .describe(
      'The word that reports it, such as "stressed", the nearest where it stands several times; null where there is none.',
    ),
  attributions: z.array(Attribution).min(1),
  draft: DraftedBy.optional(),
});

const UnnamedTarget = z
  .strictObject({
    words: Quote.describe(
      'The words that describe them, such as "these gangs": within the quotation, or else the nearest to it.',
    ),
    role: RoleKind.nullable().default(null).describe('The kind of role that they hold, where they have one.'),
    of: Slug.nullable()
      .default(null)
      .describe('The country, organization or person that they are of, or act for.'),
  })
  .describe('Whom the act is aimed at where nobody is named.');

const About = z.union([
  Slug,
  z.strictObject({
    id: Slug.describe('Id of an entity, or of an event, of which this article may tell or another one.'),
    as: AboutAs,
  }),
]);

const Statement = z.strictObject({
  id: Slug.optional().describe(
    'The id of the statement, where the annotator knows it or chooses it: statements of two articles with one id are one, with two ids are two. Left out, it is found whether another article tells of the same statement.',
  ),
  text: PassageText.optional().describe(
    'What was said; by default its first direct quotation, else its first quotation.',
  ),
  act: ActCode.nullable().default(null).describe('CAMEO code of what the speaker does by saying it.'),
  said: AnnotatedDate.default(UNKNOWN_DATE).describe('When it was said.'),
  about: z
    .array(About)
    .default([])
    .describe('The entities and events that it is about; plain text is the id of a target.'),
  unnamedTargets: z
    .array(UnnamedTarget)
    .default([])
    .describe('Whom its act is aimed at and the text does not name, such as "these gangs".'),
  at: z
    .array(Slug)
    .default([])
    .describe('Ids of the events at which it was said, of which this article may tell or another one.'),
  quotations: z.array(Quotation).min(1).describe('Each rendering of it in the text.'),
  draft: DraftedBy.optional(),
});

/** What is not listed is found by the loader: each name of an entity that the annotation refers to, but no metonym. */
const Mention = z.strictObject({
  entity: Slug.nullable().describe('Who or what is meant; null where the text does not say.'),
  form: MentionForm,
  exact: QuotedText,
  prefix: QuotedText.optional(),
  suffix: QuotedText.optional(),
  occurrence: z
    .union([z.literal('all'), z.number().int().min(1), z.array(z.number().int().min(1)).min(1)])
    .optional()
    .describe(
      'Which occurrences are meant, as whole words: one, several or all; may be left out where there is one.',
    ),
  reason: PassageText.nullable().default(null).describe('Why it is not resolved.'),
  draft: DraftedBy.optional(),
});

const ExcludedClaim = z.strictObject({
  quote: Quote,
  reason: PassageText.describe('Why these words do not become a fact of the graph.'),
});

/** What an annotator says that an article says: `annotation.yaml`. */
export const Annotation = z
  .strictObject({
    article: z.strictObject({
      title: LineText,
      language: LanguageTag,
      publisher: LineText.nullable().default(null),
      url: WebUrl.nullable().default(null),
      published: Edtf.nullable().default(null),
      review: z
        .enum(['draft', 'reviewed'])
        .default('reviewed')
        .describe('Whether a person has reviewed every fact; a draft is what rules or a model found.'),
      authors: z
        .array(
          z.strictObject({
            person: Slug,
            confidence,
            reason: PassageText.nullable().default(null),
            evidence: Quote,
          }),
        )
        .default([]),
    }),
    roles: z.array(Role).default([]),
    events: z.array(Event).default([]),
    relations: z.array(Relation).default([]),
    statements: z.array(Statement).default([]),
    mentions: z.array(Mention).default([]),
    excluded: z
      .array(ExcludedClaim)
      .default([])
      .describe('Claims of the article that are kept out of the graph, with reasons.'),
  })
  .meta({ title: 'On Record: annotation.yaml' });

export const AuthorityRecord = z
  .strictObject({
    id: Slug,
    type: EntityType,
    name: NameText,
    aliases: z
      .array(
        z.union([
          NameText,
          z.strictObject({
            text: NameText,
            kind: AliasKind,
            shared: z
              .boolean()
              .optional()
              .describe(
                'Whether another entity bears it too: a name that one entity alone does not share means that one.',
              ),
          }),
        ]),
      )
      .max(LISTS.names)
      .default([])
      .describe('Other names; plain text is an alias of kind name that no other entity bears.'),
    iso3166: z
      .string()
      .regex(/^[A-Z]{3}$/, 'expected an ISO 3166-1 alpha-3 code such as PAK')
      .nullable()
      .default(null),
    wikidata: z
      .string()
      .regex(/^Q[1-9]\d{0,11}$/, 'expected a Wikidata id such as Q843')
      .nullable()
      .default(null)
      .describe('Only where it was checked.'),
    country: Slug.nullable()
      .default(null)
      .describe('The country that an organization or a place belongs to, if one.'),
    description: LineText.nullable()
      .default(null)
      .describe('One neutral line that tells it from others of the same name.'),
    review: z
      .literal('draft')
      .optional()
      .describe(
        'That drafts alone know it: it is held apart with them, until a reviewed article uses it or this mark goes.',
      ),
  })
  .refine((entity) => entity.type === 'Country' || entity.iso3166 === null, {
    error: 'expected no ISO 3166 code: only a country has one',
    path: ['iso3166'],
    params: { dependsOn: 'type' },
  });

/** The authority file: each entity described once: `entities.yaml`. */
export const Authority = z
  .strictObject({ entities: z.array(AuthorityRecord) })
  .meta({ title: 'On Record: entities.yaml' });

/** Who is said to have said something, each once, in the order of their ids. */
export const speakersOf = ({ speaker, speakers }: Attribution): string[] =>
  [...new Set(speakers ?? (speaker == null ? [] : [speaker]))].sort();

/** A target or topic, however it was given. */
export const aboutOf = (about: Statement['about'][number]) =>
  typeof about === 'string' ? { id: about, as: 'target' as const } : about;

export type Quote = z.output<typeof Quote>;
export type Passage = z.output<typeof Passage>;
export type Quotation = z.output<typeof Quotation>;
export type Attribution = z.output<typeof Attribution>;
export type Assertion = z.output<typeof Assertion>;
export type AssertedBy = z.output<typeof AssertedBy>;
export type AnnotatedFigure = z.output<typeof Figure>;
/** An annotation as it is given. */
export type GivenAnnotation = z.output<typeof Annotation>;
/** An annotation in which each statement has an id. */
export type Annotation = Omit<GivenAnnotation, 'statements'> & { statements: Statement[] };
export type AuthorityRecord = z.output<typeof AuthorityRecord>;
export type Mention = z.output<typeof Mention>;
export type Statement = z.output<typeof Statement> & { id: string };

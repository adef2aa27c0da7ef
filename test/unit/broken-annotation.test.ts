import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check } from '../../src/ingest/check/check.ts';
import { formatFault, InputError } from '../../src/ingest/check/input-error.ts';
import { validate } from '../../src/ingest/ingest.ts';
import type { Fault } from '../../src/model/fault.ts';
import { EventKind, FigureKind, PloverContext } from '../../src/model/vocabulary.ts';

const TEXT = `Ada Bell met the envoy off Norland in Oslo in 2018.
“We agree,” said Bell. “We agree,” she said again.
Norlanders cheered. 🎈 Bell left.
`;

const AUTHORITY = `entities:
  - id: norland
    type: Country
    name: Norland
    iso3166: NRL
  - id: ada-bell
    type: Person
    name: Ada Bell
    aliases: [Bell]
  - id: oslo
    type: Place
    name: Oslo
    country: norland
`;

const ANNOTATION = `article:
  title: A meeting
  language: en
  url: https://example.org/a
  published: 2018-05
  authors:
    - { person: ada-bell, confidence: 0.5, evidence: Ada Bell }
roles:
  - person: ada-bell
    kind: official
    title: envoy
    of: norland
    from: 2017
    evidence: [Ada Bell met]
events:
  - id: meeting-2018
    kind: meeting
    label: They meet
    date: { edtf: 2018, basis: explicit }
    place: oslo
    act: '040'
    participants:
      - { entity: ada-bell, role: actor }
    evidence: [Ada Bell met the envoy]
relations:
  - subject: ada-bell
    predicate: CITIZEN_OF
    object: norland
    evidence: [Norlanders cheered]
statements:
  - id: bell-agrees
    act: '057'
    about: [norland, meeting-2018]
    at: [meeting-2018]
    quotations:
      - quoteType: direct
        quote: { exact: We agree, occurrence: 1 }
        cue: said Bell
        attributions:
          - speaker: ada-bell
            rank: preferred
            basis: cue-named
            confidence: 0.9
            evidence: said Bell
mentions:
  - { entity: norland, form: name, exact: Norland }
  - { entity: null, form: description, exact: the envoy, reason: No name is given. }
excluded:
  - { quote: Bell left, reason: Nobody says so. }
`;

/** A fault of a file; one of the file as a whole has an empty field. */
type FileFault = Fault & { file: string; field: string };

const ofFile = (fault: Fault): FileFault => ({ file: '', line: undefined, field: '', ...fault });

interface Broken {
  /** Kind of fault. */
  name: string;
  /** Text of the annotation, or of the authority, that is replaced. */
  from: string;
  to: string;
  /** Text that the line of the fault begins with, after white space. */
  at: string;
  field: string;
  detail: string;
  expected?: string | undefined;
  nearest?: string | undefined;
}

function faultsOf(annotation: string, authority = AUTHORITY, text = TEXT): FileFault[] {
  const article = {
    id: 'a-meeting',
    textFile: 'articles/a-meeting/article.txt',
    text,
    annotationFile: 'annotation.yaml',
    annotationText: annotation,
  };
  try {
    check({
      authorities: [{ file: 'entities.yaml', text: authority }],
      articles: () => [article],
      faults: [],
    });
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).faults.map(ofFile);
  }
}

function replaced(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, () => to);
}

const lineOf = (text: string, start: string) =>
  text.split('\n').findIndex((line) => line.trimStart().startsWith(start)) + 1;

test('the annotation is sound before it is broken', () => {
  expect(faultsOf(ANNOTATION)).toEqual([]);
});

const SLUG = 'lower-case letters and digits joined by single hyphens';
const EDTF = 'an EDTF date (ISO 8601-2) such as 2018, 2025-06, 1947/2025 or 2025~';
const WORDS = 'words of the article, to the character';

const ANNOTATIONS: Broken[] = [
  // Syntax and schema
  {
    name: 'YAML that is none',
    from: '  title: A meeting',
    to: '  title: "A meeting',
    at: 'article:',
    field: '',
    detail: 'not valid YAML: ',
  },
  {
    name: 'an alias of YAML',
    from: 'title: A meeting\n  language: en',
    to: 'title: &x en\n  language: *x',
    at: 'language',
    field: '',
    detail: 'not valid YAML: *x is an alias; write its value out',
  },
  {
    name: 'a field given twice',
    from: '  language: en',
    to: '  language: en\n  language: fr',
    at: 'language: fr',
    field: '',
    detail: 'not valid YAML: Map keys must be unique',
  },
  {
    name: 'an unknown field',
    from: '    place: oslo',
    to: '    palce: oslo',
    at: 'palce',
    field: 'events[0].palce',
    detail: 'there is no field "palce"',
    expected:
      'one of id, kind, label, date, place, act, contexts, participants, figures, assertedBy, evidence, draft',
    nearest: 'place',
  },
  {
    name: 'an unknown field of a quote',
    from: 'occurrence: 1',
    to: 'ocurrence: 1',
    at: 'quote: {',
    field: 'statements[0].quotations[0].quote.ocurrence',
    detail: 'there is no field "ocurrence"',
    expected: 'one of exact, prefix, suffix, occurrence',
    nearest: 'occurrence',
  },
  {
    name: 'an unknown section',
    from: 'excluded:',
    to: 'excludedclaim:',
    at: 'excludedclaim',
    field: 'excludedclaim',
    detail: 'there is no field "excludedclaim"',
    expected: 'one of article, roles, events, relations, statements, mentions, excluded',
    nearest: 'excluded',
  },
  {
    name: 'a wrong word of a list of words',
    from: 'quoteType: direct',
    to: 'quoteType: dircet',
    at: '- quoteType',
    field: 'statements[0].quotations[0].quoteType',
    detail: 'found "dircet"',
    expected: 'one of direct, indirect, mixed',
    nearest: 'direct',
  },
  {
    name: 'a number for a text',
    from: 'title: A meeting',
    to: 'title: 2018',
    at: 'title: 2018',
    field: 'article.title',
    detail: 'found 2018',
    expected: 'text',
  },
  {
    name: 'a text for a number',
    from: 'confidence: 0.9',
    to: 'confidence: high',
    at: 'confidence: high',
    field: 'statements[0].quotations[0].attributions[0].confidence',
    detail: 'found "high"',
    expected: 'a number',
  },
  {
    name: 'a confidence above 1',
    from: 'confidence: 0.9',
    to: 'confidence: 90',
    at: 'confidence: 90',
    field: 'statements[0].quotations[0].attributions[0].confidence',
    detail: 'found 90',
    expected: 'at most 1',
  },
  {
    name: 'a text for a list',
    from: 'evidence: [Norlanders cheered]',
    to: 'evidence: Norlanders cheered',
    at: 'evidence: Norlanders',
    field: 'relations[0].evidence',
    detail: 'found "Norlanders cheered"',
    expected: 'a list',
  },
  {
    name: 'an empty list of evidence',
    from: 'evidence: [Norlanders cheered]',
    to: 'evidence: []',
    at: 'evidence: []',
    field: 'relations[0].evidence',
    detail: 'found []',
    expected: 'at least 1 entry',
  },
  {
    name: 'a text for fields',
    from: 'date: { edtf: 2018, basis: explicit }',
    to: 'date: true',
    at: 'date: true',
    field: 'events[0].date',
    detail: 'found true',
    expected: 'text, or a number, or fields, each as "name: value"',
  },
  {
    name: 'a date alone that is none',
    from: 'date: { edtf: 2018, basis: explicit }',
    to: 'date: last year',
    at: 'date: last year',
    field: 'events[0].date',
    detail: 'found "last year"',
    expected: EDTF,
  },
  {
    name: 'a date without its basis',
    from: 'date: { edtf: 2018, basis: explicit }',
    to: 'date: { edtf: 2018 }',
    at: 'date: { edtf: 2018 }',
    field: 'events[0].date.basis',
    detail: 'is missing',
    expected: 'one of explicit, relative, article, unknown',
  },
  {
    name: 'a date of a year that the calendar has not',
    from: 'published: 2018-05',
    to: 'published: Y-17E7',
    at: 'published: Y-17E7',
    field: 'article.published',
    detail: 'found "Y-17E7"',
    expected: 'a date within the years 0001 to 9999',
  },
  {
    name: 'a quote that is neither text nor fields',
    from: 'quote: { exact: We agree, occurrence: 1 }',
    to: 'quote: 5',
    at: 'quote: 5',
    field: 'statements[0].quotations[0].quote',
    detail: 'found 5',
    expected: 'text, or fields, each as "name: value", or a list',
  },
  {
    name: 'an occurrence of 0',
    from: 'exact: Norland }',
    to: 'exact: Norland, occurrence: 0 }',
    at: '- { entity: norland',
    field: 'mentions[0].occurrence',
    detail: 'found 0',
    expected: 'at least 1',
  },
  {
    name: 'an occurrence that is no number',
    from: 'exact: Norland }',
    to: 'exact: Norland, occurrence: al }',
    at: '- { entity: norland',
    field: 'mentions[0].occurrence',
    detail: 'found "al"',
    expected: 'all, or a number, or a list',
    nearest: 'all',
  },
  {
    name: 'an address that is none',
    from: 'url: https://example.org/a',
    to: 'url: example',
    at: 'url',
    field: 'article.url',
    detail: 'found "example"',
    expected: 'a URL of http or https such as https://example.org/article',
  },
  {
    name: 'a language that is none',
    from: 'language: en',
    to: 'language: English',
    at: 'language',
    field: 'article.language',
    detail: 'found "English"',
    expected: 'a language tag (BCP 47) such as en, es-419 or zh-Hans',
  },
  {
    name: 'a missing field',
    from: '    kind: meeting\n',
    to: '',
    at: '- id: meeting-2018',
    field: 'events[0].kind',
    detail: 'is missing',
    expected: `one of ${EventKind.options.join(', ')}`,
  },
  {
    name: 'a missing text',
    from: '    label: They meet\n',
    to: '',
    at: '- id: meeting-2018',
    field: 'events[0].label',
    detail: 'is missing',
    expected: 'text',
  },
  {
    name: 'an id with capitals',
    from: 'id: bell-agrees',
    to: 'id: Bell_agrees',
    at: '- id: Bell_agrees',
    field: 'statements[0].id',
    detail: 'found "Bell_agrees"',
    expected: SLUG,
  },
  {
    name: 'half a character, written as an escape',
    from: 'title: A meeting',
    to: 'title: "A \\uD83C meeting"',
    at: 'title',
    field: 'article.title',
    detail: 'found "A \\ud83c meeting"',
    expected: 'well-formed Unicode, got a lone surrogate',
  },
  {
    name: 'a control character, written as an escape',
    from: 'title: A meeting',
    to: 'title: "A \\u0000 meeting"',
    at: 'title',
    field: 'article.title',
    detail: 'found "A \\u0000 meeting"',
    expected: 'no control characters',
  },
  {
    name: 'decomposed characters',
    from: 'title: A meeting',
    to: 'title: Cafe\u0301',
    at: 'title',
    field: 'article.title',
    detail: 'found "Cafe\u0301"',
    expected: 'Unicode in NFC (composed characters)',
  },

  // Dates
  {
    name: 'a date that is no EDTF',
    from: 'published: 2018-05',
    to: 'published: May 2018',
    at: 'published',
    field: 'article.published',
    detail: 'found "May 2018"',
    expected: EDTF,
  },
  {
    name: 'a day that is in no calendar',
    from: 'from: 2017',
    to: 'from: 2017-02-29',
    at: 'from',
    field: 'roles[0].from',
    detail: 'found "2017-02-29"',
    expected: EDTF,
  },
  {
    name: 'a basis without a date',
    from: 'edtf: 2018, basis: explicit',
    to: 'edtf: null, basis: explicit',
    at: 'date:',
    field: 'events[0].date.basis',
    detail: 'found "explicit"',
    expected: 'basis unknown exactly where edtf is null',
  },
  {
    name: 'a date without a basis',
    from: 'edtf: 2018, basis: explicit',
    to: 'edtf: 2018, basis: unknown',
    at: 'date:',
    field: 'events[0].date.basis',
    detail: 'found "unknown"',
    expected: 'basis unknown exactly where edtf is null',
  },

  // Ids
  {
    name: 'an unknown entity',
    from: 'object: norland',
    to: 'object: norlnd',
    at: 'object',
    field: 'relations[0].object',
    detail: 'there is no entity "norlnd"',
    expected: 'the id of an entity',
    nearest: 'norland',
  },
  {
    name: 'an unknown speaker',
    from: 'speaker: ada-bell',
    to: 'speaker: ada-bel',
    at: '- speaker',
    field: 'statements[0].quotations[0].attributions[0].speaker',
    detail: 'there is no entity "ada-bel"',
    expected: 'the id of an entity',
    nearest: 'ada-bell',
  },
  {
    name: 'an unknown author',
    from: '{ person: ada-bell',
    to: '{ person: nobody-at-all',
    at: '- { person: nobody',
    field: 'article.authors[0].person',
    detail: 'there is no entity "nobody-at-all"',
    expected: 'the id of a Person',
  },
  {
    name: 'an entity of the wrong type for a person',
    from: '  - person: ada-bell',
    to: '  - person: norland',
    at: '- person: norland',
    field: 'roles[0].person',
    detail: '"norland" is a Country',
    expected: 'the id of a Person',
  },
  {
    name: 'an entity of the wrong type for a body',
    from: '    of: norland',
    to: '    of: oslo',
    at: 'of: oslo',
    field: 'roles[0].of',
    detail: '"oslo" is a Place',
    expected: 'the id of a Country or Organization or Person',
  },
  {
    name: 'an entity of the wrong type for a place',
    from: 'place: oslo',
    to: 'place: ada-bell',
    at: 'place',
    field: 'events[0].place',
    detail: '"ada-bell" is a Person',
    expected: 'the id of a Place or Country',
  },
  {
    name: 'an unknown participant',
    from: '{ entity: ada-bell, role',
    to: '{ entity: ada-bells, role',
    at: '- { entity: ada-bells',
    field: 'events[0].participants[0].entity',
    detail: 'there is no entity "ada-bells"',
    expected: 'the id of an entity',
    nearest: 'ada-bell',
  },
  {
    name: 'an unknown target',
    from: 'about: [norland, meeting-2018]',
    to: 'about: [norland, meeting-2019]',
    at: 'about',
    field: 'statements[0].about[1]',
    detail: 'there is no entity or event "meeting-2019"',
    expected: 'the id of an entity or of an event',
    nearest: 'meeting-2018',
  },
  {
    name: 'an unknown event',
    from: 'at: [meeting-2018]',
    to: 'at: [meeting-2081]',
    at: 'at:',
    field: 'statements[0].at[0]',
    detail: 'there is no event "meeting-2081"',
    expected: 'the id of an event',
    nearest: 'meeting-2018',
  },
  {
    name: 'an unknown CAMEO code',
    from: "act: '057'",
    to: "act: '05l'",
    at: "act: '05l'",
    field: 'statements[0].act',
    detail: 'there is no CAMEO code "05l"',
    expected: "a code such as '051', in quotes",
    nearest: '05',
  },
  {
    name: 'a CAMEO code without its quotes',
    from: "act: '057'",
    to: 'act: 57',
    at: 'act: 57',
    field: 'statements[0].act',
    detail: 'found 57',
    expected: 'text',
  },
  {
    name: 'an id of an event that an entity has',
    from: 'id: meeting-2018',
    to: 'id: oslo',
    at: '- id: oslo',
    field: 'events[0].id',
    detail: 'oslo is the id of a Place already',
    expected: 'an id that no entity has, since a statement may be about either',
  },
  {
    name: 'an id of two events',
    from: 'relations:',
    to: '  - { id: meeting-2018, kind: other, label: Again, evidence: [Bell left] }\nrelations:',
    at: '- { id: meeting-2018',
    field: 'events[1].id',
    detail: 'the id meeting-2018 is used twice',
    expected: 'an id of its own for each',
  },
  {
    name: 'an event that neither the author nor a statement asserts',
    from: '    place: oslo\n',
    to: '    place: oslo\n    assertedBy: { confidence: 0.5 }\n',
    at: 'assertedBy:',
    field: 'events[0].assertedBy.statement',
    detail: 'is missing',
    expected: 'either author or statement',
  },
  {
    name: 'an event that both assert at once',
    from: '    place: oslo\n',
    to: '    place: oslo\n    assertedBy: { author: fact, statement: bell-agrees }\n',
    at: 'assertedBy:',
    field: 'events[0].assertedBy.statement',
    detail: 'found "bell-agrees"',
    expected: 'either author or statement',
  },
  {
    name: 'a relation of a mode of assertion that there is not',
    from: '    object: norland\n',
    to: '    object: norland\n    assertedBy: { author: opinon }\n',
    at: 'assertedBy:',
    field: 'relations[0].assertedBy.author',
    detail: 'found "opinon"',
    expected: 'one of fact, opinion',
    nearest: 'opinion',
  },
  {
    name: 'an event that a statement of no name asserts',
    from: '    place: oslo\n',
    to: '    place: oslo\n    assertedBy: { statement: bell-agree }\n',
    at: 'assertedBy:',
    field: 'events[0].assertedBy.statement',
    detail: 'there is no statement "bell-agree" in this article',
    expected: 'the id of a statement of this article',
    nearest: 'bell-agrees',
  },
  {
    name: 'a role that a second statement of no name asserts',
    from: '    from: 2017\n',
    to: '    from: 2017\n    assertedBy:\n      - { author: fact }\n      - { statement: nobody-says }\n',
    at: '- { statement: nobody-says }',
    field: 'roles[0].assertedBy[1].statement',
    detail: 'there is no statement "nobody-says" in this article',
    expected: 'the id of a statement of this article',
  },
  {
    name: 'an event that one statement asserts twice',
    from: '    place: oslo\n',
    to: '    place: oslo\n    assertedBy:\n      - { statement: bell-agrees }\n      - { statement: bell-agrees, confidence: 0.4 }\n',
    at: '- { statement: bell-agrees, confidence',
    field: 'events[0].assertedBy[1]',
    detail: 'statement bell-agrees is named twice',
    expected: 'each once',
  },
  {
    name: 'a confidence of an assertion above 1',
    from: '    place: oslo\n',
    to: '    place: oslo\n    assertedBy: { author: opinion, confidence: 90 }\n',
    at: 'assertedBy:',
    field: 'events[0].assertedBy.confidence',
    detail: 'found 90',
    expected: 'at most 1',
  },
  {
    name: 'a figure without a number',
    from: '    place: oslo\n',
    to: '    place: oslo\n    figures: [{ what: attended, words: Ada Bell met }]\n',
    at: 'figures:',
    field: 'events[0].figures[0].value',
    detail: 'is missing',
    expected: 'either value or from and to, of which one may be left out',
  },
  {
    name: 'a figure whose range ends before it begins',
    from: '    place: oslo\n',
    to: '    place: oslo\n    figures: [{ what: killed, from: 12, to: 4, words: Ada Bell met }]\n',
    at: 'figures:',
    field: 'events[0].figures[0].to',
    detail: 'found 4',
    expected: 'a number that is not below from',
  },
  {
    name: 'a figure with a number in words',
    from: '    place: oslo\n',
    to: '    place: oslo\n    figures: [{ what: killed, value: twelve, words: Ada Bell met }]\n',
    at: 'figures:',
    field: 'events[0].figures[0].value',
    detail: 'found "twelve"',
    expected: 'a number',
  },
  {
    name: 'a figure of a kind that there is not',
    from: '    place: oslo\n',
    to: '    place: oslo\n    figures: [{ what: kiled, value: 12, words: Ada Bell met }]\n',
    at: 'figures:',
    field: 'events[0].figures[0].what',
    detail: 'found "kiled"',
    expected: `one of ${FigureKind.options.join(', ')}`,
    nearest: 'killed',
  },
  {
    name: 'the words of a figure that the text does not have',
    from: '    place: oslo\n',
    to: '    place: oslo\n    figures: [{ what: killed, value: 12, words: twelve people }]\n',
    at: 'figures:',
    field: 'events[0].figures[0].words',
    detail: '"twelve people" is not in the article',
  },
  {
    name: 'a figure that no statement of its name asserts',
    from: '    place: oslo\n',
    to: '    place: oslo\n    figures: [{ what: killed, value: 12, words: Ada Bell met, assertedBy: { statement: bell } }]\n',
    at: 'figures:',
    field: 'events[0].figures[0].assertedBy.statement',
    detail: 'there is no statement "bell" in this article',
    expected: 'the id of a statement of this article',
  },
  {
    name: 'a context that PLOVER does not have',
    from: '    place: oslo\n',
    to: '    place: oslo\n    contexts: [militry]\n',
    at: 'contexts:',
    field: 'events[0].contexts[0]',
    detail: 'found "militry"',
    expected: `one of ${PloverContext.options.join(', ')}`,
    nearest: 'military',
  },
  {
    name: 'an id of two statements',
    from: 'mentions:',
    to: `  - id: bell-agrees
    quotations:
      - { quoteType: indirect, quote: Norlanders cheered, attributions: [{ speaker: null, rank: normal, basis: editor, confidence: 0, evidence: Bell left }] }
mentions:`,
    at: 'THE SECOND',
    field: 'statements[1].id',
    detail: 'the id bell-agrees is used twice',
    expected: 'an id of its own for each',
  },
  {
    name: 'a target named twice',
    from: 'about: [norland, meeting-2018]',
    to: 'about: [norland, norland]',
    at: 'about',
    field: 'statements[0].about[1]',
    detail: 'norland is named twice',
    expected: 'each once',
  },
  {
    name: 'a participant named twice in one role',
    from: '      - { entity: ada-bell, role: actor }',
    to: '      - { entity: ada-bell, role: actor }\n      - { role: actor, entity: ada-bell }',
    at: '- { role: actor',
    field: 'events[0].participants[1]',
    detail: 'ada-bell as actor is named twice',
    expected: 'each once',
  },

  // Quotes
  {
    name: 'a quote that is not in the text',
    from: 'evidence: [Ada Bell met the envoy]',
    to: 'evidence: [Ada Bell meets the envoy]',
    at: 'evidence: [Ada Bell meets',
    field: 'events[0].evidence[0]',
    detail: '"Ada Bell meets the envoy" is not in the article',
    expected: WORDS,
    nearest: '"Ada Bell met the envoy"',
  },
  {
    name: 'a cue that is not in the text',
    from: 'cue: said Bell',
    to: 'cue: says Bell',
    at: 'cue',
    field: 'statements[0].quotations[0].cue',
    detail: '"says Bell" is not in the article',
    expected: WORDS,
    nearest: '"said Bell"',
  },
  {
    name: 'a quote with other quotation marks',
    from: 'quote: { exact: We agree, occurrence: 1 }',
    to: `quote: '"We agree,"'`,
    at: 'quote:',
    field: 'statements[0].quotations[0].quote',
    detail: '"\\"We agree,\\"" is not in the article',
    expected: WORDS,
    nearest: '"“We agree,”"',
  },
  {
    name: 'a quote that is there twice',
    from: 'quote: { exact: We agree, occurrence: 1 }',
    to: 'quote: We agree',
    at: 'quote:',
    field: 'statements[0].quotations[0].quote',
    detail: '"We agree" is in the article 2 times',
    expected: 'a prefix, a suffix or an occurrence that tells which is meant',
    nearest:
      '1: …d in Oslo in 2018.⏎“We agree,” said Bell. “We ag… | 2: …agree,” said Bell. “We agree,” she said again.⏎N…',
  },
  {
    name: 'a wrong prefix',
    from: 'quote: { exact: We agree, occurrence: 1 }',
    to: 'quote: { exact: We agree, prefix: said }',
    at: 'quote:',
    field: 'statements[0].quotations[0].quote',
    detail: '"We agree" is in the article, but not with this prefix and suffix',
    expected: 'the text directly before and after it, spaces included',
    nearest: '…d in Oslo in 2018.⏎“We agree,” said Bell. “We ag…',
  },
  {
    name: 'an occurrence that is too high',
    from: 'quote: { exact: We agree, occurrence: 1 }',
    to: 'quote: { exact: We agree, occurrence: 3 }',
    at: 'quote:',
    field: 'statements[0].quotations[0].quote',
    detail: '"We agree" has no occurrence 3',
    expected: 'an occurrence from 1 to 2',
  },
  {
    name: 'an occurrence of a mention that is too high',
    from: 'exact: Norland }',
    to: 'exact: Bell, occurrence: [1, 2, 3, 4] }',
    at: '- { entity: norland',
    field: 'mentions[0].exact',
    detail: '"Bell" has no occurrence 4',
    expected: 'an occurrence from 1 to 3',
  },
  {
    name: 'a mention of a part of a word',
    from: 'exact: Norland }',
    to: 'exact: Norlander }',
    at: '- { entity: norland',
    field: 'mentions[0].exact',
    detail: '"Norlander" is only a part of a word',
    expected: 'whole words',
    nearest: '"Norlanders"',
  },
  {
    name: 'a mention of all parts of words',
    from: 'exact: Norland }',
    to: 'exact: Norlander, occurrence: all }',
    at: '- { entity: norland',
    field: 'mentions[0].exact',
    detail: '"Norlander" is only a part of a word',
    expected: 'whole words',
    nearest: '"Norlanders"',
  },
  {
    name: 'a mention that is there twice',
    from: 'exact: Norland }',
    to: 'exact: We }',
    at: '- { entity: norland',
    field: 'mentions[0].exact',
    detail: '"We" is in the article 2 times',
    expected: 'a prefix, a suffix or an occurrence that tells which is meant',
    nearest:
      '1: …d in Oslo in 2018.⏎“We agree,” said Bell. … | 2: …agree,” said Bell. “We agree,” she said ag…',
  },
  {
    name: 'an excluded claim that is not in the text',
    from: 'quote: Bell left,',
    to: 'quote: Bell lefts,',
    at: '- { quote: Bell lefts',
    field: 'excluded[0].quote',
    detail: '"Bell lefts" is not in the article',
    expected: WORDS,
    nearest: '"Bell left."',
  },

  // Attributions and mentions
  {
    name: 'two preferred attributions',
    from: 'mentions:',
    to: '          - { speaker: norland, rank: preferred, basis: editor, confidence: 0.1, evidence: Bell left }\nmentions:',
    at: 'attributions',
    field: 'statements[0].quotations[0].attributions',
    detail: 'several attributions are preferred',
    expected: 'at most one preferred attribution',
  },
  {
    name: 'one attribution given twice',
    from: 'mentions:',
    to: '          - { speaker: ada-bell, rank: normal, basis: cue-named, confidence: 0.1, evidence: said Bell }\nmentions:',
    at: '- { speaker: ada-bell',
    field: 'statements[0].quotations[0].attributions[1]',
    detail: 'ada-bell by cue-named ("said Bell") is named twice',
    expected: 'each once',
  },
  {
    name: 'an unresolved mention without a reason',
    from: ', reason: No name is given. }',
    to: ' }',
    at: '- { entity: null',
    field: 'mentions[1].reason',
    detail: 'an unresolved mention has no reason',
    expected: 'why it is not resolved',
  },
];

describe('a broken annotation', () => {
  test.each(ANNOTATIONS)('with $name', ({ from, to, at, name: _, ...wanted }) => {
    const annotation = replaced(ANNOTATION, from, to);
    const line =
      at === 'THE SECOND'
        ? annotation.split('\n').lastIndexOf('  - id: bell-agrees') + 1
        : lineOf(annotation, at);
    const faults = faultsOf(annotation);
    const fault = faults.find(
      ({ field, detail }) => field === wanted.field && detail.startsWith(wanted.detail),
    );
    expect(fault, JSON.stringify(faults, null, 1)).toMatchObject({
      file: 'annotation.yaml',
      field: wanted.field,
    });
    if (wanted.field !== '')
      expect(fault).toMatchObject({ file: 'annotation.yaml', line, ...defined(wanted) });
    else if (at !== 'article:') expect(fault!.line).toBe(line);
    // A broken event must not make all that refers to it wrong as well.
    if (!/an id of an event that|two events/.test(_))
      expect(faults.filter(isConsequence(from, to))).toEqual([]);
  });
});

/** Without fields that are not there. */
const defined = (wanted: object) =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));

/** Faults beside the one that was made: all those of ids that are not part of the change. */
const isConsequence = (from: string, to: string) => (fault: Fault) =>
  /there is no (entity|event)/.test(fault.detail) && !(from + to).includes(/"(.*)"/.exec(fault.detail)![1]!);

const AUTHORITIES: Broken[] = [
  {
    name: 'a wrong type of entity',
    from: 'type: Country',
    to: 'type: Contry',
    at: 'type: Contry',
    field: 'entities[0].type',
    detail: 'found "Contry"',
    expected: 'one of Person, Country, Organization, Place',
    nearest: 'Country',
  },
  {
    name: 'an id given twice',
    from: '  - id: oslo',
    to: '  - id: ada-bell',
    at: 'THE SECOND',
    field: 'entities[2].id',
    detail: 'the id ada-bell is described twice',
    expected: 'each entity once, or another id',
  },
  {
    name: 'an unknown country',
    from: 'country: norland',
    to: 'country: norlandia',
    at: 'country',
    field: 'entities[2].country',
    detail: 'there is no country "norlandia"',
    expected: 'the id of a Country',
    nearest: 'norland',
  },
  {
    name: 'a country that is a person',
    from: 'country: norland',
    to: 'country: ada-bell',
    at: 'country',
    field: 'entities[2].country',
    detail: 'there is no country "ada-bell"',
    expected: 'the id of a Country',
  },
  {
    name: 'an ISO code of two letters',
    from: 'iso3166: NRL',
    to: 'iso3166: NO',
    at: 'iso3166',
    field: 'entities[0].iso3166',
    detail: 'found "NO"',
    expected: 'an ISO 3166-1 alpha-3 code such as PAK',
  },
  {
    name: 'an ISO code of a person',
    from: 'name: Ada Bell',
    to: 'name: Ada Bell\n    iso3166: ADA',
    at: 'iso3166: ADA',
    field: 'entities[1].iso3166',
    detail: 'found "ADA"',
    expected: 'no ISO 3166 code: only a country has one',
  },
  {
    name: 'a Wikidata id that is none',
    from: 'name: Oslo',
    to: 'name: Oslo\n    wikidata: 585',
    at: 'wikidata',
    field: 'entities[2].wikidata',
    detail: 'found 585',
    expected: 'text',
  },
  {
    name: 'an alias of unknown kind',
    from: 'aliases: [Bell]',
    to: 'aliases: [{ text: Bell, kind: nickname }]',
    at: 'aliases',
    field: 'entities[1].aliases[0].kind',
    detail: 'found "nickname"',
    expected: 'one of name, abbreviation, metonym, adjective, title',
    nearest: 'name',
  },
  {
    name: 'an unknown field',
    from: 'aliases: [Bell]',
    to: 'alias: [Bell]',
    at: 'alias',
    field: 'entities[1].alias',
    detail: 'there is no field "alias"',
    expected: 'one of id, type, name, aliases, iso3166, wikidata, country, description, review',
    nearest: 'aliases',
  },
];

describe('a broken authority', () => {
  test.each(AUTHORITIES)('with $name', ({ from, to, at, name: _, ...wanted }) => {
    const authority = replaced(AUTHORITY, from, to);
    const line =
      at === 'THE SECOND' ? authority.split('\n').lastIndexOf('  - id: ada-bell') + 1 : lineOf(authority, at);
    const faults = faultsOf(ANNOTATION, authority).filter(({ file }) => file === 'entities.yaml');
    expect(faults).toMatchObject([{ file: 'entities.yaml', line, ...defined(wanted) }]);
  });

  test('is reported alone: the annotations that use its broken records are not blamed', () => {
    const authority = AUTHORITY.replace('type: Country', 'type: Contry');
    expect(faultsOf(ANNOTATION, authority).map(({ file }) => file)).toEqual(['entities.yaml']);
  });

  test('that is no YAML is reported alone', () => {
    expect(faultsOf(ANNOTATION, 'entities: [').map(({ file }) => file)).toContain('entities.yaml');
    expect(faultsOf(ANNOTATION, 'entities: [').map(({ file }) => file)).not.toContain('annotation.yaml');
  });
});

test('all problems of a file are reported at once, in the order of its lines', () => {
  const annotation = [
    ['language: en', 'language: English'],
    ['    of: norland', '    of: nowhere'],
    ['kind: meeting', 'kind: meting'],
    ['predicate: CITIZEN_OF', 'predicate: CITIZEN_OFF'],
    ["act: '057'", "act: '999'"],
    ['cue: said Bell', 'cue: cried Bell'],
    ['exact: Norland }', 'exact: Norlan }'],
    ['quote: Bell left', 'quote: Bell stayed'],
  ].reduce((text, [from, to]) => replaced(text, from!, to!), ANNOTATION);
  const faults = faultsOf(annotation);
  expect(faults.map(({ field }) => field)).toEqual([
    'article.language',
    'roles[0].of',
    'events[0].kind',
    'relations[0].predicate',
    'statements[0].act',
    'statements[0].quotations[0].cue',
    'mentions[0].exact',
    'excluded[0].quote',
  ]);
  expect(faults.map(({ line }) => line)).toEqual(faults.map(({ line }) => line).toSorted((a, b) => a! - b!));
});

test('an entry after a broken one is still named by its own place', () => {
  const second =
    '  - { person: ada-bell, kind: analyst, title: null, of: nowhere, evidence: [Ada Bell met] }\n';
  const annotation = replaced(
    replaced(ANNOTATION, 'kind: official', 'kind: offical'),
    'events:',
    `${second}events:`,
  );
  expect(faultsOf(annotation)).toMatchObject([
    { field: 'roles[0].kind', line: lineOf(annotation, 'kind: offical') },
    { field: 'roles[1].of', line: lineOf(annotation, '- { person: ada-bell, kind') },
  ]);
});

describe('one entry with several faults names them all at once', () => {
  const fieldsOf = (changes: [string, string][], authority?: string) =>
    faultsOf(
      changes.reduce((annotation, [from, to]) => replaced(annotation, from, to), ANNOTATION),
      authority,
    )
      .map(({ field }) => field)
      .sort();

  test.each<[string, [string, string][], string[]]>([
    [
      'a statement',
      [
        ["act: '057'", 'act: 57'],
        ['about: [norland', 'about: [norlnd'],
        ['{ exact: We agree, occurrence: 1 }', 'We agreed'],
        ['cue: said Bell', 'cue: cried Bell'],
        ['speaker: ada-bell', 'speaker: ada-bel'],
        ['confidence: 0.9', 'confidence: 90'],
      ],
      [
        'statements[0].about[0]',
        'statements[0].act',
        'statements[0].quotations[0].attributions[0].confidence',
        'statements[0].quotations[0].attributions[0].speaker',
        'statements[0].quotations[0].cue',
        'statements[0].quotations[0].quote',
      ],
    ],
    [
      'an event',
      [
        ['kind: meeting', 'kind: meting'],
        ['place: oslo', 'place: ada-bell'],
        ["act: '040'", "act: '4x'"],
        ['evidence: [Ada Bell met the envoy]', 'evidence: [Ada Bell saw the envoy]'],
        ['edtf: 2018, basis: explicit', 'edtf: May, basis: explicit'],
      ],
      ['events[0].act', 'events[0].date.edtf', 'events[0].evidence[0]', 'events[0].kind', 'events[0].place'],
    ],
    [
      'the article',
      [
        ['language: en', 'language: English'],
        ['{ person: ada-bell', '{ person: norland'],
        ['evidence: Ada Bell }', 'evidence: Eda Bell }'],
      ],
      ['article.authors[0].evidence', 'article.authors[0].person', 'article.language'],
    ],
    [
      'a mention',
      [['{ entity: norland, form: name, exact: Norland }', '{ entity: norlnd, form: nam, exact: Narland }']],
      ['mentions[0].entity', 'mentions[0].exact', 'mentions[0].form'],
    ],
    [
      'a key that is given twice',
      [
        ['  language: en', '  language: en\n  language: fr'],
        ['object: norland', 'object: norlnd'],
      ],
      ['', 'relations[0].object'],
    ],
    [
      'an entry that is none',
      [
        ['  - subject: ada-bell', '  - nothing\n  - subject: ada-bel'],
        ['object: norland', 'object: norlnd'],
      ],
      ['relations[0]', 'relations[1].object', 'relations[1].subject'],
    ],
  ])('%s', (_, changes, fields) => {
    expect(fieldsOf(changes)).toEqual(fields);
  });

  test('an entity', () => {
    const record = '  - { id: x, type: Person, name: 5, iso3166: NRL, wikidata: 5, country: nrland }\n';
    expect(fieldsOf([], AUTHORITY + record)).toEqual([
      'entities[3].country',
      'entities[3].iso3166',
      'entities[3].name',
      'entities[3].wikidata',
    ]);
  });

  test('and none that only follows from another', () => {
    expect(fieldsOf([['occurrence: 1', 'ocurrence: 1']])).toEqual([
      'statements[0].quotations[0].quote.ocurrence',
    ]);
    expect(fieldsOf([['edtf: 2018, basis: explicit', 'edtf: May, basis: unknown']])).toEqual([
      'events[0].date.edtf',
    ]);
    expect(fieldsOf([['quotations:', 'quotation:']])).toEqual([
      'statements[0].quotation',
      'statements[0].quotations',
    ]);
    expect(fieldsOf([], replaced(AUTHORITY, 'type: Country', 'type: Contry'))).toEqual(['entities[0].type']);
  });
});

test('a role may be of a person', () => {
  const spokesperson = `  - person: ada-bell
    kind: spokesperson
    title: envoy
    of: cal-dorn
`;
  const annotation = ANNOTATION.replace(/ {2}- person: ada-bell\n.*\n.*\n.*\n/, spokesperson);
  const authority = `${AUTHORITY}  - { id: cal-dorn, type: Person, name: Cal Dorn }\n`;
  expect(annotation).toContain('of: cal-dorn');
  expect(faultsOf(annotation, authority)).toEqual([]);
});

test('an empty annotation lacks its article', () => {
  expect(faultsOf('')).toMatchObject([{ field: 'article', detail: 'is missing' }]);
});

describe('two articles of one run', () => {
  const other = (annotation: string) => ({
    id: 'other',
    textFile: 'o.txt',
    text: TEXT,
    annotationFile: 'other.yaml',
    annotationText: annotation,
  });
  const both = (annotation: string) => () =>
    check({
      authorities: [{ file: 'entities.yaml', text: AUTHORITY }],
      articles: () => [{ ...other(ANNOTATION), id: 'one', annotationFile: 'one.yaml' }, other(annotation)],
      faults: [],
    });

  test('may describe in their ways what they share', () => {
    expect(both(replaced(ANNOTATION, '[norland, meeting-2018]', '[meeting-2018, norland]'))).not.toThrow();
    expect(both(replaced(ANNOTATION, 'label: They meet', 'label: They met'))).not.toThrow();
    expect(both(replaced(ANNOTATION, "act: '057'", "act: '051'"))).not.toThrow();
  });

  test('may name an event that only the other tells of', () => {
    expect(
      both(
        ANNOTATION.replaceAll('meeting-2018', 'meeting-2019').replace(
          'at: [meeting-2019]',
          'at: [meeting-2018]',
        ),
      ),
    ).not.toThrow();
  });
});

describe('broken files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'on-record-'));
    write('entities.yaml', AUTHORITY);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(file: string, content: string | Uint8Array) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), content);
  }

  function article(
    slug: string,
    text: string | Uint8Array | null = TEXT,
    annotation: string | Uint8Array | null = ANNOTATION,
  ) {
    mkdirSync(join(folder, 'articles', slug), { recursive: true });
    if (text !== null) write(`articles/${slug}/article.txt`, text);
    if (annotation !== null) write(`articles/${slug}/annotation.yaml`, annotation);
  }

  function faults(...paths: string[]): FileFault[] {
    try {
      validate(paths.length > 0 ? paths : [folder], join(folder, 'entities.yaml'));
      return [];
    } catch (error) {
      return (error as InputError).faults.map(ofFile);
    }
  }

  test('are none to begin with', () => {
    article('a-meeting');
    expect(faults()).toEqual([]);
    expect(faults(join(folder, 'articles'))).toEqual([]);
    expect(faults(join(folder, 'articles/a-meeting'))).toEqual([]);
    expect(faults(join(folder, 'articles/a-meeting/annotation.yaml'))).toEqual([]);
    expect(faults(join(folder, 'entities.yaml'))).toEqual([]);
  });

  test.each<[string, () => void, Partial<Fault> & { in: string }]>([
    [
      'a folder whose name is no id',
      () => article('A Meeting'),
      {
        in: 'A Meeting',
        detail: 'the folder name "A Meeting" cannot be an article id',
        expected: `${SLUG}, at most 120 characters`,
      },
    ],
    [
      'no annotation',
      () => article('a-meeting', TEXT, null),
      {
        in: 'annotation.yaml',
        detail: 'the file is missing',
        expected: 'a file annotation.yaml in this folder',
      },
    ],
    [
      'no article',
      () => article('a-meeting', null),
      { in: 'article.txt', detail: 'the file is missing', expected: 'a file article.txt in this folder' },
    ],
    [
      'an article in Latin-1',
      () => article('a-meeting', Buffer.from('caf\xe9', 'latin1')),
      { in: 'article.txt', line: 1, detail: 'the file is not valid UTF-8', expected: 'text in UTF-8' },
    ],
    [
      'an annotation in Latin-1',
      () => article('a-meeting', TEXT, Buffer.from('a: 1\nb: caf\xe9', 'latin1')),
      { in: 'annotation.yaml', line: 2, detail: 'the file is not valid UTF-8', expected: 'text in UTF-8' },
    ],
    [
      'a text in NFD',
      () => article('a-meeting', `${TEXT}Cafe\u0301\n`),
      {
        in: 'article.txt',
        line: 4,
        detail: 'the text has decomposed characters, such as e and an accent for é',
        expected: 'Unicode in NFC',
      },
    ],
    [
      'an empty text',
      () => article('a-meeting', ' \n'),
      { in: 'article.txt', detail: 'the article is empty', expected: 'the text of the article' },
    ],
  ])('%s', (_, prepare, { in: file, ...wanted }) => {
    prepare();
    const found = faults().filter(({ file: at }) => at.endsWith(file));
    expect(found).toMatchObject([{ line: undefined, field: '', ...wanted }]);
  });

  test('the annotation is checked without an article, and with one that is not composed', () => {
    article('one', null, replaced(ANNOTATION, 'object: norland', 'object: norlnd'));
    article('two', `${TEXT}Cafe\u0301\n`, replaced(ANNOTATION, 'Bell left,', 'Bell lefd,'));
    const found = faults().map(({ file, field }) => [file.split('/').slice(-2).join('/'), field]);
    expect(found).toEqual([
      ['one/annotation.yaml', 'relations[0].object'],
      ['one/article.txt', ''],
      ['two/annotation.yaml', 'excluded[0].quote'],
      ['two/article.txt', ''],
    ]);
  });

  test('a byte order mark is read, and no part of a text', () => {
    const mark = '\ufeff';
    write('entities.yaml', mark + AUTHORITY);
    article('a-meeting', mark + TEXT, mark + ANNOTATION);
    expect(faults()).toEqual([]);
    const [read] = validate([folder], join(folder, 'entities.yaml')).read();
    expect(read!.properties).toMatchObject({ text: TEXT, length: Array.from(TEXT).length });
    const [bell] = read!.facts.filter(({ kind }) => kind === 'Evidence');
    expect(bell!.properties.start).toBe(0);
  });

  test('lines of Windows are found by quotes over them, and kept', () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    const annotation = replaced(ANNOTATION, 'quote: Bell left', 'quote: "again.\\nNorlanders"');
    article('a-meeting', text, annotation.replaceAll('\n', '\r\n'));
    article('b-meeting', text, replaced(annotation, '"again.\\n', '"again.\\r\\n'));
    expect(faults()).toEqual([]);
    for (const { properties, facts } of validate([folder], join(folder, 'entities.yaml')).read()) {
      expect(properties.text).toBe(text);
      expect(facts.find(({ kind }) => kind === 'ExcludedClaim')!.properties.exact).toBe(
        'again.\r\nNorlanders',
      );
    }
  });

  test('no file is reported twice for one reason', () => {
    article('a-meeting', null, null);
    expect(faults()).toHaveLength(2);
  });

  test('no such path', () => {
    expect(faults(join(folder, 'nowhere'))).toMatchObject([
      { line: undefined, detail: 'there is no such file or folder' },
    ]);
  });

  test('nothing to load', () => {
    mkdirSync(join(folder, 'empty'));
    expect(faults(join(folder, 'empty'))).toMatchObject([
      {
        detail: 'there is nothing to load here',
        expected:
          'entities.yaml, articles.ndjson, articles/<slug>/, or a folder with article.txt and annotation.yaml',
      },
    ]);
  });

  test('two articles of one id', () => {
    article('a-meeting');
    write('more/articles/a-meeting/article.txt', TEXT);
    write('more/articles/a-meeting/annotation.yaml', ANNOTATION);
    const found = faults(folder, join(folder, 'more'));
    expect(found.some(({ detail }) => detail.startsWith('the article id a-meeting is also that of '))).toBe(
      true,
    );
  });

  test('all problems of all files are reported at once', () => {
    article('one', TEXT, replaced(ANNOTATION, 'cue: said Bell', 'cue: cried Bell'));
    article('two', ' ', replaced(ANNOTATION, 'language: en', 'language: English'));
    article('three', null);
    write('entities.yaml', replaced(AUTHORITY, 'iso3166: NRL', 'iso3166: no'));
    const places = faults(folder, join(folder, 'nowhere')).map(
      ({ file, field }) => `${file.split('/').at(-1)} ${field}`,
    );
    expect(places).toEqual(
      expect.arrayContaining([
        'annotation.yaml statements[0].quotations[0].cue',
        'annotation.yaml article.language',
        'article.txt ',
        'entities.yaml entities[0].iso3166',
        'nowhere ',
      ]),
    );
    expect(places.filter((place) => place === 'article.txt ')).toHaveLength(2);
  });
});

test('a fault reads as place, field and problem, then what was expected and what is nearest', () => {
  const [fault] = faultsOf(replaced(ANNOTATION, 'object: norland', 'object: norlnd'));
  expect(formatFault(fault!)).toBe(
    `annotation.yaml:${fault!.line} relations[0].object: there is no entity "norlnd"
    expected the id of an entity
    nearest: norland`,
  );
  expect(formatFault({ file: 'f', detail: 'm' })).toBe('f m');
});

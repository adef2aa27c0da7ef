import fc from 'fast-check';

const PEOPLE = [
  'Ada Bell',
  'Cal Dorn',
  'Mr. Quill',
  'Senator Eva Marsh',
  'General Omar Reed',
  'the minister',
  'Norland officials',
  'she',
  'He',
  'a spokeswoman for the Tarn Ministry',
  'Pakistan',
  'Eva Marsh, a former judge and analyst on trade,',
];
const SAYINGS = [
  'We will sign in May',
  'the bridge is safe',
  'it rained on Monday and Tuesday',
  'Norland must pay 40 million euros',
  'nobody was hurt 🎈',
  'the U.S. and Tarn are “old friends”',
  'I don’t know',
  'é and ‘quoted’ words',
  'the talks in Oslo failed in 2018',
];
const VERBS = [
  'said',
  'told reporters',
  'warned',
  'praised',
  'believes',
  'wrote',
  'asked',
  'denied',
  'added',
];
const MARKS = [
  ['“', '”'],
  ['"', '"'],
  ['«', '»'],
  ['„', '“'],
  ['‘', '’'],
  ["''", "''"],
  ['“', ''],
  ['', '”'],
] as const;

const sentence = fc
  .record({
    person: fc.constantFrom(...PEOPLE),
    saying: fc.constantFrom(...SAYINGS),
    other: fc.constantFrom(...SAYINGS),
    verb: fc.constantFrom(...VERBS),
    marks: fc.constantFrom(...MARKS),
    form: fc.integer({ min: 0, max: 9 }),
  })
  .map(
    ({ person, saying, other, verb, marks: [open, close], form }) =>
      [
        `${open}${saying},${close} ${person} ${verb}.`,
        `${open}${saying},${close} ${verb} ${person}. ${open}${other}.${close}`,
        `${person} ${verb} that ${saying}.`,
        `${person} ${verb} that ${open}${saying}${close} and that ${other}.`,
        `According to ${person}, ${saying}.`,
        `${open}${saying}${close}\n\n– ${person}`,
        `${person}: ${open}${saying}.${close}`,
        `${person} met Cal Dorn in Oslo on 3 May 2018.`,
        `${person} ${verb}:`,
        `${saying}.`,
      ][form]!,
  );

/** Texts of an article's kind, with all marks and some that are broken. */
export const articleTexts = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\n\n', '  ')), { minLength: 1, maxLength: 25 })
  .map(
    (parts) =>
      `${parts
        .map(([text, space]) => text + space)
        .join('')
        .trim()}\n`,
  );

/** Texts of no kind at all. */
export const anyTexts = fc
  .array(
    fc.constantFrom(
      '“',
      '”',
      '"',
      '‘',
      '’',
      ' ',
      '\n',
      '.',
      ',',
      ':',
      '–',
      'Ada',
      'Bell',
      'said',
      'that',
      'he',
      '🎈',
      'US',
      '(',
      ')',
      '2018',
      'é',
      '\t',
    ),
    { minLength: 1, maxLength: 120 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => /[\p{L}\p{N}]/u.test(text));

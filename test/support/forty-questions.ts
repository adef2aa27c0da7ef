const TRUMP = ['trump-calls-pakistan-dangerous', 'trump-thanks-munir', 'two-smart-people-stopped-war'];
const KURILLA = [
  'kurilla-coordination-led-to-success',
  'kurilla-need-for-cooperation',
  'kurilla-pakistan-counterterrorism-role',
  'kurilla-pakistan-phenomenal-partner',
];
const WEINBAUM = ['weinbaum-us-policy-unpredictable', 'weinbaum-us-priorities-change-quickly'];
const RUMI = ['rumi-codify-alliance', 'rumi-institutionalize-relationship', 'rumi-tactical-romance'];
const NOBODY = ['pakistan-praised-for-arrests'];

/** What journalists and researchers ask: a question, its one request, and the ids of what is right, in any order. */
export const QUESTIONS: [question: string, request: string, ids: string[]][] = [
  ['What did Trump say?', '/v1/statements?speaker=Trump', TRUMP],
  ['What did Kurilla say about Pakistan?', '/v1/statements?speaker=Kurilla&about=Pakistan', KURILLA],
  ['What did Trump or Rumi say?', '/v1/statements?speaker=Trump&speaker=Rumi', [...TRUMP, ...RUMI]],
  [
    'What may Kurilla have said, if every reading counts?',
    '/v1/statements?speaker=Kurilla&attribution=any',
    [...KURILLA, 'two-smart-people-stopped-war'],
  ],
  ['What do soldiers say?', '/v1/statements?speakerRole=military', KURILLA],
  [
    'What do leaders and analysts say?',
    '/v1/statements?speakerRole=leader&speakerRole=analyst',
    [...TRUMP, ...WEINBAUM, ...RUMI],
  ],
  ['What do those say who hold office now?', '/v1/statements?currentRole=true&speakerRole=official', []],
  ['What did the American side say?', '/v1/statements?speakerCountry=the%20US', [...TRUMP, ...KURILLA]],
  ['What did the Pakistanis say?', '/v1/statements?speakerCountry=Pakistanis', RUMI],
  ['What was said for CENTCOM?', '/v1/statements?speakerOf=CENTCOM', KURILLA],
  [
    'What was said against Pakistan?',
    '/v1/statements?about=Pakistan&polarity=negative',
    ['trump-calls-pakistan-dangerous'],
  ],
  [
    'Who praised Pakistan?',
    '/v1/statements?about=PAK&act=praise&aboutAs=target',
    [...NOBODY, 'kurilla-pakistan-phenomenal-partner'],
  ],
  [
    'Who spoke of Pakistan without aiming at it?',
    '/v1/statements?about=Pakistan&aboutAs=topic',
    [
      'kurilla-coordination-led-to-success',
      'kurilla-pakistan-counterterrorism-role',
      'rumi-tactical-romance',
      'trump-thanks-munir',
      'weinbaum-us-priorities-change-quickly',
    ],
  ],
  [
    'Who praised or criticized whom?',
    '/v1/statements?act=praise&act=criticize',
    [
      'trump-calls-pakistan-dangerous',
      'trump-thanks-munir',
      'two-smart-people-stopped-war',
      'kurilla-pakistan-phenomenal-partner',
      ...NOBODY,
      ...WEINBAUM,
    ],
  ],
  ['What was said about India or Munir?', '/v1/statements?about=India&about=Munir', ['trump-thanks-munir']],
  ['What was said in 2018?', '/v1/statements?saidFrom=2018&saidTo=2018', ['trump-calls-pakistan-dangerous']],
  ['What was said since 2020?', '/v1/statements?saidFrom=2020', []],
  [
    'What was said before Trump met Munir?',
    '/v1/statements?before=trump-munir-meeting-2025',
    ['trump-calls-pakistan-dangerous'],
  ],
  [
    'What was said after Pakistan became independent?',
    '/v1/statements?after=pakistan-independence-1947',
    ['trump-calls-pakistan-dangerous'],
  ],
  [
    'What has no date?',
    '/v1/statements?undated=only',
    [...TRUMP.slice(1), ...KURILLA, ...WEINBAUM, ...RUMI, ...NOBODY],
  ],
  ['What has one?', '/v1/statements?undated=exclude', ['trump-calls-pakistan-dangerous']],
  ['What was said at the meeting?', '/v1/statements?at=trump-munir-meeting-2025', NOBODY],
  [
    'What was said about the meeting?',
    '/v1/statements?about=trump-munir-meeting-2025',
    ['trump-thanks-munir'],
  ],
  ['What is nobody named for?', '/v1/statements?unattributed=true', NOBODY],
  ['Whose words are contested?', '/v1/statements?contested=true', ['two-smart-people-stopped-war']],
  ['What has no source?', '/v1/statements?flag=unsourced', ['trump-calls-pakistan-dangerous']],
  [
    'What is weakly attributed?',
    '/v1/statements?maxConfidence=0.5',
    ['trump-calls-pakistan-dangerous', ...NOBODY],
  ],
  [
    'What did Trump say in his own words?',
    '/v1/statements?speaker=Trump&quoteType=direct',
    ['trump-thanks-munir', 'two-smart-people-stopped-war'],
  ],
  ['What does an article report of Rumi?', '/v1/statements?article=shifting-sands&speaker=Rumi', RUMI],
  ['Who spoke of terror?', '/v1/statements?q=terror', ['kurilla-coordination-led-to-success']],
  ['Who said "tactical romance"?', '/v1/statements?q=%22tactical%20romance%22', ['rumi-tactical-romance']],
  [
    'What brought Trump and Munir together?',
    '/v1/events?participants=Trump&participants=Munir',
    ['trump-invites-munir-2025', 'trump-munir-meeting-2025'],
  ],
  ['Who was arrested?', '/v1/events?kind=arrest', ['pakistan-organized-crime-arrests']],
  [
    'What does a speaker alone say has happened?',
    '/v1/events?assertedBy=statement&participants=Pakistan',
    [
      'pakistan-counterterrorism-fight',
      'pakistan-organized-crime-arrests',
      'pakistan-india-de-escalation',
      'pakistan-india-tensions',
    ],
  ],
  ['What lasted how long?', '/v1/events?figure=duration', ['munir-stay-in-us', 'pakistan-military-rule']],
];

/** The same where the response counts: the ids or the words of the groups, with their numbers. */
export const COUNTED: [question: string, request: string, answer: unknown[]][] = [
  [
    'Who is quoted most?',
    '/v1/stats/statements?groupBy=speaker&limit=2',
    [
      ['michael-kurilla', 4],
      ['donald-trump', 3],
    ],
  ],
  [
    'How does Trump speak?',
    '/v1/stats/statements?groupBy=polarity&speaker=Trump',
    [
      ['positive', 2],
      ['negative', 1],
    ],
  ],
];

import { describe, expect, test } from 'vitest';
import {
  type AttributionSummary,
  deriveStatement,
  type StatementReading,
} from '../../src/ingest/facts/derive-statement.ts';

const KEYS = { sortKey: '0000-00-00_s', intervalKey: null };

const by = (speakers: string, rank: string, confidence = 0.5): AttributionSummary => ({
  speakerIds: speakers === '' ? [] : speakers.split(' '),
  rank,
  confidence,
  describedRole: null,
  describedOf: null,
});

/** A quotation with attributions, in an article of a day. */
const quoted = (
  attributions: AttributionSummary[],
  quoteType = 'direct',
  day: string | null = null,
): StatementReading => ({
  ...{ quoteType, publishedEarliest: day, publishedLatest: day, attributions, article: { id: `of-${day}` } },
  ...{ exact: 'We agree', start: 0, text: null, cameo: null },
  ...{ saidEdtf: null, saidEarliest: null, saidLatest: null, saidBasis: 'unknown' },
  ...{ aboutIds: null, aboutAs: null, aboutKinds: null, atIds: null, unnamedTargets: [] },
});

const derive = (quotations: StatementReading[]) => {
  const { fact, ...rest } = deriveStatement('s', quotations, () => true);
  return { ...rest, properties: fact.properties };
};
const from = (...attributions: AttributionSummary[]) => derive([quoted(attributions)]);

describe('what a statement takes from its quotations', () => {
  test('is its one speaker, with the highest confidence', () => {
    const quotations = [
      quoted([by('ann', 'preferred', 0.4)], 'mixed', '2021-01-31'),
      quoted([by('ann', 'preferred', 0.9)], 'direct', '2020-12-24'),
      { ...quoted([by('ann', 'normal', 1)], 'mixed'), publishedEarliest: '2021-01-01' },
    ];
    expect(derive(quotations)).toMatchObject({
      properties: {
        text: 'We agree',
        speakerIds: ['ann'],
        isUnattributed: false,
        describedRoles: null,
        describedOf: null,
        contested: null,
        isContested: false,
        confidence: 0.9,
        quoteTypes: ['direct', 'mixed'],
        reportedEarliest: '2020-12-24',
        reportedLatest: '2021-01-31',
      },
      saidBy: [{ speakerId: 'ann', ...KEYS, preferred: true }],
      speakerIds: ['ann'],
      keys: KEYS,
    });
  });

  test('are several speakers who speak together, which contests nothing', () => {
    const { properties, saidBy } = from(by('ann ben', 'preferred'));
    expect(properties).toMatchObject({ speakerIds: ['ann', 'ben'], contested: null, isContested: false });
    expect(saidBy).toMatchObject([
      { speakerId: 'ann', preferred: true },
      { speakerId: 'ben', preferred: true },
    ]);
    expect(from(by('ann ben', 'preferred'), by('ben ann', 'normal')).properties.contested).toBe(null);
  });

  test('is contested where others could have said it', () => {
    const { properties, saidBy } = from(by('ann', 'preferred'), by('ben', 'normal'));
    expect(properties).toMatchObject({ speakerIds: ['ann'], contested: ['speaker'], isContested: true });
    expect(saidBy).toMatchObject([
      { speakerId: 'ann', preferred: true },
      { speakerId: 'ben', preferred: false },
    ]);
    expect(from(by('ann ben', 'preferred'), by('ann', 'normal')).properties.contested).toEqual(['speaker']);
  });

  test('is what describes who is not named, as far as it is preferred', () => {
    const officials = { ...by('', 'preferred'), describedRole: 'official', describedOf: 'iraq' };
    const envoy = { ...by('', 'normal'), describedRole: 'diplomat', describedOf: 'iran' };
    expect(from(officials, envoy).properties).toMatchObject({
      ...{ speakerIds: null, isUnattributed: true, contested: null },
      ...{ describedRoles: ['official'], describedOf: ['iraq'] },
    });
  });

  test('is nothing of what is deprecated', () => {
    expect(from(by('ann', 'preferred'), by('ben', 'deprecated'))).toMatchObject({
      properties: { speakerIds: ['ann'], contested: null, isContested: false },
      saidBy: [{ speakerId: 'ann', preferred: true }],
    });
    expect(from(by('ben', 'deprecated'))).toMatchObject({
      properties: { speakerIds: null, isUnattributed: true, contested: null, confidence: null },
      saidBy: [],
    });
  });

  test('is nobody where nobody is named or preferred; who names nobody gives way and contests nothing', () => {
    expect(from(by('', 'preferred'))).toMatchObject({
      properties: { speakerIds: null, isUnattributed: true, contested: null },
      saidBy: [],
    });
    expect(from(by('ann', 'normal')).properties).toMatchObject({ speakerIds: null, confidence: null });
    expect(from(by('ann', 'preferred'), by('', 'preferred')).properties).toMatchObject({
      speakerIds: ['ann'],
      contested: null,
    });
  });

  test.each([
    [
      'those whom most of them prefer',
      [by('ann', 'preferred', 0.9), by('ben', 'preferred'), by('ben', 'preferred')],
      'ben',
    ],
    ['those of the highest confidence', [by('ann', 'preferred', 0.4), by('ben', 'preferred', 0.5)], 'ben'],
    ['the first by id', [by('ben', 'preferred'), by('ann', 'preferred')], 'ann'],
  ])('are, where quotations prefer different speakers, %s', (_, attributions, speaker) => {
    for (const order of [attributions, attributions.toReversed()]) {
      const quotations = order.map((attribution) => quoted([attribution]));
      expect(derive(quotations).properties).toMatchObject({
        speakerIds: [speaker],
        contested: ['speaker'],
      });
    }
  });
});

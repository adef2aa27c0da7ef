import { describe, expect, test } from 'vitest';
import {
  type AttributionParts,
  type QuotationParts,
  type StatementDetailParts,
  statementDetail,
  statementItem,
  statementJson,
} from '../../src/db/statement-json.ts';
import { inOrderOf } from '../../src/model/field-order.ts';
import { Statement, StatementDetail } from '../../src/model/statement.ts';

const ANN = { type: 'Person' as const, name: 'Ann', id: 'ann' };
const BEN = { type: 'Person' as const, name: 'Ben', id: 'ben' };

const attribution = (id: string, changes: Partial<AttributionParts> = {}): AttributionParts => ({
  ...{ id, rank: 'normal', basis: 'editor', confidence: 0.5, reason: null, flags: null, speakers: [ANN] },
  ...{
    describedExact: null,
    describedStart: null,
    describedEnd: null,
    describedRole: null,
    describedOf: null,
  },
  ...{ start: 1, end: 2, suffix: '', prefix: '', exact: 'A' },
  ...changes,
});

/** A quotation in one part, of which nothing is marked as quoted. */
const IN_ONE_PART = {
  ...{ partExacts: null, partPrefixes: null, partSuffixes: null, partStarts: null, partEnds: null },
  ...{ quotedExacts: null, quotedStarts: null, quotedEnds: null },
};

const quotation = (id: string, article: string, changes: Partial<QuotationParts> = {}): QuotationParts => ({
  ...{ id, quoteType: 'direct', cue: null, cueStart: null, cueEnd: null, attributions: [] },
  ...IN_ONE_PART,
  ...{ start: 0, end: 1, suffix: '', prefix: '', exact: 'We agree' },
  article: { published: null, title: 'A', id: article },
  ...{ saidEdtf: null, saidEarliest: null, saidLatest: null, saidBasis: 'unknown', cameo: null },
  ...{ statementId: id, same: [], unnamedTargets: [] },
  ...changes,
});

const parts = (changes: Partial<StatementDetailParts> = {}): StatementDetailParts => ({
  ...{ id: 's', text: 'We agree', contested: null, speakerIds: null, about: [], quotations: [], saidAt: [] },
  ...{ saidEdtf: null, saidEarliest: null, saidLatest: null, saidBasis: 'unknown' },
  ...{ cameo: null, actLabel: null, plover: null, quadClass: null, goldstein: null },
  ...changes,
});

describe('a statement on the wire', () => {
  const whole = parts({
    ...{
      cameo: '051',
      actLabel: 'Praise',
      quadClass: 'verbal cooperation',
      goldstein: 3.4,
      speakerIds: ['ben'],
    },
    about: [
      { articles: ['a'], as: 'topic', ...BEN },
      { articles: ['a', 'b'], as: 'target', ...ANN },
    ],
    saidAt: [{ type: 'Event', name: 'They meet', id: 'meeting' }],
    quotations: [
      quotation('q3', 'b', { exact: 'You agree', cue: 'said', cueStart: 3, cueEnd: 7 }),
      quotation('q2', 'a', { start: 9, exact: 'They agree' }),
      quotation('q1', 'a', {
        attributions: [
          attribution('a4', { rank: 'deprecated' }),
          attribution('a3'),
          attribution('a2', { confidence: 0.9, speakers: [] }),
          attribution('a1'),
          attribution('a0', {
            rank: 'preferred',
            confidence: 0.1,
            speakers: [BEN, ANN],
            flags: ['unsourced'],
          }),
        ],
      }),
    ],
  });

  test('has its lists in their orders, whatever the order of its parts', () => {
    const { about, quotations } = statementItem(whole);
    expect(about.map(({ id }) => id)).toEqual(['ann', 'ben']);
    expect(quotations.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3']);
    expect(
      quotations[0]!.attributions.map(({ rank, confidence, speakers }) => [
        rank,
        confidence,
        ...speakers.map(({ id }) => id),
      ]),
    ).toEqual([
      ['preferred', 0.1, 'ann', 'ben'],
      ['normal', 0.9],
      ['normal', 0.5, 'ann'],
      ['normal', 0.5, 'ann'],
      ['deprecated', 0.5, 'ann'],
    ]);
  });

  test('has the speakers that its attributions link to', () => {
    expect(statementItem(whole).speakers).toEqual([BEN]);
    expect(statementItem({ ...whole, speakerIds: ['ann', 'ben'] }).speakers).toEqual([ANN, BEN]);
    expect(statementItem({ ...whole, speakerIds: null }).speakers).toEqual([]);
  });

  test('says what is contested, and how it is about what it is about', () => {
    const { about, contested } = statementItem({ ...whole, contested: ['speaker'] });
    expect(contested).toEqual(['speaker']);
    expect(statementItem(whole).contested).toEqual([]);
    expect(about).toEqual([
      { ...ANN, as: 'target', articles: ['a', 'b'] },
      { ...BEN, as: 'topic', articles: ['a'] },
    ]);
  });

  test('has a description where nobody is named', () => {
    const described = attribution('a1', {
      ...{ speakers: [], describedExact: 'Iraqi officials', describedStart: 4, describedEnd: 19 },
      ...{ describedRole: 'official', describedOf: { id: 'iraq', name: 'Iraq', type: 'Country' } },
    });
    const { quotations } = statementItem(
      parts({ quotations: [quotation('q', 'a', { attributions: [described] })] }),
    );
    expect(quotations[0]!.attributions[0]).toMatchObject({
      speakers: [],
      described: {
        words: { exact: 'Iraqi officials', start: 4, end: 19, unit: 'code-point' },
        role: 'official',
        of: { id: 'iraq', name: 'Iraq', type: 'Country' },
      },
    });
    expect(statementItem(whole).quotations[0]!.attributions[0]!.described).toBeNull();
  });

  test('has a quotation in one part, or in several, and the words that are quoted', () => {
    const parted = {
      ...{ partExacts: ['We', 'agree'], partPrefixes: ['“', '“'], partSuffixes: [',”', '”'] },
      ...{ partStarts: [1, 12], partEnds: [3, 17], start: 1, end: 17, exact: 'We … agree' },
      ...{ quotedExacts: ['agree'], quotedStarts: [12], quotedEnds: [17] },
    };
    const { quotations } = statementItem(parts({ quotations: [quotation('q1', 'a', parted)] }));
    const unit = 'code-point';
    expect(quotations[0]).toMatchObject({
      evidence: [
        { exact: 'We', prefix: '“', suffix: ',”', start: 1, end: 3, unit },
        { exact: 'agree', prefix: '“', suffix: '”', start: 12, end: 17, unit },
      ],
      quoted: [{ exact: 'agree', start: 12, end: 17, unit }],
    });
    expect(statementItem(whole).quotations[0]).toMatchObject({
      evidence: [{ exact: 'We agree', prefix: '', suffix: '', start: 0, end: 1, unit }],
      quoted: [],
    });
  });

  test('holds to its schema, and has its fields in the order of the schema', () => {
    for (const one of [whole, parts()]) {
      const item = statementItem(one);
      expect(Statement.parse(item)).toEqual(item);
      expect(statementJson(one)).toBe(JSON.stringify(inOrderOf(Statement)(item)));
      const detail = statementDetail(one);
      expect(StatementDetail.parse(detail)).toEqual(detail);
      expect(JSON.stringify(detail)).toBe(JSON.stringify(inOrderOf(StatementDetail)(detail)));
    }
  });

  test('has null for the act and the cue that are not there, and an empty list of flags', () => {
    const item = statementItem({ ...whole, cameo: null });
    expect(item.act).toBeNull();
    expect(item.quotations.map(({ cue }) => cue?.exact ?? null)).toEqual([null, null, 'said']);
    expect(item.quotations[0]!.attributions.map(({ flags }) => flags)).toEqual([
      ['unsourced'],
      ...Array(4).fill([]),
    ]);
  });

  test('has each other wording once, in the order of its quotations', () => {
    const again = quotation('q4', 'c', { exact: 'They agree' });
    const { variants, saidAt } = statementDetail({ ...whole, quotations: [again, ...whole.quotations] });
    expect(variants).toEqual(['They agree', 'You agree']);
    expect(saidAt).toEqual([{ id: 'meeting', name: 'They meet', type: 'Event' }]);
  });
});

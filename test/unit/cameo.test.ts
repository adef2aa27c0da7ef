import { describe, expect, test } from 'vitest';
import { ACTS, Act, PLOVER_DETAILS, PLOVER_EVENT_TYPES, QuadClass } from '../../src/model/act.ts';
import table from '../../src/model/cameo.json' with { type: 'json' };
import { PloverContext, PloverMode } from '../../src/model/vocabulary.ts';

const acts = [...ACTS.values()];

describe('the table of CAMEO', () => {
  test('has each code once, and twenty roots', () => {
    expect(ACTS.size).toBe(table.length);
    expect(acts.filter(({ cameo }) => cameo.length === 2)).toHaveLength(20);
  });

  test.each(acts)('$cameo is an act with a parent in its own quad class', (act) => {
    expect(Act.parse(act)).toEqual(act);
    expect(act.cameo).toMatch(/^(0[1-9]|1\d|20)\d{0,2}$/);
    for (let length = 2; length < act.cameo.length; length++) {
      const parent = ACTS.get(act.cameo.slice(0, length));
      expect(parent?.quadClass).toBe(act.quadClass);
    }
    expect(Math.abs(act.goldstein ?? 0)).toBeLessThanOrEqual(10);
    expect(act.label.trim()).toBe(act.label);
    expect(act.label).not.toBe('');
  });

  test('has closed sets of quad classes and PLOVER event types', () => {
    expect([...new Set(acts.map(({ quadClass }) => quadClass))].sort()).toEqual(
      [...QuadClass.options].sort(),
    );
    expect([...PLOVER_EVENT_TYPES].sort()).toEqual(
      [
        'AGREE',
        'AID',
        'ASSAULT',
        'COERCE',
        'CONCEDE',
        'CONSULT',
        'COOPERATE',
        'ACCUSE',
        'MOBILIZE',
        'PROTEST',
        'REJECT',
        'REQUEST',
        'RETREAT',
        'SANCTION',
        'SUPPORT',
        'THREATEN',
      ].sort(),
    );
  });

  test.each([
    ['051', 'Praise or endorse', 'SUPPORT', 'verbal cooperation', 3.4],
    ['02', 'Appeal', 'REQUEST', 'verbal cooperation', 3],
    ['13', 'Threaten', 'THREATEN', 'verbal conflict', -6],
  ])('%s is %s', (cameo, label, plover, quadClass, goldstein) => {
    expect(ACTS.get(cameo)).toMatchObject({ label, plover, quadClass });
    expect(Math.sign(ACTS.get(cameo)!.goldstein!)).toBe(Math.sign(goldstein));
  });

  test('has modes and contexts of PLOVER, each used and only with an event type', () => {
    const details = [...PLOVER_DETAILS];
    const modes = new Set(details.flatMap(([, { mode }]) => (mode === null ? [] : [mode])));
    expect([...modes].toSorted()).toEqual(PloverMode.options.toSorted());
    for (const [code, { mode, contexts }] of details) {
      if (ACTS.get(code)!.plover === null) expect([mode, contexts], code).toEqual([null, []]);
      for (const context of contexts) expect(PloverContext.options, code).toContain(context);
    }
  });

  test.each([
    ['042', 'visit', []],
    ['046', null, ['diplomatic']],
    ['0863', 'access', ['human_security']],
    ['1124', 'allege', ['military', 'legal']],
    ['1712', 'destroy', ['human_security']],
    ['173', 'arrest', ['legal']],
    ['175', null, ['pro_autocracy', 'military']],
    ['186', 'targeted', []],
    ['01', null, []],
  ])('%s is done by %s, in the contexts %j', (code, mode, contexts) => {
    expect(PLOVER_DETAILS.get(code)).toEqual({ mode, contexts });
  });
});

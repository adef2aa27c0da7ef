import { describe, expect, test } from 'vitest';
import { ACTS, Act, PLOVER_EVENT_TYPES, QuadClass } from '../../src/model/act.ts';
import table from '../../src/model/cameo.json' with { type: 'json' };

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
});

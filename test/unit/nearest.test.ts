import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/model/nearest.ts';

const PARAMETERS = [
  'speaker',
  'about',
  'polarity',
  'saidFrom',
  'saidTo',
  'q',
  'sort',
  'limit',
  'cursor',
  'format',
];

describe('the nearest candidate', () => {
  test.each([
    ['pakstan', ['india', 'pakistan'], 'pakistan'],
    ['PAKISTAN', ['india', 'pakistan'], 'pakistan'],
    ['india', ['pakistan', 'indian', 'india'], 'india'],
    ['sotr', PARAMETERS, 'sort'],
    ['query', ['queries', 'extend'], 'queries'],
    ['al', ['none', 'all'], 'all'],
    ['nickname', ['adjective', 'name'], 'name'],
    ['saidfrom', PARAMETERS, 'saidFrom'],
    ['from', PARAMETERS, 'saidFrom'],
    ['speakerName', PARAMETERS, 'speaker'],
    ['trump administration', ['raza ahmad rumi', 'donald trump', 'trump'], 'trump'],
    ['trumpism', ['raza ahmad rumi', 'donald trump'], 'donald trump'],
    ['indian goverment', ['india', 'indian government'], 'indian government'],
    ['山田', ['united kingdom', '山田太郎'], '山田太郎'],
    ['김정은', ['김정은위원장', 'kim'], '김정은위원장'],
  ])('to %j of %j is %j', (given, candidates, expected) => {
    expect(nearest(given, candidates)).toBe(expected);
  });

  test.each([
    ['desc', ['newest', 'oldest'], 'newest'],
    ['ascending', ['newest', 'oldest'], 'oldest'],
    ['hostile', ['positive', 'neutral', 'negative'], 'negative'],
    ['person', PARAMETERS, 'speaker'],
    ['stance', PARAMETERS, 'polarity'],
    ['page_size', PARAMETERS, 'limit'],
    ['person', ['people', 'persons'], 'persons'],
  ])('to %j of %j is %j, which means the same', (given, candidates, expected) => {
    expect(nearest(given, candidates)).toBe(expected);
  });

  test.each([
    ['zzzz', ['india', 'pakistan']],
    ['india', []],
    ['ab', ['abcde']],
    ['aa', ['ab', 'ac']],
    ['former', PARAMETERS],
    ['nobody x', ['united kingdom']],
    ['lev osipenko', ['india', 'liam', 'leo']],
    ['general smith', ['general munir']],
    ['hostile', ['host a visit', 'take hostage']],
    ['warn', ['accuse of war crimes']],
    ['promise', ['provide aid']],
    ['marketing', ['mark', 'king']],
    ['', ['india']],
  ])('to %j of %j is none', (given, candidates) => {
    expect(nearest(given, candidates)).toBeUndefined();
  });
});

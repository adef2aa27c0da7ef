import { describe, expect, test } from 'vitest';
import { dayRange, Edtf } from '../../src/model/date.ts';

describe('the days of an EDTF date', () => {
  test.each([
    ['2018', '2018-01-01', '2018-12-31'],
    ['2025-06', '2025-06-01', '2025-06-30'],
    ['2016-02-29', '2016-02-29', '2016-02-29'],
    ['2018-06-15T10:00:00Z', '2018-06-15', '2018-06-15'],
    ['2025~', '2025-01-01', '2025-12-31'],
    ['1984?', '1984-01-01', '1984-12-31'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['1947/2025', '1947-01-01', '2025-12-31'],
    ['2018?/2019~', '2018-01-01', '2019-12-31'],
    ['[1667,1668]', '1667-01-01', '1668-12-31'],
    ['1947~/..', '1947-01-01', '9999-12-31'],
    ['2020/', '2020-01-01', '9999-12-31'],
    ['../2020', '0001-01-01', '2020-12-31'],
    ['/2020', '0001-01-01', '2020-12-31'],
    ['0001', '0001-01-01', '0001-12-31'],
    ['9999', '9999-01-01', '9999-12-31'],
  ])('%s', (expression, earliest, latest) => {
    expect(dayRange(expression)).toEqual({ earliest, latest });
  });

  test.each([
    '',
    'x',
    'last year',
    '2018-13',
    '2018-00',
    '2018-02-29',
    '2018-02-30',
    '2018-6',
    '20250612',
    '201806',
    '2018/06',
    ' 2018',
    '2020/2018',
    '0000',
    '-0001',
    'Y17E7',
    '..',
  ])('%j is none', (expression) => {
    expect(dayRange(expression)).toBeNull();
    expect(Edtf.safeParse(expression).success).toBe(false);
  });
});

test('a year may be a number', () => {
  expect(Edtf.parse(1947)).toBe('1947');
  expect(Edtf.safeParse(1947.5).success).toBe(false);
  expect(Edtf.safeParse(20250612).success).toBe(false);
});

import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { dayRange, Edtf } from '../../src/model/date.ts';

const FIRST = '0001-01-01';
const LAST = '9999-12-31';

/** Every feature of https://www.loc.gov/standards/datetime/ by its name there, with the first and the last day that is meant. */
const FEATURES: Record<string, [expression: string, earliest: string, latest: string][]> = {
  'level 0: date': [
    ['1985-04-12', '1985-04-12', '1985-04-12'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['1985-04', '1985-04-01', '1985-04-30'],
    ['1985', '1985-01-01', '1985-12-31'],
    ['0001', FIRST, '0001-12-31'],
    ['0576', '0576-01-01', '0576-12-31'],
    ['9999', '9999-01-01', LAST],
  ],
  'level 0: date and time, which is of the day that is written': [
    ['1985-04-12T23:20:30', '1985-04-12', '1985-04-12'],
    ['1985-04-12T00:00:00', '1985-04-12', '1985-04-12'],
    ['1985-04-12T24:00:00', '1985-04-12', '1985-04-12'],
    ['2016-12-31T23:59:60Z', '2016-12-31', '2016-12-31'],
    ['1985-04-12T23:20:30Z', '1985-04-12', '1985-04-12'],
    ['1985-04-12T23:20:30-04', '1985-04-12', '1985-04-12'],
    ['2025-06-12T23:30:00-05:00', '2025-06-12', '2025-06-12'],
    ['2025-06-12T00:30:00+14:00', '2025-06-12', '2025-06-12'],
    ['2025-06-12T23:30:00.000Z', '2025-06-12', '2025-06-12'],
    ['2025-06-12T23:30', '2025-06-12', '2025-06-12'],
  ],
  'level 0: time interval': [
    ['1964/2008', '1964-01-01', '2008-12-31'],
    ['2004-06/2006-08', '2004-06-01', '2006-08-31'],
    ['2004-02-01/2005-02-08', '2004-02-01', '2005-02-08'],
    ['2004-02-01/2005-02', '2004-02-01', '2005-02-28'],
    ['2004-02-01/2005', '2004-02-01', '2005-12-31'],
    ['2005/2006-02', '2005-01-01', '2006-02-28'],
    ['2018/2018', '2018-01-01', '2018-12-31'],
    ['2018-06/2018', '2018-06-01', '2018-12-31'],
    ['2025-06-12/2025-06-12', '2025-06-12', '2025-06-12'],
  ],
  'level 1: seasons, as wide as is meant by them': [
    ['2001-21', '2001-03-01', '2001-06-22'],
    ['2001-22', '2001-06-01', '2001-09-24'],
    ['2001-23', '2001-09-01', '2001-12-23'],
    ['2001-24', '2001-12-01', '2002-03-21'],
    ['2001-21~', '2001-03-01', '2001-06-22'],
    ['2001-21/2001-24', '2001-03-01', '2002-03-21'],
    ['9999-24', '9999-12-01', LAST],
  ],
  'level 1: qualification of a date': [
    ['1984?', '1984-01-01', '1984-12-31'],
    ['2004-06~', '2004-06-01', '2004-06-30'],
    ['2004-06-11%', '2004-06-11', '2004-06-11'],
  ],
  'level 1: unspecified digits from the right': [
    ['201X', '2010-01-01', '2019-12-31'],
    ['20XX', '2000-01-01', '2099-12-31'],
    ['2004-XX', '2004-01-01', '2004-12-31'],
    ['1985-04-XX', '1985-04-01', '1985-04-30'],
    ['1985-XX-XX', '1985-01-01', '1985-12-31'],
    ['XXXX', FIRST, LAST],
  ],
  'level 1: extended interval': [
    ['1985-04-12/..', '1985-04-12', LAST],
    ['1985-04/..', '1985-04-01', LAST],
    ['1985/..', '1985-01-01', LAST],
    ['../1985-04-12', FIRST, '1985-04-12'],
    ['../1985-04', FIRST, '1985-04-30'],
    ['../1985', FIRST, '1985-12-31'],
    ['1985-04-12/', '1985-04-12', LAST],
    ['1985-04/', '1985-04-01', LAST],
    ['1985/', '1985-01-01', LAST],
    ['/1985-04-12', FIRST, '1985-04-12'],
    ['/1985-04', FIRST, '1985-04-30'],
    ['/1985', FIRST, '1985-12-31'],
    ['../..', FIRST, LAST],
    ['1984~/2004-06', '1984-01-01', '2004-06-30'],
    ['2018?/2019~', '2018-01-01', '2019-12-31'],
  ],
  'level 1: negative years, as far as they reach into the calendar': [
    ['-0044/0014', FIRST, '0014-12-31'],
    ['-0044-03-15/..', FIRST, LAST],
    ['0000/0001', FIRST, '0001-12-31'],
  ],
  'level 2: years with an exponent': [
    ['Y17E2', '1700-01-01', '1700-12-31'],
    ['Y-17E7/2018', FIRST, '2018-12-31'],
    ['2018/Y17E7', '2018-01-01', LAST],
    ['2018/Y170000002', '2018-01-01', LAST],
  ],
  'level 2: significant digits': [
    ['1950S2', '1900-01-01', '1999-12-31'],
    ['1950S3', '1950-01-01', '1959-12-31'],
    ['1950S1', '1000-01-01', '1999-12-31'],
    ['1950S4', '1950-01-01', '1950-12-31'],
    ['1950S2~', '1900-01-01', '1999-12-31'],
    ['0050S2', FIRST, '0099-12-31'],
    ['Y19E2S1', '1000-01-01', '1999-12-31'],
    ['-0150S2/0014', FIRST, '0014-12-31'],
  ],
  'level 2: parts of a year': [
    ['2001-25', '2001-03-01', '2001-06-22'],
    ['2001-26', '2001-06-01', '2001-09-24'],
    ['2001-27', '2001-09-01', '2001-12-23'],
    ['2001-28', '2001-12-01', '2002-03-21'],
    ['2001-29', '2001-09-01', '2001-12-23'],
    ['2001-30', '2001-12-01', '2002-03-21'],
    ['2001-31', '2001-03-01', '2001-06-22'],
    ['2001-32', '2001-06-01', '2001-09-24'],
    ['2001-33', '2001-01-01', '2001-03-31'],
    ['2001-34', '2001-04-01', '2001-06-30'],
    ['2001-35', '2001-07-01', '2001-09-30'],
    ['2001-36', '2001-10-01', '2001-12-31'],
    ['2001-37', '2001-01-01', '2001-04-30'],
    ['2001-38', '2001-05-01', '2001-08-31'],
    ['2001-39', '2001-09-01', '2001-12-31'],
    ['2001-40', '2001-01-01', '2001-06-30'],
    ['2001-41', '2001-07-01', '2001-12-31'],
    ['201X-33', '2010-01-01', '2019-03-31'],
  ],
  'level 2: sets': [
    ['[1667,1668,1670..1672]', '1667-01-01', '1672-12-31'],
    ['{1667,1668, 1670..1672}', '1667-01-01', '1672-12-31'],
    ['[1785-07-30..1785-08-06]', '1785-07-30', '1785-08-06'],
    ['[..1760-12-03]', FIRST, '1760-12-03'],
    ['[1760-12..]', '1760-12-01', LAST],
    ['[1760-01,1760-02,1760-12..]', '1760-01-01', LAST],
    ['[1667,1760-12]', '1667-01-01', '1760-12-31'],
    ['[1668,1667]', '1667-01-01', '1668-12-31'],
    ['{1960,1961-12}', '1960-01-01', '1961-12-31'],
    ['[..1984]', FIRST, '1984-12-31'],
    ['{..1984}', FIRST, '1984-12-31'],
    ['[1984..]', '1984-01-01', LAST],
    ['[1984]', '1984-01-01', '1984-12-31'],
    ['[1984?,198X-21]', '1980-03-01', '1989-06-22'],
  ],
  'level 2: qualification of parts of a date': [
    ['2004-06~-11', '2004-06-11', '2004-06-11'],
    ['2004?-06-11', '2004-06-11', '2004-06-11'],
    ['?2004-06-~11', '2004-06-11', '2004-06-11'],
    ['2004-%06-11', '2004-06-11', '2004-06-11'],
    ['2024-02-~29', '2024-02-29', '2024-02-29'],
  ],
  'level 2: unspecified digits anywhere': [
    ['156X-12-25', '1560-12-25', '1569-12-25'],
    ['15XX-12-25', '1500-12-25', '1599-12-25'],
    ['XXXX-12-XX', FIRST, '9999-12-31'],
    ['1XXX-XX', '1000-01-01', '1999-12-31'],
    ['1XXX-12', '1000-12-01', '1999-12-31'],
    ['1984-1X', '1984-10-01', '1984-12-31'],
    ['1984-0X', '1984-01-01', '1984-09-30'],
    ['1984-XX-31', '1984-01-31', '1984-12-31'],
    ['1983-0X-3X', '1983-01-30', '1983-09-30'],
    ['201X-02-29', '2012-02-29', '2016-02-29'],
    ['19X0', '1900-01-01', '1990-12-31'],
  ],
  'level 2: interval': [
    ['2004-06-~01/2004-06-~20', '2004-06-01', '2004-06-20'],
    ['2004-06-XX/2004-07-03', '2004-06-01', '2004-07-03'],
  ],
};

const cases = Object.entries(FEATURES).flatMap(([feature, rows]) =>
  rows.map((row) => [feature, ...row] as const),
);

describe('the days of an EDTF date', () => {
  test.each(cases)('%s: %s', (_, expression, earliest, latest) => {
    expect(dayRange(expression)).toEqual({ earliest, latest });
  });

  test('are the same in every time zone', () => {
    const date = JSON.stringify(new URL('../../src/model/date.ts', import.meta.url).href);
    const program = `import(${date}).then(({ dayRange }) => console.log(JSON.stringify(${JSON.stringify(cases)}.map(([, text]) => dayRange(text)))))`;
    const here = cases.map(([, , earliest, latest]) => ({ earliest, latest }));
    for (const TZ of ['America/New_York', 'Pacific/Kiritimati', 'Asia/Kolkata']) {
      const there = execFileSync(process.execPath, ['-e', program], {
        encoding: 'utf8',
        env: { ...process.env, TZ },
      });
      expect(JSON.parse(there)).toEqual(here);
    }
  });

  test.each([
    ['nothing', ''],
    ['words', 'last year'],
    ['another calendar', '12 Rajab 1447'],
    ['no such month', '2018-13'],
    ['no such month', '2018-00'],
    ['no such part of a year', '2018-42'],
    ['a day of a part of a year', '2018-21-01'],
    ['no such day', '2018-02-30'],
    ['no such day, with a qualifier', '2018-02-~30'],
    ['no leap year', '2023-02-29'],
    ['no leap year, with a qualifier', '2023-02-~29'],
    ['no leap year, with qualifiers', '?2023-02?-29~'],
    ['no leap year, in an interval', '2023-02-29/2024'],
    ['no leap year, in a set', '[2023-02-~29,2024]'],
    ['no leap year, with a time', '2023-02-29T10:00:00Z'],
    ['no leap year, whatever the digits', '19X1-02-29'],
    ['no month has it', '2018-XX-32'],
    ['one digit', '2018-6'],
    ['basic format', '20250612'],
    ['basic format', '201806'],
    ['basic format of a zone', '2018-06-15T10:00:00+0430'],
    ['two digits of a year', '19'],
    ['three digits of a year', '576'],
    ['a slash for a hyphen', '2018/06'],
    ['day first', '31.12.2018'],
    ['space before', ' 2018'],
    ['space after', '2018 '],
    ['a line after', '2018\n'],
    ['digits of another script', '٢٠١٨'],
    ['no such hour', '2018-06-15T25:00:00'],
    ['a time after midnight of the next day', '2018-06-15T24:00:01'],
    ['a time of a month', '2018-06T10:00:00'],
    ['a time in an interval', '2018-06-15T10:00:00Z/2019'],
    ['an interval that ends before it begins', '2020/2018'],
    ['three ends', '2018/2019/2020'],
    ['an open date', '..'],
    ['qualified twice', '2018?~'],
    ['a short year after Y', 'Y2018'],
    ['the draft of 2012', 'y170000002'],
    ['the draft of 2012', '196x'],
    ['the draft of 2012', '1984/open'],
    ['more significant digits than there are', '1950S5'],
    ['no significant digit', '1950S0'],
    ['significant digits of a month', '1950-06S2'],
    ['an empty set', '[]'],
    ['an empty member', '[1984,]'],
    ['a set of everything', '[..]'],
    ['a set that is open in the middle', '[1984,..1986]'],
    ['a range that ends before it begins', '[2018..2017]'],
    ['another bracket', '[1984}'],
    ['a set in a set', '[1984,[1985]]'],
  ])('%s is none: %j', (_, expression) => {
    expect(dayRange(expression)).toBeNull();
    const { error } = Edtf.safeParse(expression);
    expect(error?.issues[0]?.message).toMatch(/^expected an EDTF date/);
  });

  test.each([
    '0000',
    '-0001',
    '-0044-03-15',
    '../0000',
    'Y10000',
    'Y170000002',
    'Y-17E7',
    'Y171010000S3',
    'Y3388E2S3',
    'Y1E99',
    '[Y17E7,Y18E7]',
  ])('%s is beyond the years of the graph', (expression) => {
    expect(dayRange(expression)).toBeNull();
    const { error } = Edtf.safeParse(expression);
    expect(error?.issues[0]?.message).toBe('expected a date within the years 0001 to 9999');
  });
});

test('a number is the year that it counts', () => {
  expect(Edtf.parse(1947)).toBe('1947');
  expect(Edtf.parse(576)).toBe('0576');
  expect(Edtf.parse(9)).toBe('0009');
  for (const number of [1947.5, 0, -44, 10_000, 20250612]) expect(Edtf.safeParse(number).success).toBe(false);
});

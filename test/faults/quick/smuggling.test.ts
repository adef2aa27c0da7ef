import { expect } from 'vitest';
import { listeningService } from '../../consumers/listening.ts';
import { faultRow } from '../../support/fault-row.ts';
import { expectGood, expectNoLeak } from '../../support/leaks.ts';
import { exchange } from '../../support/raw-http.ts';

const service = listeningService();

/** What is to pass for the body of the first request in one place, and for a second request in another. */
const HIDDEN = 'GET /v1/statements HTTP/1.1\r\nHost: x\r\n\r\n';

const post = (...fields: string[]) =>
  [
    'POST /v1/reconcile HTTP/1.1',
    'Host: x',
    'Content-Type: application/x-www-form-urlencoded',
    ...fields,
    '',
    '',
  ].join('\r\n');
const chunked = (body: string) => `${post('Transfer-Encoding: chunked')}${body}`;

const CASES: Record<string, string> = {
  'both lengths': `${post('Content-Length: 3', 'Transfer-Encoding: chunked')}0\r\n\r\n`,
  'both lengths, the other way round': `${post('Transfer-Encoding: chunked', 'Content-Length: 3')}0\r\n\r\n`,
  'the same length twice': `${post('Content-Length: 3', 'Content-Length: 3')}a=b`,
  'two lengths': `${post('Content-Length: 3', 'Content-Length: 45')}a=b`,
  'two lengths in one field': `${post('Content-Length: 3, 45')}a=b`,
  'a length with a sign': `${post('Content-Length: +3')}a=b`,
  'a negative length': `${post('Content-Length: -3')}a=b`,
  'a length in hexadecimal': `${post('Content-Length: 0x3')}a=b`,
  'a length beyond all numbers': `${post(`Content-Length: ${'9'.repeat(30)}`)}a=b`,
  'an empty length': `${post('Content-Length: ')}a=b`,
  'an unknown coding': `${post('Transfer-Encoding: xchunked')}0\r\n\r\n`,
  'a coding after the last': `${post('Transfer-Encoding: chunked, identity')}0\r\n\r\n`,
  'a coding over two lines': `${post('Transfer-Encoding:\r\n chunked')}0\r\n\r\n`,
  'a length over two lines': `${post('Content-Length: 3\r\n 5')}a=b`,
  'a space before the colon': `${post('Transfer-Encoding : chunked')}0\r\n\r\n`,
  'a field without a name': `${post(': chunked')}`,
  'a space in a name': `${post('Content Length: 3')}a=b`,
  'NUL in a field': `${post('X-Field: a\0b')}`,
  'a bare CR in a field': `${post('X-Field: a\rTransfer-Encoding: chunked')}`,
  'a bare LF after a field': `${post('X-Field: a\nTransfer-Encoding: chunked')}0\r\n\r\n`,
  'a bare LF after a chunk size': chunked('3\na=b\r\n0\r\n\r\n'),
  'a bare LF after a chunk': chunked('3\r\na=b\n0\r\n\r\n'),
  'a bare LF in a chunk extension': chunked('3;x\na=b\r\n0\r\n\r\n'),
  'a chunk longer than its size': chunked('2\r\na=b\r\n0\r\n\r\n'),
  'a chunk size with a prefix': chunked('0x3\r\na=b\r\n0\r\n\r\n'),
  'a negative chunk size': chunked('-3\r\na=b\r\n0\r\n\r\n'),
  'a chunk size with a space': chunked('3 \r\na=b\r\n0\r\n\r\n'),
  'a chunk size that overflows': chunked('fffffffffffffffff3\r\na=b\r\n0\r\n\r\n'),
  'a chunk size that is none': chunked('z\r\n\r\n'),
};

faultRow(
  4,
  'CL+TE smuggling, duplicate Content-Length',
  async () => {
    const port = Number(new URL(service.url).port);
    const outcomes = await Promise.all(
      Object.entries(CASES).map(async ([name, bytes]) => {
        const answer = await exchange(port, bytes + HIDDEN);
        expectNoLeak(answer.body);
        const { status, answers, closed, headers } = answer;
        return [name, { status, answers, closed, type: headers['content-type'] }];
      }),
    );
    const refused = { status: 400, answers: 1, closed: true, type: 'application/problem+json' };
    expect(Object.fromEntries(outcomes)).toEqual(
      Object.fromEntries(outcomes.map(([name]) => [name, refused])),
    );
    await expectGood((path) => fetch(service.url + path));
    return `${outcomes.length} of ${outcomes.length} refused with 400 and closed, 0 second responses`;
  },
  30_000,
);

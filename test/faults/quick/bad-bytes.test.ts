import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { connect } from 'node:tls';
import { expect } from 'vitest';
import { ProblemDetails } from '../../../src/http/problem.ts';
import { listeningService } from '../../consumers/listening.ts';
import { faultRow } from '../../support/fault-row.ts';
import { expectGood, expectNoLeak } from '../../support/leaks.ts';
import { exchange } from '../../support/raw-http.ts';

const service = listeningService();

/** The first bytes that a client of TLS sends. */
async function clientHello(): Promise<Buffer> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
  client.on('error', () => {});
  const [socket] = await once(server, 'connection');
  const [hello] = await once(socket, 'data');
  socket.destroy();
  client.destroy();
  server.close();
  return hello;
}

const get = (path: string, ...fields: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: x', ...fields, 'Connection: close', '', ''].join('\r\n');

faultRow(3, 'bad URL escape, 300-character id, 20 kB header, TLS bytes', async () => {
  const cases: [bytes: string | Buffer, status: number][] = [
    ...['%', '%E0%A4%A', '%ZZ', '%u0041', '%00%', '%C0%AF', '%ED%A0%80'].map(
      (bad) => [get(`/v1/statements/${bad}`), 400] as [string, number],
    ),
    [get('/%'), 400],
    ...['statements', 'entities', 'articles', 'events', 'vocabularies'].map(
      (list) => [get(`/v1/${list}/${'a'.repeat(300)}`), 414] as [string, number],
    ),
    [get(`/v1/entities/${'%F0%9F%8E%88'.repeat(300)}`), 414],
    [get('/v1/statements', `X-Long: ${'a'.repeat(20_000)}`), 431],
    [get('/v1/statements', ...Array.from({ length: 400 }, (_, n) => `X-${n}: ${'a'.repeat(50)}`)), 431],
    [get(`/v1/statements?q=${'a'.repeat(20_000)}`), 431],
    [await clientHello(), 400],
    ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['\0\x01\x02\r\n\r\n', 400],
    ['GET /v1/statements HTTP/9.9\r\nHost: x\r\n\r\n', 400],
    ['BREW /v1/statements HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ];
  const port = Number(new URL(service.url).port);
  for (const [bytes, status] of cases) {
    const answer = await exchange(port, bytes);
    const about = JSON.stringify(String(bytes).slice(0, 60));
    expect([answer.status, answer.answers, answer.closed], about).toEqual([status, 1, true]);
    expect(answer.headers['content-type'], about).toMatch(/^application\/problem\+json/);
    expect(ProblemDetails.parse(JSON.parse(answer.body)).status, about).toBe(status);
    expectNoLeak(answer.body);
    await expectGood((path) => fetch(service.url + path));
  }
  // Node's own answer to this would be no problem but a bare 417.
  expect((await exchange(port, get('/v1/statements', 'Expect: the impossible'))).status).toBe(200);
  return `${cases.length} of ${cases.length} a problem with 400, 414 or 431`;
});

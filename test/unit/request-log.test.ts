import { Writable } from 'node:stream';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { redactedUrl, withoutSecrets } from '../../src/http/request-log.ts';

const SECRET = 'hunter2-hunter2';

test.each([
  `/v1/statements?key=${SECRET}`,
  `/v1/statements?limit=1&access_token=${SECRET}&q=x`,
  `/v1/statements?API_KEY=${SECRET}`,
  `/v1/statements?api-key=${SECRET}`,
  `/v1/statements?apikey=${SECRET}`,
  `/v1/statements?Token=${SECRET}`,
  `/v1/statements?password=${SECRET}`,
  `/v1/statements?Authorization=Bearer%20${SECRET}`,
  `/v1/statements?client_secret=${SECRET}`,
  `/v1/statements?%6Bey=${SECRET}`,
  `/v1/statements?%256Bey=${SECRET}`,
  `/v1/statements?+key=${SECRET}`,
  `/v1/statements?key[]=${SECRET}`,
  `/v1/statements?key%5B0%5D=${SECRET}`,
  `/v1/statements?key%3D${SECRET}`,
  `/v1/statements?q=x;key=${SECRET}`,
  `/v1/statements?key=&key=${SECRET}`,
  `/v1/statements?key=a=${SECRET}`,
  `/v1/statements%3Fkey=${SECRET}`,
  `/v1/statements%3Fkey%3D${SECRET}`,
  `/v1/statements;token=${SECRET}`,
  `/v1/statements#access_token=${SECRET}`,
  `/v1/statements?%zz=1&key=${SECRET}`,
  `http://user:${SECRET}@host/v1`,
])('%s is logged without the secret', (url) => {
  expect(redactedUrl(url)).not.toContain(SECRET);
  expect(redactedUrl(url)).toContain('[redacted]');
});

test.each([
  '/v1/statements?speaker=Trump&about=key%20issues&q=token',
  '/v1/search?q=password',
  '/v1/statements?cursor=abc&limit=1&minConfidence=0.5',
  '/v1/entities/by-external/wikidata/Q843',
  '/',
])('%s is logged as it is', (url) => {
  expect(redactedUrl(url)).toBe(url);
});

test('the lines of a service have no secret of a request, in URL or headers', async () => {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = Fastify({ logger: withoutSecrets({ level: 'info', stream }) });
  app.get('/', (request) => {
    request.log.info({ headers: request.headers }, 'headers');
    return {};
  });
  const headers = { authorization: `Bearer ${SECRET}`, cookie: `a=${SECRET}`, 'x-api-key': SECRET };
  await app.inject({ url: `/?token=${SECRET}`, headers });
  await app.close();
  const messages = lines.map((line) => JSON.parse(line).msg);
  expect(messages).toEqual(expect.arrayContaining(['incoming request', 'headers', 'request completed']));
  expect(lines.join('')).not.toContain(SECRET);
  expect(lines.join('')).toContain('/?token=[redacted]');
});

import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { exchange } from '../support/raw-http.ts';
import { testService } from '../support/service.ts';

const service = testService();
let port: number;

beforeAll(async () => {
  await service.app.listen({ port: 0, host: '127.0.0.1' });
  port = (service.app.server.address() as AddressInfo).port;
});

/** Sends a target as it stands, which clients would repair. */
async function ask(target: string) {
  const answer = await exchange(port, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  return { ...answer, body: JSON.parse(answer.body) };
}

const BROKEN = [
  '100%',
  '%zz',
  '%f',
  'pak%ff',
  '%C0%AF',
  '%E0%80%AF',
  '%ED%A0%80',
  '%F5%80%80%80',
  '%F4%90%80%80',
  '%E4%B8',
  '%C3x%A1',
  '%u0041',
  '%25%',
];

describe('a percent escape that cannot be read', () => {
  test.each(BROKEN)('%s in a value is told with its place', async (value) => {
    for (const path of [
      '/v1/search?q=',
      '/v1/statements?limit=1&about=',
      '/v1/events?format=csv&participants=a,',
    ]) {
      const { status, body } = await ask(path + value);
      expect(status).toBe(400);
      expect(body.code).toBe('bad-request');
      const parameter = path.split(/[?&]/).at(-1)!.split('=')[0]!;
      expect(body.errors).toEqual([
        {
          parameter,
          detail: expect.stringMatching(/as its character \d+/),
          expected: expect.stringContaining('%25'),
        },
      ]);
    }
  });

  test('is told with the first character that cannot be read', async () => {
    const { body } = await ask('/v1/search?q=%C3%A9%E4%B8%ADa%ff');
    expect(body.detail).toBe(
      'The value of q has "%ff" as its character 17, which begins no percent escape of UTF-8.',
    );
  });

  test.each(BROKEN)(
    '%s in a name, as a value without one, and where there are no parameters',
    async (text) => {
      for (const target of [
        `/v1/statements?${text}=1`,
        `/v1/statements?limit=1&${text}`,
        `/healthz?x=${text}`,
      ]) {
        const { status, body } = await ask(target);
        expect([status, body.code, body.errors.length], target).toEqual([400, 'bad-request', 1]);
      }
    },
  );

  test.each(BROKEN)('%s in a path', async (text) => {
    for (const target of [`/v1/entities/${text}`, `/${text}`, `/v1/articles/${text}/annotations?limit=1`]) {
      const { status, body } = await ask(target);
      expect([status, body.code], target).toEqual([400, 'bad-request']);
      expect(body.errors).toEqual([
        expect.objectContaining({ detail: expect.stringMatching(/^The path has/) }),
      ]);
    }
  });

  test('each one is told', async () => {
    const { body } = await ask('/v1/statements?speaker=%ff&about=ok&q=%zz');
    expect(body.errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual(['speaker', 'q']);
  });
});

test.each(['a+b', 'a%20b', '100%25', '%2B', '%E5%B1%B1%E7%94%B0', '%F0%9F%8E%88'])(
  '%s is read',
  async (name) => {
    const { body } = await ask(`/v1/statements?speaker=${name}`);
    const meant = decodeURIComponent(name.replaceAll('+', ' '));
    expect(body.detail).toContain(`No entity has the id or name ${JSON.stringify(meant)}.`);
  },
);

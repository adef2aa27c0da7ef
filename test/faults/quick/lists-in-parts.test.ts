import { request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../../src/app.ts';
import { write } from '../../../src/db/client.ts';
import { MOVED_ON_TRAILER } from '../../../src/http/list-stream.ts';
import { writeChecked } from '../../../src/ingest/ingest.ts';
import { moveVersion } from '../../../src/ingest/write/locked-write.ts';
import { faultRow } from '../../support/fault-row.ts';
import { testGraph } from '../../support/graph.ts';
import { restoreSeed } from '../../support/graph-dump.ts';
import { scratchInputs, scratchRecord } from '../../support/scratch.ts';

const graph = testGraph();
const inputs = scratchInputs();
const MENTIONS = 1200;
const LONG = '/v1/mentions?entity=scratch-land';
const SHORT = '/v1/mentions?entity=pakistan';
const FORMATS = ['csv', 'ndjson'] as const;
/** A part is read in less time than a commit takes, so that a list may well be sent between two of them. */
const ATTEMPTS = 50;

let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  const record = scratchRecord('long-list');
  // The record names it once by itself.
  const text = record.text + '\nScratchland'.repeat(MENTIONS - 1);
  await writeChecked(graph, inputs.check([{ ...record, text }]));
  app = await buildApp({ graph });
  await app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = app.server.address() as AddressInfo);
}, 120_000);
afterAll(async () => {
  await app.close();
  await restoreSeed(graph);
}, 120_000);

interface Received {
  status: number;
  headers: Record<string, unknown>;
  trailers: Record<string, unknown>;
  body: string;
}

const fetched = (path: string, method = 'GET') =>
  new Promise<Received>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          trailers: response.trailers,
          body,
        }),
      );
    });
    asked.on('error', reject).end();
  });

const linesOf = (body: string) => body.trimEnd().split(/\r?\n/);

/** Asks while the version of the graph moves on all the time, until it did so between two parts of the list. */
async function fetchedWhileWriting(path: string): Promise<Received> {
  let isWriting = true;
  const writing = (async () => {
    while (isWriting) await write(graph, moveVersion);
  })();
  try {
    for (let attempt = 1; ; attempt++) {
      const received = await fetched(path);
      if (received.trailers[MOVED_ON_TRAILER] === 'true' || attempt === ATTEMPTS) return received;
    }
  } finally {
    isWriting = false;
    await writing;
  }
}

describe.each(FORMATS)('a long list as %s', (format) => {
  const path = `${LONG}&format=${format}`;
  const headerLines = format === 'csv' ? 1 : 0;

  test('says in a trailer that it is of one version', async () => {
    const { status, headers, trailers, body } = await fetched(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ trailer: 'x-graph-moved-on', etag: expect.any(String) });
    expect(trailers).toEqual({ 'x-graph-moved-on': 'false' });
    expect(linesOf(body)).toHaveLength(MENTIONS + headerLines);
  });

  test('is not read to its end for HEAD', async () => {
    const { status, headers, trailers, body } = await fetched(path, 'HEAD');
    expect([status, body, trailers]).toEqual([200, '', {}]);
    expect(headers['content-length']).toBeUndefined();
  });
});

describe.each(FORMATS)('a short list as %s', (format) => {
  const path = `${SHORT}&format=${format}`;

  test('is of one version, and has a length', async () => {
    const got = await fetched(path);
    expect(got.headers).toMatchObject({
      etag: expect.any(String),
      'content-length': String(Buffer.byteLength(got.body)),
    });
    const head = await fetched(path, 'HEAD');
    expect(head.headers['content-length']).toBe(got.headers['content-length']);
    const known = await app.inject({ url: path, headers: { 'if-none-match': String(got.headers.etag) } });
    expect(known.statusCode).toBe(304);
  });

  test('and a long one of few rows too', async () => {
    const { headers, body } = await fetched(`${LONG}&format=${format}&limit=3`);
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
  });
});

test('a client of HTTP/1.0 is sent a long list without chunks', async () => {
  const socket = connect(port, '127.0.0.1');
  socket.write(`GET ${LONG}&format=ndjson HTTP/1.0\r\nHost: x\r\n\r\n`);
  let received = '';
  for await (const chunk of socket) received += chunk;
  const [head, ...rest] = received.split('\r\n\r\n');
  expect(head).not.toMatch(/chunked|trailer/i);
  expect(linesOf(rest.join('\r\n\r\n'))).toHaveLength(MENTIONS);
});

faultRow(
  39,
  'long lists while articles are written',
  async () => {
    for (const format of FORMATS) {
      const headerLines = format === 'csv' ? 1 : 0;
      const { trailers, body } = await fetchedWhileWriting(`${LONG}&format=${format}`);
      expect(trailers).toEqual({ [MOVED_ON_TRAILER]: 'true' });
      const lines = linesOf(body);
      expect(lines).toHaveLength(MENTIONS + headerLines + 1);
      const last = lines.at(-1)!;
      if (format === 'ndjson') expect(Object.keys(JSON.parse(last))).toEqual(['warning']);
      else {
        expect(last).toMatch(/^# [^",]+,+$/);
        expect(last.split(',')).toHaveLength(lines[0]!.split(',').length);
      }
      expect(last).toContain('several versions of the graph');
    }
    return `${FORMATS.length} of ${FORMATS.length} formats say so in the last line and in a trailer`;
  },
  120_000,
);

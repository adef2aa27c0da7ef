import Fastify from 'fastify';
import { Neo4jError } from 'neo4j-driver';
import { expect } from 'vitest';
import { DatabaseTimeoutError } from '../../../src/db/client.ts';
import { overloaded, registerProblems } from '../../../src/http/problem.ts';
import { faultRow } from '../../support/fault-row.ts';

const neo4jError = (code: string, message = 'x') => new Neo4jError(message, code as never, '', '');

const NARROWER = /narrower filters/i;

const CASES: [what: string, error: Error, status: number, advice: RegExp][] = [
  [
    'a query that the server ended',
    neo4jError('Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration'),
    504,
    NARROWER,
  ],
  ['a database that says nothing', new DatabaseTimeoutError('no response within 1 ms'), 504, /try again/i],
  [
    'a driver without a free connection',
    neo4jError('N/A', 'Connection acquisition timed out in 2200 ms. Pool status: …'),
    504,
    /try again/i,
  ],
  [
    'a query that takes too much memory',
    neo4jError('Neo.TransientError.General.MemoryPoolOutOfMemoryError'),
    503,
    NARROWER,
  ],
  ['a lost connection', neo4jError('ServiceUnavailable'), 503, /cannot be reached/],
  ['a deadlock', neo4jError('Neo.TransientError.Transaction.DeadlockDetected'), 503, /send the same again/],
  [
    'a password that is not taken',
    neo4jError('Neo.ClientError.Security.Unauthorized'),
    503,
    /not let this service in/,
  ],
  ['too many requests', overloaded(), 503, /under way/],
];

faultRow(41, 'each way to 503 and 504', async () => {
  for (const [what, error, status, advice] of CASES) {
    const app = Fastify();
    registerProblems(app);
    app.get('/', () => Promise.reject(error));
    const response = await app.inject('/');
    expect(response.statusCode, what).toBe(status);
    expect(Number(response.headers['retry-after']), what).toBeGreaterThan(0);
    expect(response.json().detail, what).toMatch(advice);
  }
  return `${CASES.length} of ${CASES.length} say when to try again and what would help`;
});

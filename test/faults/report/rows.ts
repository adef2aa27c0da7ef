/** What is done to the service, with what, and what it must show. */
export interface Row {
  row: number;
  fault: string;
  tool: string;
  passesWhen: string;
}

const row = (row: number, fault: string, tool: string, passesWhen: string): Row => ({
  row,
  fault,
  tool,
  passesWhen,
});

const CANNON = 'autocannon (wrk is in neither PyPI nor the Go module proxy)';

export const ROWS: readonly Row[] = [
  row(
    1,
    'requests made up from the OpenAPI document, seeds 1, 2 and 3',
    'schemathesis',
    'no check fails, no 5xx',
  ),
  row(
    2,
    'methods that a path does not have, QUERY and TRACE too',
    'schemathesis, node:http',
    '405 with Allow, every time',
  ),
  row(
    3,
    'a broken escape, an id of 300 characters, 20 kB of headers, TLS',
    'node:net',
    '400, 414 or 431 as a problem, every time',
  ),
  row(
    4,
    'both Content-Length and Transfer-Encoding, or two lengths',
    'node:net',
    '400, and the socket is closed',
  ),
  row(
    5,
    'parameters that do not exist, come twice, are empty or no plain numbers',
    'fast-check',
    '400 for 1,000 of 1,000',
  ),
  row(6, 'Cypher in every field that takes text', 'fast-check', 'as many nodes as before, no syntax error'),
  row(7, 'full-text queries full of operators', 'fast-check', 'no 5xx in 1,000'),
  row(8, 'Cypher put together from strings', 'lint', 'no such place in the source'),
  row(9, 'regular expressions that can be made to take forever', 'recheck', 'none in the source'),
  row(
    10,
    'NUL, lone surrogates, bidi, NFD, emoji, 10,000 characters',
    'fast-check',
    'comes back as it was sent, or 400',
  ),
  row(11, 'forged and cut cursors, and those of another query', 'fast-check', '400, no 5xx in 10,000'),
  row(
    12,
    'pages read while articles are written',
    'fast-check',
    'nothing twice, nothing missed that was there',
  ),
  row(
    13,
    'the costliest queries on 100,000 statements, 16 at once',
    CANNON,
    'p99 of the responses ≤ 2 s; 422, 503 and 504 within 3 s',
  ),
  row(14, 'a query that never ends', 'route of the test', '504 within 3 s, gone from the server 1 s later'),
  row(15, 'a query that takes all memory it may', 'route of the test', '503 within 3 s, tried once'),
  row(
    16,
    'the database is down',
    'toxiproxy',
    '503 with Retry-After within 3.5 s; /healthz 200, /readyz 503',
  ),
  row(
    17,
    'the database takes everything and says nothing',
    'toxiproxy',
    '504 within 3.5 s, no connection stays lent',
  ),
  row(
    18,
    '300 ms later at 20 kB/s; reset; cut after some bytes',
    'toxiproxy',
    'no 200 with a part of its body',
  ),
  row(19, 'the database comes back', 'toxiproxy', '200 within 2 s, without a restart'),
  row(
    20,
    'Neo4j is killed while articles are written',
    'kill -9',
    'every acknowledged article is there, ready within 60 s',
  ),
  row(
    21,
    'ingestion is killed at 20 random points',
    'kill -9',
    'no half article; a rerun makes the graph of a clean run',
  ),
  row(
    22,
    'ingestion twice, shuffled, four at once',
    'vitest',
    'the same graph, nothing created the second time',
  ),
  row(
    23,
    'one bad record among 100',
    'vitest',
    'each article whole or absent; file, line and field named; exit code not 0',
  ),
  row(24, 'ingestion while 50 readers poll', CANNON, 'no 5xx, no article half there'),
  row(
    25,
    '200 slow headers and 200 slow bodies',
    'node:net',
    'closed within 7 s, their descriptors free after 10 s, p99 of a good request < 200 ms',
  ),
  row(
    26,
    '256 connections that each ask something new for 30 s',
    CANNON,
    'only 200, 429 and 503; p99 of the 200s ≤ 1 s; at most 400 MB and the 300 MB that counts may take',
  ),
  row(
    27,
    'SIGTERM with 20 requests under way',
    'SIGTERM',
    '20 responses, exit code 0 within 10 s, no process left',
  ),
  row(28, 'formulas in CSV, HTML in quotes', 'csv, jsdom', 'no formula, no script'),
  row(
    29,
    'a text, a list or a number of a million in the place of an article, or as another media type',
    'vitest',
    '422 with one fault, 415; at most 100 ms of the thread that responds',
  ),
  row(
    30,
    'bodies of tens of thousands of faults, to all that takes a body',
    'vitest',
    'the first hundred, and how many more; at most 100 ms of the thread that responds',
  ),
  row(31, 'nesting of 5,000 to 3 million levels, in each field', 'vitest', '400 or 422, every time'),
  row(32, 'texts longer than the model takes, in each field', 'vitest', '422 with a pointer, every time'),
  row(
    33,
    '150 slow headers, 150 slow bodies and 700 broken requests that ignore our FIN',
    'node:net',
    'answered with 4xx, their descriptors free after 10 s',
  ),
  row(
    34,
    'the managed Neo4j is killed under a service: it, its supervisor, while it starts, for good, shared by two',
    'kill -9',
    'started again with growing pauses, or the process ends and says why; ready within 30 s, no acknowledged write lost',
  ),
  row(
    35,
    '120 articles sent at once, while others read',
    'node:http',
    'each written, or 503 with Retry-After and not written; no 5xx for readers',
  ),
  row(
    36,
    'a write that takes longer than it may',
    'a lock that is held',
    '504 that says so; the same again is 200 or 201',
  ),
  row(
    37,
    '64 and 256 connections that each ask something new',
    CANNON,
    'as many 200s at 256 as at 64, or 0.8 of it; the others 503 with Retry-After, p99 ≤ 1 s',
  ),
  row(
    38,
    'requests of every kind meet a half-shown commit',
    'a commit that is shown in two steps',
    'each is answered as after the commit',
  ),
  row(
    39,
    'long lists as CSV and NDJSON while articles are written',
    'node:http',
    'the last line and a trailer say so; otherwise the trailer says that there is one version',
  ),
  row(
    40,
    'the first request of each shape once /readyz says ok',
    'node:http',
    'no 5xx; what the documentation shows and each parameter alone: none is slower than the second time by 300 ms',
  ),
  row(41, 'each way to 503 and 504', 'vitest', 'Retry-After, and advice that fits the cause'),
];

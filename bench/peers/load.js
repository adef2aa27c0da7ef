// Puts load on one address: reads what to do as JSON from stdin, writes what came of it as JSON to stdout.
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';

const { url, connections, requests, amount, seconds } = JSON.parse(await text(process.stdin));
const started = performance.now();
const run = autocannon({
  url,
  connections,
  requests,
  timeout: 60,
  ...(amount ? { amount } : { duration: seconds }),
});
if (amount) setTimeout(() => run.stop(), seconds * 1000).unref();
// The histogram knows whole milliseconds only, which is too coarse for who asks alone.
const times = [];
if (connections === 1) run.on('response', (_client, _status, _bytes, time) => times.push(time));
const { latency, errors, non2xx, requests: sent } = await run;
const elapsed = (performance.now() - started) / 1000;
times.sort((a, b) => a - b);
const p50 = times[times.length >> 1] ?? latency.p50;
const { p99 } = latency;
console.log(JSON.stringify({ answered: sent.total, elapsed, p50, p99, failed: errors + non2xx }));

import type { Row } from '../db/client.ts';
import { Problem } from '../errors.ts';

/**
 * Refuses a span of days that ends before it begins: `from` and `to`, `saidFrom` and `saidTo` and the like.
 * @throws Problem `invalid-parameter`.
 */
export function refuseReversedDays(params: Row): void {
  for (const [name, from] of Object.entries(params)) {
    if (typeof from !== 'string' || !/^(from|\w+From)$/.test(name)) continue;
    const other = name.replace(/from$/i, (word) => (word === 'from' ? 'to' : 'To'));
    const to = params[other];
    if (typeof to !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(from) || from <= to) continue;
    const detail = `${name} is ${from}, which is after ${other}, ${to}.`;
    throw new Problem('invalid-parameter', detail, [
      { parameter: name, detail, expected: `a day not after ${other}` },
    ]);
  }
}

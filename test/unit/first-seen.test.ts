import { expect, test } from 'vitest';
import { FirstSeen } from '../../src/ingest/check/first-seen.ts';
import { digest } from '../../src/ingest/facts/facts.ts';

test('what was noted first under a key is found again, however much is noted after it', () => {
  const seen = new FirstSeen();
  for (let at = 0; at < 20_000; at++) expect(seen.note(`key ${at}`, digest(at), at)).toBeUndefined();
  for (let at = 0; at < 20_000; at += 7) {
    expect(seen.note(`key ${at}`, digest('another'), 0)).toBe(at);
    expect(seen.isSame(`key ${at}`, digest(at))).toBe(true);
    expect(seen.isSame(`key ${at}`, digest('another'))).toBe(false);
  }
  expect([seen.has('key 19999'), seen.has('key 20000')]).toEqual([true, false]);
  expect(seen.isSame('key 20000', digest(20_000))).toBe(false);
});

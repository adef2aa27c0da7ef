import { expect, test } from 'vitest';
import { Fingerprints } from '../../src/ingest/check/fingerprints.ts';
import { digest } from '../../src/ingest/facts/facts.ts';

test('what was noted first under a key is found again, however much is noted after it', () => {
  const seen = new Fingerprints();
  for (let at = 0; at < 20_000; at++) expect(seen.note(`key ${at}`, digest(at), at)).toBeUndefined();
  for (let at = 0; at < 20_000; at += 7) {
    const noted = seen.note(`key ${at}`, digest('another'), 0)!;
    expect(noted.at).toBe(at);
    expect(Fingerprints.isSame(noted, digest(at))).toBe(true);
    expect(Fingerprints.isSame(noted, digest('another'))).toBe(false);
  }
  expect(seen.get('key 20000')).toBeUndefined();
});

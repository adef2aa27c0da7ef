/** Fails where there is anything, and says how much and what. */
export function expectNone(what: string, found: readonly string[]): void {
  if (found.length === 0) return;
  for (const one of found.slice(0, 50)) console.log(`  ${what}: ${one}`);
  throw new Error(`${found.length} ${what}: ${found.slice(0, 3).join('; ')}`);
}

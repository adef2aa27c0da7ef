import { LOAD } from '../limits.ts';

/** Milliseconds. */
const PACE = 20;
const AT_ONCE = (LOAD.refusals * PACE) / 1000;
const MOST_HELD = (LOAD.refusals * LOAD.heldBack) / 1000;

const held: (() => void)[] = [];
let sentLately = 0;
let pacing: NodeJS.Timeout | undefined;

/** Sends a refusal at once, or a little later where there were too many lately. */
export function sendPaced(send: () => void): void {
  pacing ??= setInterval(sendHeld, PACE);
  sentLately++;
  if (sentLately <= AT_ONCE) send();
  else if (held.push(send) > MOST_HELD) held.shift()!();
}

function sendHeld(): void {
  const next = held.splice(0, AT_ONCE);
  sentLately = next.length;
  for (const send of next) send();
  if (next.length > 0) return;
  clearInterval(pacing);
  pacing = undefined;
}

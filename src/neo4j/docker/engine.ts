import { run } from '../server/run.ts';
import { SourceUnavailable } from '../types.ts';

/** A machine under load lets a good engine wait for seconds. */
const RESPONSE_TIMEOUT_S = 8;

/**
 * Looks for a Docker-compatible engine.
 * @throws SourceUnavailable that says what is missing.
 */
export async function findEngine(): Promise<void> {
  const info = ['info', '--format', '{{.ServerVersion}}'];
  const { code, output } = await run('docker', info, { timeoutMs: RESPONSE_TIMEOUT_S * 1000 });
  if (code === 'missing') throw new SourceUnavailable('docker: not found on the PATH');
  if (code === 'timeout')
    throw new SourceUnavailable(`docker: the engine does not respond within ${RESPONSE_TIMEOUT_S} s`);
  if (code !== 0) throw new SourceUnavailable(`docker: no engine responds: ${errorLine(output)}`);
}

/** Finds `docker compose`. @throws SourceUnavailable that says what is missing. */
export async function findComposePlugin(): Promise<void> {
  const { code, output } = await run('docker', ['compose', 'version'], {
    timeoutMs: RESPONSE_TIMEOUT_S * 1000,
  });
  if (code === 0) return;
  const reason =
    code === 'timeout' ? `it does not respond within ${RESPONSE_TIMEOUT_S} s` : errorLine(output);
  throw new SourceUnavailable(
    `docker: an engine responds, but \`docker compose\` is not installed: ${reason}`,
  );
}

/**
 * The line of a command's output that tells the error: the last one that reads like one, since Docker prints its progress
 * first. What Docker warns of follows, because a configuration that it cannot read can be the cause.
 */
export function errorLine(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const isWarning = (line: string) => /^warning\b|\blevel=warning\b/i.test(line);
  const warning = lines.find(isWarning);
  const others = lines.filter((line) => !isWarning(line));
  const error =
    others.findLast((line) => /error|cannot|denied|failed|unhealthy|invalid|unknown/i.test(line)) ??
    others[0];
  return [error, error && warning ? `(${warning})` : warning].filter(Boolean).join(' ') || 'no output';
}

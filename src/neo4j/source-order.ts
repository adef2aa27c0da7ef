import type { Config } from '../config.ts';

/**
 * The ways to a database that are tried, first to last. Docker comes first, unless this project already keeps its
 * data in the managed server's folder: it must not seem lost because somebody has started Docker meanwhile.
 */
export function sourcesInOrder(
  setting: Config['NEO4J_SOURCE'],
  hasManagedData: boolean,
): ('docker' | 'managed')[] {
  if (setting !== 'auto') return [setting];
  return hasManagedData ? ['managed', 'docker'] : ['docker', 'managed'];
}

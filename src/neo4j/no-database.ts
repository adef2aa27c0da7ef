import type { Config } from '../config.ts';

/** The one error of a machine that has no way to a database: what to provide, and what was tried. */
export function noDatabase(reasons: string[], setting: Config['NEO4J_SOURCE']): string {
  return [
    'On Record needs a Neo4j database and has found none. Provide one of these three:',
    '  1. An existing Neo4j 5: set NEO4J_URI (for example bolt://localhost:7687) and NEO4J_PASSWORD.',
    '  2. A Docker engine with docker compose (Docker, Podman, Colima …): start it, and Neo4j runs in a container.',
    '  3. Java 17 or 21 and Maven on the PATH (for example apt install openjdk-17-jre-headless maven): Neo4j is',
    '     fetched once, about 120 MB, and runs on this machine alone.',
    `What was tried${setting === 'auto' ? '' : `, with NEO4J_SOURCE=${setting}`}:`,
    '  NEO4J_URI: not set',
    ...reasons.map((reason) => `  ${reason.replaceAll('\n', '\n  ')}`),
  ].join('\n');
}

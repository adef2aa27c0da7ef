import { z } from 'zod';
import { LOAD } from './limits.ts';

const wholeNumber = (fallback: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'expected a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .prefault(String(fallback));

const neo4jSize = (fallback: string) =>
  z
    .string()
    .regex(/^\d+[kmg]$/i, 'expected a size such as 512m or 1g')
    .default(fallback);

/** Every setting of the service: the name of its environment variable, its meaning and its default. */
export const Settings = z.object({
  PORT: wholeNumber(3000, 0, 65535).describe('port to serve on; 0 takes a free one'),
  HOST: z.string().min(1).default('127.0.0.1').describe('host name or IP address to listen on'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'expected a URL such as https://record.example' })
    .refine(
      (url) => /^https?:\/\/[^/?#@]+(\/[^?#]*)?$/.test(url),
      'expected a URL without user, query or fragment',
    )
    .transform((url) => url.replace(/(?<!\/)\/+$/, ''))
    .optional()
    .describe(
      'URL that users reach it at, which absolute ids begin with; without one the host of each request',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('the least severe level that is logged'),
  WRITE_KEY: z
    .string()
    .regex(
      /^[\w.~+/-]+=*$/,
      'expected one key of letters, digits and -._~+/, with = at its end only: others cannot be sent (RFC 6750)',
    )
    .min(20, 'expected a key of at least 20 characters')
    .optional()
    .describe('key that writing over HTTP takes, as Authorization: Bearer …; without one nothing is written'),
  RATE_LIMIT: wholeNumber(6000, 0, 1_000_000).describe(
    'requests a minute that one client may send, cached responses aside; 0 is without a limit',
  ),
  CONNECTIONS_PER_CLIENT: wholeNumber(LOAD.connectionsPerClient, 0, LOAD.connections).describe(
    'connections that one IP address may hold open, those of TRUST_PROXY aside; 0 is without a limit',
  ),
  TRUST_PROXY: z
    .string()
    .min(1)
    .optional()
    .describe(
      'proxies whose X-Forwarded headers are believed: IP addresses, subnets or loopback, with commas; none by default',
    ),
  RESPONSE_CACHE: wholeNumber(32, 0, 4096).describe(
    'megabytes of the response cache, which holds each response until the graph changes; 0 is without one',
  ),
  NEO4J_URI: z
    .string()
    .regex(/^(bolt|neo4j)(\+s|\+ssc)?:\/\//, 'expected bolt://, neo4j:// or their +s forms')
    .optional()
    .describe('an existing database; without it Docker or a managed local server is used'),
  NEO4J_USER: z.string().min(1).default('neo4j').describe('user for NEO4J_URI'),
  NEO4J_PASSWORD: z
    .string()
    .optional()
    .describe('password for NEO4J_URI, and of the database in Docker; without one that is made up'),
  NEO4J_DATABASE: z.string().min(1).default('neo4j').describe('name of the database'),
  NEO4J_SOURCE: z
    .enum(['auto', 'docker', 'managed'])
    .default('auto')
    .describe('where a database comes from when NEO4J_URI is not set: auto prefers Docker'),
  NEO4J_HEAP: neo4jSize('512m').describe('heap of the managed server'),
  NEO4J_PAGECACHE: neo4jSize('256m').describe('page cache of the managed server'),
  NEO4J_HTTP_PORT: wholeNumber(0, 0, 65535).describe(
    "port for the managed server's own HTTP interface, on loopback; 0 is without one",
  ),
  JAVA_HOME: z
    .string()
    .min(1)
    .optional()
    .describe('folder of the Java that runs the managed server; without it that of the PATH'),
  ON_RECORD_DATA: z
    .string()
    .min(1)
    .default('.on-record')
    .describe(
      'folder for the data of the managed server, relative to the project, or to the working folder where the package is installed',
    ),
  ON_RECORD_CACHE: z
    .string()
    .min(1)
    .optional()
    .describe('folder for the assembled Neo4j; default: on-record in the user cache folder'),
});

export type Config = z.output<typeof Settings>;

/**
 * Reads the settings from environment variables; an empty variable counts as unset.
 * @throws Error that names each variable that is wrong, and what would be right.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    (issue) => `  ${issue.path.join('.')}: ${issue.message} (got ${shown(String(issue.path[0]), given)})`,
  );
  throw new Error(`The environment has settings that cannot be used:\n${faults.join('\n')}`);
}

/** A secret that cannot be used is a secret all the same. */
const shown = (name: string, given: Record<string, unknown>) =>
  /PASSWORD|KEY/.test(name)
    ? 'something else'
    : JSON.stringify(String(given[name]).replace(/\/\/[^/@]*@/, '//…@'));

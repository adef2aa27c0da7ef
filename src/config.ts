import { resolve } from 'node:path';
import envPaths from 'env-paths';
import { z } from 'zod';
import { LOAD } from './limits.ts';

const wholeNumber = (fallback: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'expected a whole number')
    .transform(Number)
    .pipe(z.number().min(min).max(max))
    .prefault(String(fallback));

const KILOBYTES = { k: 1, m: 1024, g: 1024 ** 2 };

/** @param least megabytes without which Neo4j does not start. */
const neo4jSize = (fallback: string, least: number) =>
  z
    .string()
    .regex(/^\d+[kmg]$/i, 'expected a size such as 512m or 1g')
    .refine((size) => kilobytes(size) >= least * KILOBYTES.m, {
      message: `expected at least ${least}m`,
      when: ({ issues }) => issues.length === 0,
    })
    .default(fallback);

const kilobytes = (size: string): number =>
  Number.parseInt(size, 10) * KILOBYTES[size.slice(-1).toLowerCase() as keyof typeof KILOBYTES];

/** A proxy as Fastify knows it (proxy-addr). */
const TrustedProxy = z.union([
  z.enum(['loopback', 'linklocal', 'uniquelocal']),
  z.ipv4(),
  z.ipv6(),
  z.cidrv4(),
  z.cidrv6(),
  z.templateLiteral([z.ipv4(), '/', z.ipv4()]),
]);

const KEY = z
  .string()
  .regex(
    /^[\w.~+/-]+=*$/,
    'expected one key of letters, digits and -._~+/, with = at its end only: others cannot be sent (RFC 6750)',
  )
  .min(20, 'expected a key of at least 20 characters');

/** A key that writing takes, with the name of who has it. */
interface WriteKey {
  name: string;
  key: string;
}

/** The name of who has `WRITE_KEY`. */
const OPERATOR = 'operator';

const KEY_NAME = /^[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?$/;

/** Faults name an entry by its number: in a wrong one the key may stand where the name should. */
const WriteKeys = z.string().transform((text, context): WriteKey[] => {
  const keys: WriteKey[] = [];
  const refuse = (index: number, message: string) =>
    context.addIssue({ code: 'custom', message: `entry ${index + 1}: ${message}` });
  for (const [index, entry] of text.split(',').entries()) {
    const at = entry.indexOf(':');
    const [name, key] = [entry.slice(0, Math.max(at, 0)).trim(), entry.slice(at + 1).trim()];
    const wrong = KEY.safeParse(key).error?.issues[0];
    const named = keys.findIndex((other) => other.name === name);
    const same = keys.findIndex((other) => other.key === key);
    if (at < 0)
      refuse(index, 'expected NAME:KEY, as in alice:KEY,bob:KEY; a key without a name goes into WRITE_KEY');
    else if (!KEY_NAME.test(name))
      refuse(index, 'expected a name of 1 to 40 lower-case letters, digits and .-_ before the colon');
    else if (wrong) refuse(index, wrong.message);
    else if (named >= 0) refuse(index, `expected another name than that of entry ${named + 1}`);
    else if (same >= 0)
      refuse(index, `expected another key than that of entry ${same + 1}: it could not be told whose it is`);
    keys.push({ name, key });
  }
  return keys;
});

/** Every setting of the service: the name of its environment variable, its meaning and its default. */
export const Settings = z.object({
  PORT: wholeNumber(3000, 0, 65535).describe('port to serve on; 0 takes a free one'),
  HOST: z.string().min(1).default('127.0.0.1').describe('host name or IP address to listen on'),
  SECURITY_CONTACT: z
    .string()
    .regex(
      /^(https:\/\/|mailto:)\S+$/,
      'expected a URL such as https://record.example/security or mailto:security@record.example',
    )
    .optional()
    .describe(
      'URL that vulnerabilities are reported to, which `/.well-known/security.txt` names; without one there is no such file',
    ),
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
  WRITE_KEY: KEY.optional().describe(
    'key that writing over HTTP takes, as Authorization: Bearer …; without one here or in WRITE_KEYS nothing is written',
  ),
  WRITE_KEYS: WriteKeys.optional().describe(
    'the same for several people, each with a name that stands in the log and with what is decided: alice:KEY,bob:KEY',
  ),
  CHANGES_KEPT: wholeNumber(90, 0, 36_500).describe(
    'days for which /v1/changes tells what was changed; 0 is for ever',
  ),
  RATE_LIMIT: wholeNumber(6000, 0, 1_000_000).describe(
    'requests a minute that one client may send, cached responses aside; 0 is without a limit',
  ),
  CONNECTIONS_PER_CLIENT: wholeNumber(LOAD.connectionsPerClient, 0, LOAD.connections).describe(
    'connections that one IP address may hold open, those of TRUST_PROXY aside; 0 is without a limit',
  ),
  TRUST_PROXY: z
    .string()
    .refine(
      (text) => text.split(',').every((entry) => TrustedProxy.safeParse(entry.trim()).success),
      'expected IP addresses, subnets such as 10.0.0.0/8, or loopback, linklocal or uniquelocal, with commas',
    )
    .optional()
    .describe(
      'proxies whose X-Forwarded headers are believed: IP addresses, subnets or loopback, with commas; none by default',
    ),
  RESPONSE_CACHE: wholeNumber(32, 0, 4096).describe(
    'megabytes of the response cache, which holds each response until the graph changes; 0 is without one',
  ),
  DRAFT_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe('model that `draft` asks beside its rules; without one nothing is sent anywhere'),
  DRAFT_URL: z
    .url({ protocol: /^https?$/, error: 'expected a URL such as http://127.0.0.1:8080/v1' })
    .default('https://api.openai.com/v1')
    .describe('base of the API of the model: any that speaks as that of OpenAI, a local one too'),
  DRAFT_KEY: z.string().min(1).optional().describe('key of that API, where it takes one'),
  DRAFT_TOKENS: wholeNumber(200_000, 1, 1_000_000_000).describe(
    'tokens that one run of `draft` may take; after that the rules go on alone',
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
  NEO4J_HEAP: neo4jSize('512m', 64).describe('heap of the managed server'),
  NEO4J_PAGECACHE: neo4jSize('256m', 1).describe('page cache of the managed server'),
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
    .describe(
      'folder for the assembled Neo4j and the indexes of counts; default: on-record in the user cache folder',
    ),
});

export type Config = z.output<typeof Settings>;

/** The folder for what can be made again. */
export const cacheFolder = ({ ON_RECORD_CACHE }: Pick<Config, 'ON_RECORD_CACHE'>): string =>
  resolve(ON_RECORD_CACHE ?? envPaths('on-record', { suffix: '' }).cache);

/**
 * Reads the settings from environment variables; an empty variable counts as unset.
 * @throws Error that names each variable that is wrong, and what would be right.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  const faults = parsed.success
    ? ambiguousKeys(parsed.data)
    : parsed.error.issues.map(
        (issue) => `${issue.path.join('.')}: ${issue.message} (got ${shown(String(issue.path[0]), given)})`,
      );
  if (parsed.success && faults.length === 0) return parsed.data;
  const lines = faults.map((fault) => `\n  ${fault}`);
  throw new Error(`The environment has settings that cannot be used:${lines.join('')}`);
}

/** The keys that writing takes; that of `WRITE_KEY` is the operator's. */
export const writeKeysOf = ({ WRITE_KEY, WRITE_KEYS = [] }: Config): WriteKey[] => [
  ...(WRITE_KEY === undefined ? [] : [{ name: OPERATOR, key: WRITE_KEY }]),
  ...WRITE_KEYS,
];

/** It has to be clear who wrote: each name and each key stands for one. */
function ambiguousKeys({ WRITE_KEY, WRITE_KEYS = [] }: Config): string[] {
  if (WRITE_KEY === undefined) return [];
  const index = WRITE_KEYS.findIndex(({ name, key }) => name === OPERATOR || key === WRITE_KEY);
  if (index < 0) return [];
  return [
    `WRITE_KEYS: entry ${index + 1}: expected another name than ${OPERATOR} and another key than that of WRITE_KEY, which is the operator's`,
  ];
}

/** A secret that cannot be used is a secret all the same. */
const shown = (name: string, given: Record<string, unknown>) =>
  /PASSWORD|KEY/.test(name)
    ? 'something else'
    : JSON.stringify(String(given[name]).replace(/\/\/[^/@]*@/, '//…@'));
